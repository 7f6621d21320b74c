import { describe, expect, test } from 'vitest';
import { plainSale } from '../../fixtures/plain-desk.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

/** Ends the event being written: what comes next is of another. */
function endEvent(): void {
  books.raw.exec(
    `INSERT INTO journal_of_events SELECT seq + 1, 'by-hand', 'x', '', day, person, input_sha256, '{}', hash, printf('%064d', 7), NULL
     FROM journal_of_events ORDER BY seq DESC LIMIT 1`,
  );
}

/** A return from a file as its reading writes it, with one line of two pieces. */
function fileReturn(unlinked: string | null) {
  const returnId = books.add('returns', { number: 'F-9', origin: 'import', reference: 'P-9', sale_number: 'O-9' });
  const lineId = books.add('return_lines', { return_id: returnId, file_amount_cents: 2000, unlinked });
  books.add('return_steps', { return_id: returnId, step: 'import', from_stage: 'draft', to_stage: 'closed' });
  return { returnId, lineId };
}

describe('a return from a file', () => {
  test.each([
    ['no-earlier-sale', 'taken'],
    [null, 'a document is whole when its event is written'],
  ])('is linked later only where it found no sale when it was read (%s)', (unlinked, said) => {
    books.within(() => {
      const { saleLineId } = plainSale(books);
      const { lineId } = fileReturn(unlinked);
      endEvent();
      const link = { return_line_id: lineId, sale_line_id: saleLineId, file_share_cents: 1000 };
      expect(books.said(books.insert('return_links', link))).toBe(said);
    });
  });

  test('linked later, uses up units and money as if it had been linked at once', () => {
    books.within(() => {
      const { saleLineId } = plainSale(books);
      const { lineId } = fileReturn('no-earlier-sale');
      endEvent();
      const link = { return_line_id: lineId, sale_line_id: saleLineId, file_share_cents: 2000 };
      expect(books.both('return_links', link, { file_share_cents: 4001 })).toEqual([
        'more is given back than was paid',
        'taken',
      ]);
      expect(books.row('sale_lines', saleLineId)).toMatchObject({
        returned_milli: 2000,
        credited_milli: 2000,
        credited_cents: 2000,
        credited_tax_cents: 200,
      });
    });
  });

  test('that was given up brought nothing back', () => {
    books.within(() => {
      const returnId = books.add('returns', { number: 'F-8', origin: 'import' });
      books.add('return_steps', { return_id: returnId, step: 'import', from_stage: 'draft', to_stage: 'cancelled' });
      const lineId = books.add('return_lines', { return_id: returnId, file_amount_cents: 0 });
      expect(books.row('return_lines', lineId)).toMatchObject({
        received_milli: 0,
        inspected_milli: 0,
        credited_milli: 0,
      });
      const { lineId: finished } = fileReturn(null);
      expect(books.row('return_lines', finished)).toMatchObject({ received_milli: 2000, credited_cents: 2000 });
    });
  });

  test('keeps what its platform calls it and its sale, and so does a sale line', () => {
    books.within(() => {
      const { returnId } = fileReturn(null);
      const changed = 'facts are never changed';
      expect(books.said(`UPDATE returns SET reference = 'X' WHERE id = ${returnId}`)).toBe(changed);
      expect(books.said(`UPDATE returns SET sale_number = 'X' WHERE id = ${returnId}`)).toBe(changed);
      expect(books.said(`UPDATE sale_lines SET reference = 'X' WHERE id = ${plainSale(books).saleLineId}`)).toBe(
        changed,
      );
    });
  });
});

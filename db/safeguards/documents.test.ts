import { describe, expect, test } from 'vitest';
import { type Far, type PlainReturn, plainReturn, step } from '../../fixtures/plain-return.ts';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

/** Tries a wrong row, then the right one, on a return that has come so far. */
function tried(far: Far, table: string, row: (ids: PlainReturn) => { right: Row; wrong: Row }): string[] {
  let said: string[] = [];
  books.within(() => {
    const { right, wrong } = row(plainReturn(books, far));
    said = books.both(table, right, wrong);
  });
  return said;
}

describe('entries', () => {
  const next = () => books.one('SELECT max(id) + 1 FROM journal_entries');

  test('one that does not balance, or has no lines, is refused', () => {
    books.within(() => {
      const [id, number] = [next(), books.number('J')];
      const said = (): string => books.said(books.insert('journal_entries', { id, number }));
      expect(said()).toBe('an entry must balance');
      books.add('journal_lines', { entry_id: id, debit_cents: 500 });
      books.add('journal_lines', { entry_id: id, line_no: 2, credit_cents: 499 });
      expect(said()).toBe('an entry must balance');
      books.add('journal_lines', { entry_id: id, line_no: 3, credit_cents: 1 });
      expect(said()).toBe('taken');
    });
  });

  test('one that is posted takes no more lines, and a line is either debit or credit', () => {
    books.within(() => {
      expect(books.said(books.insert('journal_lines', { entry_id: 1, line_no: 9, debit_cents: 1 }))).toBe(
        'a posted entry takes no more lines',
      );
      for (const sides of [{ debit_cents: 5, credit_cents: 5 }, {}, { debit_cents: -5 }, { credit_cents: -5 }])
        expect(books.said(books.insert('journal_lines', { entry_id: next(), ...sides }))).toMatch(
          /^CHECK constraint failed/,
        );
      expect(books.said(books.insert('journal_lines', { entry_id: next(), debit_cents: 5 }))).toBe('taken');
    });
  });

  test('lines without an entry are refused when the transaction ends', () => {
    books.within(() => {
      books.add('journal_lines', { entry_id: next(), debit_cents: 500 });
      expect(books.said('COMMIT')).toBe('FOREIGN KEY constraint failed');
    });
  });
});

describe('a document has a number of its own kind, day and event', () => {
  const message = 'a document has a number of its own kind and day';

  test('a return, which is no credit note', () => {
    const row = () => ({ right: { number: books.number('R') }, wrong: { number: books.number('C') } });
    expect(tried('sold', 'returns', row)).toEqual([message, 'taken']);
  });

  test('a credit note, not of another day', () => {
    const row = ({ returnId }: PlainReturn) => ({
      right: { number: books.number('C'), return_id: returnId },
      wrong: { day: '2026-11-19' },
    });
    expect(tried('inspected', 'credit_notes', row)).toEqual([message, 'taken']);
  });

  test('a payout, not of another event', () => {
    const earlier = String(books.row('documents', 1).number);
    const row = ({ noteId }: PlainReturn) => ({
      right: { number: books.number('P'), credit_note_id: noteId },
      wrong: { number: earlier },
    });
    expect(tried('credited', 'payouts', row)).toEqual([message, 'taken']);
  });

  test('an entry', () => {
    books.within(() => {
      const id = books.one('SELECT max(id) + 1 FROM journal_entries');
      books.add('journal_lines', { entry_id: id, debit_cents: 5 });
      books.add('journal_lines', { entry_id: id, line_no: 2, credit_cents: 5 });
      const right = { id, number: books.number('J') };
      expect(books.both('journal_entries', right, { number: books.number('P') })).toEqual([message, 'taken']);
    });
  });
});

test('a document of an earlier event takes no more lines', () => {
  const whole = 'a document is whole when its event is written';
  const old = (table: string): number => books.one(`SELECT min(id) FROM ${table}`);
  books.within(() => {
    const { saleId, returnId, lineId } = plainReturn(books, 'inspected');
    const line = { sale_id: saleId, line_no: 2, paid_cents: 0, tax_cents: 0 };
    expect(books.both('sale_lines', line, { sale_id: old('sales'), line_no: 9 })).toEqual([whole, 'taken']);
    const fresh = books.add('sales', { number: 'another' });
    expect(books.both('sale_tenders', { sale_id: fresh }, { sale_id: old('sales') })).toEqual([whole, 'taken']);
    const asked = { return_id: returnId, line_no: 2 };
    expect(books.both('return_lines', asked, { return_id: old('returns'), line_no: 9 })).toEqual([whole, 'taken']);
    const link = { return_line_id: lineId + 1, sale_line_id: books.one('SELECT max(id) - 1 FROM sale_lines') };
    expect(books.both('return_links', link, { return_line_id: old('return_lines') })).toEqual([whole, 'taken']);
    const noteLine = {
      credit_note_id: books.add('credit_notes', { number: books.number('C'), return_id: returnId }),
      return_line_id: lineId,
    };
    const wrong = { credit_note_id: old('credit_notes') };
    expect(books.both('credit_note_lines', noteLine, wrong)).toEqual([whole, 'taken']);
  });
});

describe('returns', () => {
  test('one of a day before its sale is refused', () => {
    const row = ({ saleId }: PlainReturn) => ({
      right: { number: books.number('R'), sale_id: saleId },
      wrong: { number: books.number('R', '2026-11-17'), day: '2026-11-17' },
    });
    expect(tried('sold', 'returns', row)).toEqual(['a return is not earlier than its sale', 'taken']);
  });

  test('a line that names a sale of a later day, also in a file, is refused', () => {
    books.within(() => {
      const { saleLineId } = plainReturn(books, 'sold');
      const linkOf = (day: string): Row => {
        const returnId = books.add('returns', { number: `R-of-${day}`, origin: 'import', day });
        const return_line_id = books.add('return_lines', { return_id: returnId, file_amount_cents: 2000 });
        return { return_line_id, sale_line_id: saleLineId, file_share_cents: 2000 };
      };
      const said = ['2026-11-17', '2026-11-18'].map((day) => books.said(books.insert('return_links', linkOf(day))));
      expect(said).toEqual(['a return is not earlier than its sale', 'taken']);
    });
  });

  test('one that begins anywhere but as a draft is refused, and a step from where it does not stand', () => {
    const row = () => ({ right: { number: books.number('R') }, wrong: { stage: 'settled' } });
    expect(tried('sold', 'returns', row)).toEqual(['a return begins as a draft', 'taken']);
    const taken = ({ returnId }: PlainReturn) => ({
      right: { return_id: returnId, from_stage: 'requested', to_stage: 'approved' },
      wrong: { from_stage: 'inspected', to_stage: 'settled' },
    });
    expect(tried('opened', 'return_steps', taken)).toEqual(['a step begins where the return stands', 'taken']);
  });

  test('a line points to the product that was sold, to the sale of its return, whole and once', () => {
    books.within(() => {
      const { returnId, saleId, saleLineId, lineId } = plainReturn(books, 'opened');
      const other = books.add('sale_lines', {
        sale_id: saleId,
        line_no: 2,
        product_id: 2,
        paid_cents: 0,
        tax_cents: 0,
      });
      const elsewhere = books.add('sale_lines', { sale_id: books.add('sales', { number: 'another' }) });
      const return_line_id = books.add('return_lines', { return_id: returnId, line_no: 2 });
      const right = { return_line_id, sale_line_id: saleLineId };
      const said = [{ sale_line_id: other }, { sale_line_id: elsewhere }, { quantity_milli: 1000 }, {}].map((wrong) =>
        books.said(books.insert('return_links', { ...right, ...wrong })),
      );
      const ofItsSale = 'a line of this desk comes back from the sale of its return, whole';
      expect(said).toEqual(['a line comes back as the product that was sold', ofItsSale, ofItsSale, 'taken']);
      const same = books.add('sale_lines', { sale_id: saleId, line_no: 3, paid_cents: 0, tax_cents: 0 });
      expect(books.said(books.insert('return_links', { return_line_id: lineId, sale_line_id: same }))).toBe(
        'a line comes back once',
      );
    });
  });

  test('only what was read from a file says what was given back elsewhere', () => {
    const message = 'only a file says what was given back elsewhere';
    const row = ({ returnId }: PlainReturn) => ({
      right: { return_id: returnId, line_no: 2 },
      wrong: { file_amount_cents: 5 },
    });
    expect(tried('opened', 'return_lines', row)).toEqual([message, 'taken']);
    const link = ({ returnId, saleLineId }: PlainReturn) => ({
      right: {
        return_line_id: books.add('return_lines', { return_id: returnId, line_no: 2 }),
        sale_line_id: saleLineId,
      },
      wrong: { file_share_cents: 5 },
    });
    expect(tried('opened', 'return_links', link)).toEqual([message, 'taken']);
  });

  test('goods come, are graded and credited only while the return is open for it', () => {
    const message = 'only an open return takes more';
    const early = plainEarly();
    expect(early).toEqual([message, message, message]);
    const receipt = ({ lineId }: PlainReturn) => ({ right: { return_line_id: lineId }, wrong: { return_line_id: 1 } });
    expect(tried('approved', 'receipts', receipt)[1]).toBe('taken');
  });

  /** What is said to goods, a grading and a credit note before the return has come to them. */
  function plainEarly(): string[] {
    const said: string[] = [];
    books.within(() => {
      const { lineId, returnId } = plainReturn(books, 'opened');
      said.push(books.said(books.insert('receipts', { return_line_id: lineId })));
      step(books, returnId, { from_stage: 'requested', to_stage: 'approved' });
      said.push(books.said(books.insert('inspections', { return_line_id: lineId })));
      said.push(books.said(books.insert('credit_notes', { number: books.number('C'), return_id: returnId })));
    });
    return said;
  }

  test('a closed return takes no goods, no credit and no payout; its payouts can still be taken back', () => {
    books.within(() => {
      const { returnId, lineId, noteId, payoutId } = plainReturn(books, 'paid');
      step(books, returnId, { from_stage: 'settled', to_stage: 'closed' });
      const said = [
        books.insert('receipts', { return_line_id: lineId }),
        books.insert('inspections', { return_line_id: lineId }),
        books.insert('credit_notes', { number: books.number('C'), return_id: returnId }),
        books.insert('payouts', { number: books.number('P'), credit_note_id: noteId }),
      ].map((statement) => books.said(statement));
      expect(said).toEqual(said.map(() => 'only an open return takes more'));
      const back = { credit_note_id: noteId, amount_cents: -2000, original_cents: -2000, voids_payout_id: payoutId };
      const number = `P-2026-${String(books.one(`SELECT max(seq) FROM documents WHERE series = 'P'`)).padStart(6, '0')}`;
      expect(books.said(books.insert('payouts', { number, ...back }))).toBe('taken');
    });
  });
});

describe('credit notes and payouts', () => {
  test('a credit note is for its own return', () => {
    books.within(() => {
      const { returnId, lineId } = plainReturn(books, 'inspected');
      const note = (): number => books.add('credit_notes', { number: books.number('C'), return_id: returnId });
      const right = { credit_note_id: note(), return_line_id: lineId };
      expect(books.both('credit_note_lines', right, { return_line_id: 1 })).toEqual([
        'a credit note is for its own return',
        'taken',
      ]);
    });
  });

  test('a counter-document takes back exactly one payout, in tender, note and amounts, and none of its own kind', () => {
    books.within(() => {
      const { noteId, payoutId } = plainReturn(books, 'paid');
      const right = {
        number: books.number('P'),
        credit_note_id: noteId,
        amount_cents: -2000,
        original_cents: -2000,
        voids_payout_id: payoutId,
      };
      const wrongs: Row[] = [
        { tender: 'wechat' },
        { amount_cents: -1999, original_cents: -1999 },
        { original_cents: 0 },
        { credit_note_id: 1 },
      ];
      const exactly = 'a counter-document takes back exactly one payout';
      const said = wrongs.map((wrong) => books.said(books.insert('payouts', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(() => exactly));
      expect(books.said(books.insert('payouts', right))).toBe('taken');
      const ofCounter = { ...right, number: books.number('P'), voids_payout_id: payoutId + 1 };
      expect(books.said(books.insert('payouts', ofCounter))).toBe(exactly);
      const again = {
        ...right,
        number: `P-2026-${String(books.one(`SELECT max(seq) FROM documents WHERE series = 'P'`)).padStart(6, '0')}`,
      };
      expect(books.said(books.insert('payouts', again))).toBe('facts are never replaced');
    });
  });

  test('money below nothing is refused everywhere', () => {
    books.within(() => {
      const { noteId, returnId } = plainReturn(books, 'credited');
      const negative = [
        books.insert('payouts', {
          number: books.number('P'),
          credit_note_id: noteId,
          amount_cents: -1,
          original_cents: 0,
        }),
        books.insert('credit_notes', {
          number: books.number('C'),
          return_id: returnId,
          goods_cents: -1,
          total_cents: 199,
        }),
        books.insert('sales', { number: 'negative', total_cents: -1 }),
        books.insert('stock_moves', { quantity_milli: -1 }),
      ].map((statement) => books.said(statement));
      for (const said of negative) expect(said).toMatch(/^CHECK constraint failed/);
    });
  });
});

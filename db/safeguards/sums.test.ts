import { describe, expect, test } from 'vitest';
import { plainReturn, step } from '../../fixtures/plain-return.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const saleLine = (id: number) => {
  const { returned_milli, credited_milli, credited_cents, credited_tax_cents } = books.row('sale_lines', id);
  return [returned_milli, credited_milli, credited_cents, credited_tax_cents];
};
const returnLine = (id: number) => {
  const line = books.row('return_lines', id);
  return {
    received: [line.received_milli, line.received_value_cents, line.unknown_milli],
    inspected: [line.inspected_milli, line.inspected_value_cents, line.sent_back_milli],
    credited: [line.credited_milli, line.credited_cents],
  };
};
const stage = (id: number) => books.row('returns', id).stage;
const balance = (place: string) =>
  books.raw
    .prepare('SELECT quantity_milli, value_cents, unknown_milli FROM stock_balances WHERE product_id = 1 AND place = ?')
    .raw()
    .get(place) as number[];

describe('whoever inserts a fact brings every sum up to date', () => {
  test('of a return that is opened, received, graded, credited and paid', () => {
    books.within(() => {
      const { saleLineId, tenderId, returnId, lineId, noteId } = plainReturn(books, 'paid');
      expect(saleLine(saleLineId)).toEqual([2000, 2000, 2000, 200]);
      expect(returnLine(lineId)).toEqual({
        received: [2000, 1000, 0],
        inspected: [2000, 1000, 0],
        credited: [2000, 2000],
      });
      expect(books.row('credit_notes', noteId).paid_cents).toBe(2000);
      expect(books.row('sale_tenders', tenderId).given_back_cents).toBe(2000);
      expect(stage(returnId)).toBe('settled');
    });
  });

  test('of a payout taken back: it is owed again, and its tender may give it back again', () => {
    books.within(() => {
      const { tenderId, noteId, payoutId } = plainReturn(books, 'paid');
      books.add('payouts', {
        number: books.number('P'),
        credit_note_id: noteId,
        amount_cents: -2000,
        original_cents: -2000,
        voids_payout_id: payoutId,
      });
      expect(books.row('credit_notes', noteId).paid_cents).toBe(0);
      expect(books.row('sale_tenders', tenderId).given_back_cents).toBe(0);
    });
  });

  test.each([
    ['rejected', 'opened', 'requested'],
    ['cancelled', 'approved', 'approved'],
  ] as const)('of a return that is %s: its units are free again', (to, far, from) => {
    books.within(() => {
      const { saleLineId, returnId, linkId } = plainReturn(books, far);
      expect(saleLine(saleLineId)[0]).toBe(2000);
      step(books, returnId, { from_stage: from, to_stage: to });
      expect(saleLine(saleLineId)[0]).toBe(0);
      expect(books.row('return_links', linkId).released_milli).toBe(2000);
    });
  });

  test('of units sent back, and of those that never came when the return is closed', () => {
    books.within(() => {
      const { saleLineId, returnId, lineId, linkId } = plainReturn(books, 'approved');
      books.add('receipts', { return_line_id: lineId, quantity_milli: 1000, value_cents: 500 });
      step(books, returnId, { from_stage: 'approved', to_stage: 'received' });
      const sentBack = { return_line_id: lineId, quantity_milli: 1000, value_cents: 500, disposition: 'send-back' };
      books.add('inspections', sentBack);
      expect(saleLine(saleLineId)[0]).toBe(1000);
      expect(returnLine(lineId).inspected).toEqual([1000, 500, 1000]);
      step(books, returnId, { from_stage: 'received', to_stage: 'settled' });
      step(books, returnId, { from_stage: 'settled', to_stage: 'closed' });
      expect(saleLine(saleLineId)[0]).toBe(0);
      expect(books.row('return_links', linkId).released_milli).toBe(2000);
    });
  });

  test('of goods of unknown cost, which are valued later', () => {
    books.within(() => {
      const { lineId } = plainReturn(books, 'approved');
      books.add('receipts', { return_line_id: lineId, value_cents: 0, cost_source: 'unknown' });
      expect(returnLine(lineId).received).toEqual([2000, 0, 2000]);
      books.add('line_revaluations', { return_line_id: lineId, known_milli: 2000, value_cents: 700 });
      expect(returnLine(lineId).received).toEqual([2000, 700, 0]);
    });
  });

  test('of a row of a file, whose tax is its share of what is left, the last units taking the rest', () => {
    books.within(() => {
      const saleId = books.add('sales', { number: 'of-a-file', origin: 'import' });
      const saleLineId = books.add('sale_lines', {
        sale_id: saleId,
        quantity_milli: 3000,
        paid_cents: 1000,
        tax_cents: 100,
      });
      const shares = [
        ['R-1', 333, [1000, 1000, 333, 33]],
        ['R-2', 334, [2000, 2000, 667, 67]],
        ['R-3', 333, [3000, 3000, 1000, 100]],
      ] as const;
      for (const [number, cents, sums] of shares) {
        const returnId = books.add('returns', { number, origin: 'import' });
        const line = { return_id: returnId, requested_milli: 1000, file_amount_cents: cents };
        const lineId = books.add('return_lines', line);
        const link = {
          return_line_id: lineId,
          sale_line_id: saleLineId,
          quantity_milli: 1000,
          file_share_cents: cents,
        };
        books.add('return_links', link);
        step(books, returnId, { step: 'import', from_stage: 'draft', to_stage: 'closed' });
        expect(saleLine(saleLineId)).toEqual(sums);
        expect(returnLine(lineId)).toEqual({
          received: [1000, 0, 0],
          inspected: [1000, 0, 0],
          credited: [1000, cents],
        });
      }
    });
  });

  test('of goods moved from place to place, and valued anew where they are', () => {
    books.within(() => {
      const [quantity = 0, value = 0, unknown = 0] = balance('returns') ?? [];
      books.add('stock_moves', { unknown_milli: 500 });
      expect(balance('returns')).toEqual([quantity + 2000, value + 1000, unknown + 500]);
      const anew = { from_place: 'returns', quantity_milli: 0, unknown_milli: 500, to_value_cents: 300 };
      books.add('stock_moves', anew);
      expect(balance('returns')).toEqual([quantity + 2000, value + 1300, unknown]);
      books.add('stock_moves', {
        from_place: 'returns',
        to_place: 'supplier',
        from_value_cents: 1300,
        to_value_cents: 0,
      });
      expect(balance('returns')).toEqual([quantity, value, unknown]);
      expect(balance('supplier')).toEqual([2000, 0, 0]);
    });
  });

  test('of an entry, with all its lines, also in a month without any', () => {
    books.within(() => {
      const id = books.one('SELECT max(id) + 1 FROM journal_entries');
      const day = '2027-01-01';
      books.add('journal_lines', { entry_id: id, line_no: 1, role: 'goods', debit_cents: 500 });
      books.add('journal_lines', { entry_id: id, line_no: 2, role: 'goods', debit_cents: 200 });
      books.add('journal_lines', { entry_id: id, line_no: 3, role: 'cash', credit_cents: 700 });
      books.add('journal_entries', { id, number: books.number('J', day), day });
      const totals = books.raw.prepare(
        `SELECT role, debit_cents, credit_cents FROM account_totals WHERE month = '2027-01'`,
      );
      expect(totals.raw().all()).toEqual([
        ['cash', 0, 700],
        ['goods', 700, 0],
      ]);
    });
  });
});

test('sums are given by nobody and deleted by nobody', () => {
  const refused = ['sums begin at nothing', 'taken'];
  books.within(() => {
    const { saleId, saleLineId, returnId, lineId } = plainReturn(books, 'inspected');
    const line = { sale_id: saleId, line_no: 2, paid_cents: 0, tax_cents: 0 };
    expect(books.both('sale_lines', line, { returned_milli: 1000 })).toEqual(refused);
    const unpaid = books.add('sales', { number: 'unpaid' });
    expect(books.both('sale_tenders', { sale_id: unpaid }, { given_back_cents: 1 })).toEqual(refused);
    const asked = { return_id: returnId, line_no: 2 };
    expect(books.both('return_lines', asked, { received_milli: 1000 })).toEqual(refused);
    const link = { return_line_id: lineId + 1, sale_line_id: saleLineId };
    expect(books.both('return_links', link, { released_milli: 1 })).toEqual(refused);
    const note = { number: books.number('C'), return_id: returnId };
    expect(books.both('credit_notes', note, { paid_cents: 1 })).toEqual(refused);
  });
  const deleted = ['DELETE FROM stock_balances', 'DELETE FROM account_totals'].map((text) => books.said(text));
  expect(deleted).toEqual(['sums are never deleted', 'sums are never deleted']);
});

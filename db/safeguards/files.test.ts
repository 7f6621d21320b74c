import { describe, expect, test } from 'vitest';
import { plainDay, type Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const file = { kind: 'sales', file_name: 'x.csv', file_sha256: 'a'.repeat(64), profile: 'x', mapping: '{}', at: '' };
const undo = { why: null, at: '', person: 'owner' };
const whole = 'reading';

/** Ends the event that is being written. */
function seal(action_id: string): void {
  const last = books.raw.prepare('SELECT * FROM journal_of_events ORDER BY seq DESC LIMIT 1').get() as Row;
  const seq = Number(last.seq) + 1;
  const event: Row = { ...last, seq, action_id, previous_hash: last.hash ?? '', hash: String(seq).padStart(64, 'a') };
  const names = Object.keys(event);
  books.raw
    .prepare(`INSERT INTO journal_of_events (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(Object.values(event));
}

/** A file as its reading leaves it: a sale, a return of it and an adjustment in one part, and the file itself in the last event. */
function plainFile(): { importId: number; saleId: number; saleLineId: number; returnId: number; adjustmentId: number } {
  const saleId = books.add('sales', { number: 'F-1', origin: 'import' });
  const saleLineId = books.add('sale_lines', { sale_id: saleId });
  const returnId = books.add('returns', { number: 'F-C1', origin: 'import' });
  const lineId = books.add('return_lines', { return_id: returnId, file_amount_cents: 2000, reason: 'other' });
  books.add('return_links', { return_line_id: lineId, sale_line_id: saleLineId, file_share_cents: 2000 });
  books.add('return_steps', { return_id: returnId, step: 'import', from_stage: 'draft', to_stage: 'closed' });
  const adjustmentId = books.add('stock_adjustments', { number: 'F-2' });
  seal(`${whole}#1`);
  const importId = books.add('imports', { ...file, rows_read: 3, rows_stored: 3, rows_refused: 0 });
  seal(whole);
  return { importId, saleId, saleLineId, returnId, adjustmentId };
}

const withdrawn = (table: string, id: number) => books.row(table, id).withdrawn;

describe('a file that is taken back', () => {
  test('takes its sales, returns and adjustments along, and gives the sale lines back their units, money and tax', () => {
    books.within(() => {
      const { importId, saleId, saleLineId, returnId, adjustmentId } = plainFile();
      expect(books.row('sale_lines', saleLineId)).toMatchObject({
        returned_milli: 2000,
        credited_cents: 2000,
        credited_tax_cents: 200,
      });
      books.add('import_undos', { ...undo, import_id: importId });
      expect([
        withdrawn('sales', saleId),
        withdrawn('returns', returnId),
        withdrawn('stock_adjustments', adjustmentId),
      ]).toEqual([1, 1, 1]);
      expect(books.row('sale_lines', saleLineId)).toMatchObject({
        returned_milli: 0,
        credited_milli: 0,
        credited_cents: 0,
        credited_tax_cents: 0,
      });
    });
  });

  test('frees its numbers, which are taken once otherwise', () => {
    books.within(() => {
      const { importId } = plainFile();
      const [sale, back, adjustment] = [
        { number: 'F-1', origin: 'import' },
        { number: 'F-C1', origin: 'import' },
        { number: 'F-2' },
      ];
      const replaced = 'facts are never replaced';
      expect(books.said(books.insert('sales', sale))).toBe(replaced);
      expect(books.said(books.insert('returns', back))).toBe(replaced);
      expect(books.said(books.insert('stock_adjustments', adjustment))).toBe(replaced);
      books.add('import_undos', { ...undo, import_id: importId });
      expect(books.said(books.insert('sales', sale))).toBe('taken');
      expect(books.said(books.insert('returns', back))).toBe('taken');
      expect(books.said(books.insert('stock_adjustments', adjustment))).toBe('taken');
    });
  });

  test('is taken back once, and is a file', () => {
    books.within(() => {
      const { importId } = plainFile();
      expect(books.both('import_undos', { ...undo, import_id: importId }, { import_id: 999 })).toEqual([
        'FOREIGN KEY constraint failed',
        'taken',
      ]);
      expect(books.said(books.insert('import_undos', { ...undo, import_id: importId }))).toBe(
        'facts are never replaced',
      );
    });
  });

  test('stays while a return of this desk refers to a sale of it', () => {
    books.within(() => {
      const { importId, saleId } = plainFile();
      const inUse = 'what others refer to is not taken back';
      books.raw.exec('SAVEPOINT before');
      books.add('returns', { number: books.number('R'), sale_id: saleId });
      expect(books.said(books.insert('import_undos', { ...undo, import_id: importId }))).toBe(inUse);
      books.raw.exec('ROLLBACK TO before');
      expect(books.said(books.insert('import_undos', { ...undo, import_id: importId }))).toBe('taken');
    });
  });

  test('stays while a return that it announced waits for its parcel', () => {
    books.within(() => {
      const returnId = books.add('returns', { number: books.number('R') });
      books.add('return_lines', { return_id: returnId });
      books.add('return_steps', { return_id: returnId, from_stage: 'draft', to_stage: 'requested' });
      const { importId } = plainFile();
      const undone = books.insert('import_undos', { ...undo, import_id: importId });
      expect(books.said(undone)).toBe('what others refer to is not taken back');
      books.add('return_steps', { return_id: returnId, from_stage: 'requested', to_stage: 'cancelled' });
      expect(books.said(undone)).toBe('taken');
      expect(withdrawn('returns', returnId)).toBe(0);
    });
  });

  test('stays where nobody kept how much of the tax was credited', () => {
    books.within(() => {
      const { importId } = plainFile();
      const undone = books.insert('import_undos', { ...undo, import_id: importId });
      books.raw.exec('SAVEPOINT before');
      books.raw.exec('UPDATE return_links SET file_tax_cents = NULL WHERE file_share_cents IS NOT NULL');
      expect(books.said(undone)).toBe('a share of tax that is not known is not taken back');
      books.raw.exec('ROLLBACK TO before');
      expect(books.said(undone)).toBe('taken');
    });
  });

  test('stays while a return of another file is linked to a sale of it', () => {
    books.within(() => {
      const { importId, saleLineId } = plainFile();
      const returnId = books.add('returns', { number: 'F-C9', origin: 'import' });
      const lineId = books.add('return_lines', { return_id: returnId, file_amount_cents: 0, reason: 'other' });
      books.add('return_links', { return_line_id: lineId, sale_line_id: saleLineId, file_share_cents: 0 });
      expect(books.said(books.insert('import_undos', { ...undo, import_id: importId }))).toBe(
        'what others refer to is not taken back',
      );
    });
  });

  test('is not referred to any more', () => {
    books.within(() => {
      const { importId, saleId, saleLineId, returnId } = plainFile();
      books.add('import_undos', { ...undo, import_id: importId });
      const gone = 'what was taken back is not referred to';
      const living = books.add('returns', { number: 'F-C8', origin: 'import' });
      const lineId = books.add('return_lines', { return_id: living, file_amount_cents: 0, reason: 'other' });
      const link = { return_line_id: lineId, sale_line_id: saleLineId, file_share_cents: 0 };
      expect(books.said(books.insert('return_links', link))).toBe(gone);
      expect(books.said(books.insert('sale_refunds', { sale_id: saleId, cents: 1, day: plainDay, at: '' }))).toBe(gone);
      expect(books.said(books.insert('sale_statuses', { sale_id: saleId, status: 'paid', at: '' }))).toBe(gone);
      expect(withdrawn('returns', returnId)).toBe(1);
    });
  });

  test.each(['sales', 'returns', 'stock_adjustments'])('%s: nothing is taken back when it is written', (table) => {
    books.within(() => {
      const right = { number: 'F-7', ...(table === 'stock_adjustments' ? {} : { origin: 'import' }) };
      expect(books.both(table, right, { withdrawn: 1 })).toEqual(['sums begin at nothing', 'taken']);
    });
  });
});

describe('money given back elsewhere', () => {
  test('counts on its sale, and never passes what the sale came to', () => {
    books.within(() => {
      const saleId = books.add('sales', { number: 'F-5', origin: 'import' });
      const right = { sale_id: saleId, cents: 1500, day: plainDay, at: '' };
      expect(books.said(books.insert('sales', { number: 'F-6', refunded_cents: 1 }))).toBe('sums begin at nothing');
      expect(books.both('sale_refunds', right, { cents: 4001 })[1]).toBe('taken');
      expect(books.row('sales', saleId).refunded_cents).toBe(1500);
      expect(books.both('sale_refunds', right, { cents: 0 })[0]).toMatch(/^CHECK/);
      expect(books.said(books.insert('sale_refunds', right))).toMatch(/^CHECK/);
    });
  });

  test('is given back once: what the desk credits beside it stays within what was paid', () => {
    books.within(() => {
      const saleId = books.add('sales', { number: 'F-5', origin: 'import' });
      const saleLineId = books.add('sale_lines', { sale_id: saleId });
      books.add('sale_refunds', { sale_id: saleId, cents: 3000, day: plainDay, at: '' });
      const returnId = books.add('returns', { number: 'F-C5', origin: 'import' });
      const lineId = books.add('return_lines', { return_id: returnId, file_amount_cents: 2000, reason: 'other' });
      const link = { return_line_id: lineId, sale_line_id: saleLineId, file_share_cents: 1000 };
      expect(books.both('return_links', link, { file_share_cents: 1001 })).toEqual([
        'more is given back than was paid',
        'taken',
      ]);
    });
  });

  test('a status says something', () => {
    books.within(() => {
      const saleId = books.add('sales', { number: 'F-5', origin: 'import' });
      const [empty, said] = books.both('sale_statuses', { sale_id: saleId, status: 'sent', at: '' }, { status: '' });
      expect([empty, said]).toEqual([expect.stringMatching(/^CHECK/), 'taken']);
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const ownNumber = 'a document has a number of its own kind and day';

/** What SQL says to each of these rows in turn. */
function said(table: string, right: Row, wrongs: readonly (readonly [Row, string | RegExp])[]): void {
  for (const [wrong, message] of wrongs)
    expect([wrong, books.said(books.insert(table, { ...right, ...wrong }))]).toEqual([
      wrong,
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
}

const received = (row: Row = {}): number => books.add('goods_receipts', { number: books.number('G'), ...row });
const line = (goods_receipt_id: number, row: Row = {}): number =>
  books.add('goods_receipt_lines', { goods_receipt_id, ...row });

describe('goods that came', () => {
  test('have a number of their own kind and day, a way they were paid, and tax only when they were received', () => {
    books.within(() => {
      const right = { number: books.number('G') };
      said('goods_receipts', right, [
        [{ number: books.number('O') }, ownNumber],
        [{ kind: 'opening', paid_by: null, tax_cents: 0 }, ownNumber],
        [{ day: '2026-11-17' }, ownNumber],
        [{ day: '2026-10-17' }, 'nothing is written into a closed month'],
        [{ paid_by: null }, /^CHECK/],
        [{ paid_by: 'store-credit' }, /^CHECK/],
        [{ value_cents: -1 }, /^CHECK/],
        [{ supplier_id: 999 }, 'FOREIGN KEY constraint failed'],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ]);
      said('goods_receipts', { number: books.number('O'), kind: 'opening', paid_by: null }, [
        [{}, /^CHECK/],
        [{ tax_cents: 0, paid_by: 'cash' }, /^CHECK/],
        [{ tax_cents: 0 }, 'taken'],
      ]);
    });
  });

  test('have lines of their own event that never pass their value', () => {
    books.within(() => {
      const goods_receipt_id = received();
      const whole = 'a document is whole when its event is written';
      said('goods_receipt_lines', { goods_receipt_id }, [
        [{ goods_receipt_id: 1, line_no: 9 }, whole],
        [{ value_cents: 901 }, 'the lines never pass the value of their document'],
        [{ quantity_milli: 0, value_cents: 0 }, /^CHECK/],
        [{ unknown_milli: 1000, value_cents: 0 }, /^CHECK/],
        [{ unknown_milli: 3000 }, /^CHECK/],
        [{ value_cents: 500 }, 'taken'],
        [{ value_cents: 1 }, 'facts are never replaced'],
        [{ line_no: 2, value_cents: 401 }, 'the lines never pass the value of their document'],
        [{ line_no: 2, value_cents: 400 }, 'taken'],
        [{ line_no: 3, unknown_milli: 3000, value_cents: 0 }, 'taken'],
      ]);
    });
  });

  test('have no more numbers than units, each once and of one unit if it is a serial number', () => {
    books.within(() => {
      const goods_receipt_line_id = line(received());
      const tooMany = 'no more numbers than units came';
      said('goods_receipt_units', { goods_receipt_line_id }, [
        [{ goods_receipt_line_id: 1 }, 'a document is whole when its event is written'],
        [{ kind: 'batch', quantity_milli: 3001 }, tooMany],
        [{ quantity_milli: 2000 }, /^CHECK/],
        [{ code: '' }, /^CHECK/],
        [{ expires_on: '2026-02-30' }, /^CHECK/],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
        [{ kind: 'batch', code: 'B', quantity_milli: 2000, expires_on: '2027-01-31' }, 'taken'],
        [{ code: 'GR-2' }, tooMany],
      ]);
    });
  });
});

describe('a void', () => {
  test('is of the whole document, once, and of no other void', () => {
    books.within(() => {
      const voids_id = received();
      line(voids_id);
      const ofAnother = 'a void is of the whole document, and of no other void';
      const right = { number: books.number('G'), voids_id };
      said('goods_receipts', right, [
        [{ value_cents: 899 }, ofAnother],
        [{ tax_cents: 91 }, ofAnother],
        [{ paid_by: 'bank' }, ofAnother],
        [{ supplier_id: 1 }, ofAnother],
        [{}, 'taken'],
      ]);
      const voided = books.one('SELECT max(id) FROM goods_receipts');
      said('goods_receipts', { number: books.number('G') }, [
        [{ voids_id }, 'facts are never replaced'],
        [{ voids_id: voided }, ofAnother],
      ]);
    });
  });

  test('has the lines of what it voids', () => {
    books.within(() => {
      const voids_id = received();
      line(voids_id);
      const goods_receipt_id = received({ voids_id });
      const ofAnother = 'a void has the lines of what it voids';
      said('goods_receipt_lines', { goods_receipt_id }, [
        [{ line_no: 2 }, ofAnother],
        [{ product_id: 2 }, ofAnother],
        [{ quantity_milli: 2000 }, ofAnother],
        [{ value_cents: 800 }, ofAnother],
        [{ value_cents: 0, unknown_milli: 3000 }, ofAnother],
        [{}, 'taken'],
      ]);
    });
  });
});

test('the stock of an item is opened once, and again after its opening was voided', () => {
  books.within(() => {
    const opening = (row: Row = {}): number =>
      received({ number: books.number('O'), kind: 'opening', paid_by: null, tax_cents: 0, ...row });
    const first = opening();
    line(first);
    const again = opening();
    said('goods_receipt_lines', { goods_receipt_id: again }, [
      [{}, 'the stock of an item is opened once'],
      [{ product_id: 2 }, 'taken'],
    ]);
    const voided = opening({ voids_id: first });
    line(voided);
    said('goods_receipt_lines', { goods_receipt_id: opening() }, [[{}, 'taken']]);
  });
});

test('an item expires only where it is kept by batch, and its levels, picture and barcodes can be', () => {
  books.within(() => {
    const set = (columns: string): string => books.said(`UPDATE products SET ${columns} WHERE id = 1`);
    expect(set('expires = 1')).toMatch(/^CHECK/);
    expect(set(`expires = 1, tracking = 'batch'`)).toBe('taken');
    expect(set('tracking = NULL')).toMatch(/^CHECK/);
    expect(set('min_milli = -1')).toMatch(/^CHECK/);
    expect(set('min_milli = 2, max_milli = 1')).toMatch(/^CHECK/);
    const photo = 'a'.repeat(64);
    expect(set(`photo = 'a', photo_type = 'image/png'`)).toMatch(/^CHECK/);
    expect(set(`photo = '${photo}'`)).toMatch(/^CHECK/);
    expect(set(`photo = '${photo}', photo_type = 'text/html'`)).toMatch(/^CHECK/);
    expect(set(`photo = '${photo}', photo_type = 'image/png'`)).toBe('taken');
    const code = (value: string, product = 1): string =>
      books.said(`INSERT INTO product_barcodes (code, product_id) VALUES ('${value}', ${product})`);
    expect(code('')).toMatch(/^CHECK/);
    expect(code('690', 9999)).toBe('FOREIGN KEY constraint failed');
    expect(code('690')).toBe('taken');
    expect(code('690', 2)).toMatch(/^UNIQUE/);
  });
});

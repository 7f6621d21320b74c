import { describe, expect, test } from 'vitest';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

/** What SQL says to each of these rows in turn; a CHECK names itself. */
function said(table: string, right: Row, wrongs: readonly (readonly [Row, string])[]): void {
  const heard = wrongs.map(([wrong]) => [wrong, books.said(books.insert(table, { ...right, ...wrong }))] as const);
  expect(heard.map(([wrong, message]) => [wrong, message.replace(/^CHECK.*/, 'CHECK')])).toEqual(wrongs);
}

const opened = (row: Row = {}): number => books.add('stocktakes', { number: books.number('K'), ...row });
const plate = books.one(`SELECT id FROM products WHERE sku = 'PLATE'`);
const book_milli = books.one(
  `SELECT quantity_milli FROM stock_balances WHERE product_id = ${plate} AND place = 'shelf'`,
);

describe('a stock count', () => {
  test('has a number of its own kind and day, a place of the shop, and begins open', () => {
    books.within(() => {
      said('stocktakes', { number: books.number('K') }, [
        [{ number: books.number('G') }, 'a document has a number of its own kind and day'],
        [{ day: '2026-11-17' }, 'a document has a number of its own kind and day'],
        [{ day: '2026-10-17' }, 'nothing is written into a closed month'],
        [{ open: 0 }, 'sums begin at nothing'],
        [{ place: 'customer' }, 'CHECK'],
        [{ blind: 2 }, 'CHECK'],
        [{ scope: 'all' }, 'CHECK'],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ]);
    });
  });

  test('keeps what the book says at that moment with everything counted', () => {
    books.within(() => {
      said('stocktake_counts', { stocktake_id: opened(), product_id: plate, book_milli }, [
        [{ book_milli: book_milli + 1 }, 'the book is as it stands'],
        [{ book_milli: 0 }, 'the book is as it stands'],
        [{ quantity_milli: -1 }, 'CHECK'],
        [{ mode: 'take' }, 'CHECK'],
        [{ product_id: 9999 }, 'the book is as it stands'],
        [{ quantity_milli: -1, mode: 'add' }, 'taken'],
        [{}, 'taken'],
      ]);
      const elsewhere = opened({ place: 'supplier-shelf' });
      const there = { stocktake_id: elsewhere, product_id: plate };
      expect(books.both('stocktake_counts', there, { book_milli })).toEqual(['the book is as it stands', 'taken']);
    });
  });

  test('ends once, not before it began, and with no more right items than were counted', () => {
    books.within(() => {
      const stocktake_id = opened();
      const over = 'an ended count takes no more';
      said('stocktake_ends', { stocktake_id }, [
        [{ day: '2026-11-17' }, over],
        [{ day: '2026-10-17' }, 'nothing is written into a closed month'],
        [{ outcome: 'forgotten' }, 'CHECK'],
        [{ items_equal: 2 }, 'CHECK'],
        [{ items_counted: -1, items_equal: -1 }, 'CHECK'],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ]);
      expect(books.one(`SELECT open FROM stocktakes WHERE id = ${stocktake_id}`)).toBe(0);
      const count = { stocktake_id, product_id: plate, book_milli };
      expect(books.said(books.insert('stocktake_counts', count))).toBe(over);
    });
  });

  test('books a difference of an item once, with its end, and only where there is one', () => {
    books.within(() => {
      const [stocktake_id, cancelled, open] = [opened(), opened(), opened()];
      books.add('stocktake_ends', { stocktake_id });
      books.add('stocktake_ends', { stocktake_id: cancelled, outcome: 'cancelled' });
      const whole = 'a document is whole when its event is written';
      said('stocktake_differences', { stocktake_id, product_id: plate }, [
        [{ stocktake_id: cancelled }, whole],
        [{ stocktake_id: open }, whole],
        [{ stocktake_id: 1, product_id: 1 }, whole],
        [{ book_milli: 1000 }, 'CHECK'],
        [{ counted_milli: -1 }, 'CHECK'],
        [{ reason: 'bad luck' }, 'CHECK'],
        [{ value_cents: -1 }, 'CHECK'],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ]);
    });
  });

  test('is not opened again', () => {
    const reopened = `UPDATE stocktakes SET open = 1 WHERE open = 0`;
    const kept = `UPDATE stocktakes SET place = 'repair'`;
    books.within(() => expect([books.said(kept), books.said(reopened)]).toEqual(['facts are never changed', 'taken']));
  });
});

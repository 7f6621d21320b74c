import { describe, expect, test } from 'vitest';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

/** What SQL says to each of these rows in turn; a CHECK names itself. */
function said(table: string, right: Row, wrongs: readonly (readonly [Row, string])[]): void {
  const heard = wrongs.map(([wrong]) => [wrong, books.said(books.insert(table, { ...right, ...wrong }))] as const);
  expect(heard.map(([wrong, message]) => [wrong, message.replace(/^CHECK.*/, 'CHECK')])).toEqual(wrongs);
}

const ownNumber = 'a document has a number of its own kind and day';
const closed = 'nothing is written into a closed month';

describe('cash put into the drawer or taken out', () => {
  test('has a number of its own kind and day, an amount, and a kind that may be booked', () => {
    books.within(() => {
      said('drawer_moves', { number: books.number('D') }, [
        [{ number: books.number('J') }, ownNumber],
        [{ day: '2026-11-17' }, ownNumber],
        [{ day: '2026-10-17' }, closed],
        [{ day: '2026-11-31' }, ownNumber],
        [{ event_seq: 1 }, 'facts belong to the event being written'],
        [{ kind: 'tip' }, 'CHECK'],
        [{ cents: 0 }, 'CHECK'],
        [{ cents: -1 }, 'CHECK'],
        [{ booked: 2 }, 'CHECK'],
        [{ kind: 'takings', booked: 1 }, 'CHECK'],
        [{ kind: 'takings', booked: 0 }, 'taken'],
        [{}, 'facts are never replaced'],
      ]);
    });
  });
});

describe('the drawer counted', () => {
  const second: Row = { number: '', expected_cents: 300 };

  test('is the sum of its coins and notes', () => {
    books.within(() => {
      const sum = 'a count is the sum of its coins and notes';
      said('drawer_counts', { ...second, number: books.number('D') }, [
        [{ counted_cents: 299 }, sum],
        [{ coins: '[]' }, sum],
        [{ coins: '[[100,2],[50,1]]' }, sum],
        [{ coins: '[[100,2],[50,1]]', counted_cents: 250 }, 'taken'],
      ]);
    });
  });

  test('has a number of its own kind and day, and what was expected of it', () => {
    books.within(() => {
      said('drawer_counts', { ...second, number: books.number('D') }, [
        [{ number: books.number('P') }, ownNumber],
        [{ day: '2026-11-17' }, ownNumber],
        [{ day: '2026-10-17' }, closed],
        [{ event_seq: 1 }, 'facts belong to the event being written'],
        [{ coins: 'three' }, 'malformed JSON'],
        [{ coins: '[[-100,3]]', counted_cents: -300 }, 'CHECK'],
        [{ expected_cents: null }, 'CHECK'],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ]);
    });
  });
});

test.each(['drawer_moves', 'drawer_counts'])('%s stay as they were posted', (table) => {
  books.within(() => {
    expect([
      books.said(`UPDATE ${table} SET note = 'x'`),
      books.said(`UPDATE ${table} SET rowid = rowid + 100`),
      books.said(`DELETE FROM ${table}`),
      books.said(books.insert(table, { ...books.row(table, 1), event_seq: 1 }, 'INSERT OR REPLACE')),
    ]).toEqual([
      'facts are never changed',
      'facts are never changed',
      'facts are never deleted',
      expect.stringMatching(/never replaced|event being written|own kind and day/),
    ]);
  });
});

import { expect, test } from 'vitest';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();
const number = books.one(
  `SELECT number FROM prints WHERE document = 'return-slip' ORDER BY copy DESC LIMIT 1`,
) as never;
const copy = Number(books.one(`SELECT count(*) FROM prints WHERE document = 'return-slip' AND number = '${number}'`));
const oneByOne = 'copies of a document are counted one by one';

/** What SQL says to each of these rows in turn; a CHECK names itself. */
function said(right: Row, wrongs: readonly (readonly [Row, string])[]): void {
  const heard = wrongs.map(([wrong]) => [wrong, books.said(books.insert('prints', { ...right, ...wrong }))] as const);
  expect(heard.map(([wrong, message]) => [wrong, message.replace(/^CHECK.*/, 'CHECK')])).toEqual(wrongs);
}

test('the copies of a document are counted one by one, from the original on', () => {
  expect(copy).toBeGreaterThan(1);
  books.within(() => {
    said({ number, copy }, [
      [{ copy: 0 }, oneByOne],
      [{ copy: copy - 1 }, oneByOne],
      [{ copy: copy + 1 }, oneByOne],
      [{ copy: -1 }, oneByOne],
      [{ document: 'refund-receipt' }, oneByOne],
      [{ document: 'refund-receipt', copy: 0 }, 'taken'],
      [{}, 'taken'],
      [{}, oneByOne],
    ]);
  });
});

test('a print is of a document with a number, on paper or into a file', () => {
  books.within(() => {
    said({ number, copy }, [
      [{ document: '', copy: 0 }, 'CHECK'],
      [{ number: '', copy: 0 }, 'CHECK'],
      [{ how: 'fax' }, 'CHECK'],
      [{ how: 'pdf' }, 'taken'],
    ]);
  });
});

test('what was printed stays as it was', () => {
  const changed = `UPDATE prints SET person = 'x'`;
  const gone = 'DELETE FROM prints';
  books.within(() =>
    expect([books.said(changed), books.said(gone)]).toEqual(['facts are never changed', 'facts are never deleted']),
  );
});

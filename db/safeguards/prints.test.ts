import { expect, test } from 'vitest';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();
const number = 'R-2026-000001';
/** The copy that comes next, after the original and one more. */
const copy = 2;
const printedTwice = (): void => {
  for (const earlier of [0, 1]) books.add('prints', { document: 'scrap-note', number, copy: earlier });
};
const oneByOne = 'copies of a document are counted one by one';
const again = 'facts are never replaced';

/** What SQL says to each of these rows in turn; a CHECK names itself. */
function said(right: Row, wrongs: readonly (readonly [Row, string])[]): void {
  const heard = wrongs.map(([wrong]) => [wrong, books.said(books.insert('prints', { ...right, ...wrong }))] as const);
  expect(heard.map(([wrong, message]) => [wrong, message.replace(/^CHECK.*/, 'CHECK')])).toEqual(wrongs);
}

test('the copies of a document are counted one by one, from the original on', () => {
  books.within(() => {
    printedTwice();
    said({ document: 'scrap-note', number, copy }, [
      [{ copy: 0 }, again],
      [{ copy: copy - 1 }, again],
      [{ copy: copy + 1 }, oneByOne],
      [{ copy: -1 }, oneByOne],
      [{ document: 'refund-receipt' }, oneByOne],
      [{ document: 'refund-receipt', copy: 0 }, 'taken'],
      [{}, 'taken'],
      [{}, again],
    ]);
  });
});

test('a print is of a document with a number, on paper or into a file', () => {
  books.within(() => {
    printedTwice();
    said({ document: 'scrap-note', number, copy }, [
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

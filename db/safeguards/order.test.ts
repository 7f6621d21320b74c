import { describe, expect, test } from 'vitest';
import { plainDay, type Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const last = () =>
  books.raw.prepare('SELECT seq, hash FROM journal_of_events ORDER BY seq DESC LIMIT 1').get() as {
    seq: number;
    hash: string;
  };

function event(changes: Row = {}): string {
  const { seq, hash } = last();
  const row: Row = {
    seq: seq + 1,
    action_id: 'by-hand',
    kind: 'x',
    at: '',
    day: plainDay,
    person: '店主',
    input_sha256: '7'.repeat(64),
    result: '{}',
    previous_hash: hash,
    hash: '8'.repeat(64),
    ...changes,
  };
  const values = Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return `INSERT INTO journal_of_events (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`;
}

describe('events', () => {
  test.each<[string, () => Row, string]>([
    ['that skip a number', () => ({ seq: last().seq + 2 }), 'an event must follow the last one'],
    ['that come again', () => ({ seq: last().seq }), 'facts are never replaced'],
    ['that do not name the one before', () => ({ previous_hash: '0'.repeat(64) }), 'an event must follow the last one'],
    ['that name none before', () => ({ previous_hash: null }), 'an event must follow the last one'],
    ['of a day before the last one', () => ({ day: '2026-11-17' }), 'business days never run backward'],
    ['of a day that does not exist', () => ({ day: '2026-11-31' }), 'no such day'],
    ['of a month that does not exist', () => ({ day: '2027-99-99' }), 'no such day'],
    [
      'of an action that was done',
      () => ({ action_id: String(books.row('journal_of_events', 1).action_id) }),
      'facts are never replaced',
    ],
  ])('%s are refused', (_, changes, said) => {
    books.within(() => {
      expect(books.said(event(changes()))).toBe(said);
      expect(books.said(event())).toBe('taken');
    });
  });

  test('of the same day, and of a later one, are taken', () => {
    books.within(() => expect(books.said(event({ day: '2026-11-19' }))).toBe('taken'));
  });
});

describe('numbers of documents', () => {
  const document = (seq: number, changes: Row = {}): Row => ({
    number: `R-2026-${String(seq).padStart(6, '0')}`,
    series: 'R',
    year: 2026,
    seq,
    day: plainDay,
    ...changes,
  });
  const next = () => books.one(`SELECT max(seq) + 1 FROM documents WHERE series = 'R'`);

  test.each<[string, () => Row, RegExp]>([
    ['that leave a gap', () => document(next() + 1), /^numbers of documents have no gaps$/],
    ['that come again', () => document(next() - 1), /^facts are never replaced$/],
    ['that do not fit their parts', () => document(next(), { number: 'R-2026-000009x' }), /^CHECK constraint failed/],
    ['of another year than their day', () => document(next(), { day: '2027-01-01' }), /^CHECK constraint failed/],
    ['of an unknown series', () => document(1, { series: 'X', number: 'X-2026-000001' }), /^CHECK constraint failed/],
    ['of a day that does not exist', () => document(next(), { day: '2026-11-31' }), /^no such day$/],
  ])('%s are refused', (_, wrong, said) => {
    books.within(() => {
      expect(books.said(books.insert('documents', wrong()))).toMatch(said);
      expect(books.said(books.insert('documents', document(next())))).toBe('taken');
    });
  });
});

test('sales, returns and moves of days that do not exist are refused', () => {
  books.within(() => {
    const day = '2026-11-31';
    expect(books.both('sales', { number: 'new' }, { day })).toEqual(['no such day', 'taken']);
    const read = { number: 'R-of-a-file', origin: 'import' };
    expect(books.both('returns', read, { day })).toEqual(['no such day', 'taken']);
    expect(books.both('stock_moves', {}, { day })).toEqual(['no such day', 'taken']);
  });
});

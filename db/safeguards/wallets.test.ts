import { describe, expect, test } from 'vitest';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

/** What SQL says to each of these rows in turn; a CHECK names itself. */
function said(table: string, right: Row, wrongs: readonly (readonly [Row, string])[]): void {
  const heard = wrongs.map(([wrong]) => [wrong, books.said(books.insert(table, { ...right, ...wrong }))] as const);
  expect(heard.map(([wrong, message]) => [wrong, message.replace(/^CHECK.*/, 'CHECK')])).toEqual(wrongs);
}

const standing = `amount_cents > 0 AND NOT EXISTS (SELECT 1 FROM wallet_lines l WHERE l.payout_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM payouts v WHERE v.voids_payout_id = p.id)`;
const free = books.one(`SELECT max(id) FROM payouts p WHERE tender = 'wechat' AND ${standing}`);
const freeCents = books.one(`SELECT amount_cents FROM payouts WHERE id = ${free}`);
const inCash = books.one(`SELECT max(id) FROM payouts p WHERE tender = 'cash' AND ${standing}`);
const taken = books.one(`SELECT payout_id FROM wallet_lines WHERE wallet = 'wechat' AND payout_id IS NOT NULL LIMIT 1`);
const takenCents = books.one(`SELECT amount_cents FROM payouts WHERE id = ${taken}`);

/** A line of a bill of the event that comes next. */
function lineOf(row: Row = {}): number {
  const wallet_bill_id = books.add('wallet_bills', row.wallet === undefined ? {} : { wallet: row.wallet });
  return books.add('wallet_lines', { wallet_bill_id, ...row });
}

describe('a bill of a wallet', () => {
  test('is of a wallet that is known, of some days, and counts its rows', () => {
    books.within(() => {
      said('wallet_bills', {}, [
        [{ wallet: 'cash' }, 'CHECK'],
        [{ sha256: 'abc' }, 'CHECK'],
        [{ from_day: '2026-11-31' }, 'CHECK'],
        [{ to_day: '2026-11-17' }, 'CHECK'],
        [{ rows_refused: 2 }, 'CHECK'],
        [{ rows_read: -1 }, 'CHECK'],
        [{ event_seq: 1 }, 'facts belong to the event being written'],
        [{}, 'taken'],
        [{ id: 1 }, 'facts are never replaced'],
      ]);
    });
  });

  test('brings its refunds with it, each once, for more than nothing, and tied to nothing', () => {
    books.within(() => {
      const wallet_bill_id = books.add('wallet_bills');
      const whole = 'a document is whole when its event is written';
      said('wallet_lines', { wallet_bill_id }, [
        [{ wallet_bill_id: 1 }, whole],
        [{ wallet: 'alipay' }, whole],
        [{ reference: '' }, 'CHECK'],
        [{ cents: 0 }, 'CHECK'],
        [{ day: '2026-02-30' }, 'CHECK'],
        [{ payout_id: free }, 'sums begin at nothing'],
        [{}, 'taken'],
        [{}, 'a refund of a wallet stands once'],
        [{ reference: 'W2' }, 'taken'],
      ]);
      expect(() => lineOf({ wallet: 'alipay' })).not.toThrow();
    });
  });
});

describe('a tie', () => {
  test('is to a payout of the same wallet and amount', () => {
    books.within(() => {
      const wallet_line_id = lineOf({ cents: freeCents });
      const own = 'a line is tied to a payout of its own wallet and amount';
      said('wallet_ties', { wallet_line_id, payout_id: free }, [
        [{ payout_id: inCash }, own],
        [{ wallet_line_id: lineOf({ cents: freeCents + 1, reference: 'W3' }) }, own],
        [{ wallet_line_id: lineOf({ cents: freeCents, wallet: 'alipay' }) }, own],
        [{ how: 'guess' }, 'CHECK'],
        [{ how: 'undone' }, 'CHECK'],
        [{ payout_id: null, how: 'undone' }, 'a line is tied once'],
        [{}, 'taken'],
      ]);
      expect(books.one(`SELECT payout_id FROM wallet_lines WHERE id = ${wallet_line_id}`)).toBe(free);
    });
  });

  test('is the only one of its line and of its payout until it is undone', () => {
    books.within(() => {
      const wallet_line_id = lineOf({ cents: freeCents });
      const second = lineOf({ cents: freeCents, reference: 'W4' });
      const other = lineOf({ cents: takenCents, reference: 'W5' });
      const tie: Row = { wallet_line_id, payout_id: free };
      said('wallet_ties', tie, [
        [{ wallet_line_id: other, payout_id: taken }, 'a payout is tied once'],
        [{}, 'taken'],
        [{}, 'a line is tied once'],
        [{ wallet_line_id: second }, 'a payout is tied once'],
        [{ payout_id: null, how: 'hand' }, 'CHECK'],
        [{ payout_id: null, how: 'undone' }, 'taken'],
        [{ payout_id: null, how: 'undone' }, 'a line is tied once'],
        [{ wallet_line_id: second }, 'taken'],
      ]);
      expect(books.one(`SELECT payout_id IS NULL FROM wallet_lines WHERE id = ${wallet_line_id}`)).toBe(1);
    });
  });
});

import { expect, test } from 'vitest';
import type { JournalLineOfMonth } from '../../../db/queries/month-pack.ts';
import { type Grouping, vouchersOf } from './vouchers.ts';

type Side = readonly [role: string, cents: number];

/** An entry as rows; debits above zero, credits below. */
function entry(
  number: number,
  { kind, day = '2026-11-03', lines }: { kind: string; day?: string; lines: Side[] },
): JournalLineOfMonth[] {
  return lines.map(([role, cents], index) => ({
    number: `J-${number}`,
    day,
    kind,
    document: `D-${number}`,
    corrects: null,
    lineNo: index + 1,
    role,
    accountCode: role,
    accountName: role,
    debitCents: Math.max(0, cents),
    creditCents: Math.max(0, 0 - cents),
  }));
}

const payout = (number: number, cents: number, day = '2026-11-03') =>
  entry(number, {
    kind: 'payout',
    day,
    lines: [
      ['owed-to-customer', cents],
      ['cash', -cents],
    ],
  });
const credit = entry(1, {
  kind: 'credit-note',
  lines: [
    ['sales', 100],
    ['output-tax', 13],
    ['other-income', -5],
    ['owed-to-customer', -108],
  ],
});
const goods = entry(2, {
  kind: 'goods-back',
  lines: [
    ['goods', 60],
    ['cost-of-sales', -60],
  ],
});
const undone = entry(3, {
  kind: 'payout-void',
  lines: [
    ['cash', 108],
    ['owed-to-customer', -108],
  ],
});

const sides = (rows: JournalLineOfMonth[], grouping: Grouping) =>
  [...vouchersOf(rows, grouping)].map(({ lines }) =>
    lines.map((line) => [line.accountCode, line.debitCents, line.creditCents]),
  );

test('in red, sales, tax and cost stay on their own side; what is owed is new, and a counter-entry is all red', () => {
  expect(sides([...credit, ...goods, ...undone], { per: 'entry', red: 'negative' })).toEqual([
    [
      ['sales', 0, -100],
      ['output-tax', 0, -13],
      ['other-income', 0, 5],
      ['owed-to-customer', 0, 108],
    ],
    [
      ['goods', 60, 0],
      ['cost-of-sales', -60, 0],
    ],
    [
      ['cash', 0, -108],
      ['owed-to-customer', -108, 0],
    ],
  ]);
});

test('with swapped sides everything stands as it was posted', () => {
  expect(sides(undone, { per: 'entry', red: 'swapped' })).toEqual([
    [
      ['cash', 108, 0],
      ['owed-to-customer', 0, 108],
    ],
  ]);
});

test('a day is one voucher for each kind, in the order they come, with both sides of an account apart', () => {
  const rows = [...payout(1, 50), ...goods, ...payout(4, 30), ...payout(5, 7, '2026-11-04')];
  const vouchers = [...vouchersOf(rows, { per: 'day', red: 'swapped' })];
  expect(vouchers.map(({ number, day, kind, entries, document }) => [number, day, kind, entries, document])).toEqual([
    [1, '2026-11-03', 'payout', 2, 'D-1…D-4'],
    [2, '2026-11-03', 'goods-back', 1, 'D-2'],
    [3, '2026-11-04', 'payout', 1, 'D-5'],
  ]);
  expect(vouchers[0]?.lines).toEqual([
    { accountCode: 'owed-to-customer', accountName: 'owed-to-customer', debitCents: 80, creditCents: 0 },
    { accountCode: 'cash', accountName: 'cash', debitCents: 0, creditCents: 80 },
  ]);
});

test('a month is dated its last day', () => {
  const vouchers = [...vouchersOf([...payout(1, 50), ...payout(2, 7, '2026-11-04')], { per: 'month', red: 'swapped' })];
  expect(vouchers.map(({ day, entries }) => [day, entries])).toEqual([['2026-11-30', 2]]);
});

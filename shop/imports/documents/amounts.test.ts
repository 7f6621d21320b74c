import { describe, expect, test } from 'vitest';
import type { FileRow, RowAmounts } from '../rows/row.ts';
import { amountsOf } from './amounts.ts';
import { kindOf } from './kinds.ts';

const nothing: RowAmounts = {
  paid: undefined,
  discount: undefined,
  tax: undefined,
  delivery: undefined,
  refunded: undefined,
};

function row(over: Partial<Omit<FileRow, 'amounts'>> & { amounts?: Partial<RowAmounts> } = {}): FileRow {
  return {
    row: 1,
    number: '1',
    moment: { at: '2026-03-08T02:15:00.000Z', ms: 0, day: '2026-03-08' },
    product: { sku: 'A', name: '', spec: '' },
    name: '',
    person: undefined,
    milli: 2000,
    priceE4: 99_000,
    words: { tender: '', channel: '', status: '' },
    signedOn: undefined,
    ofSale: undefined,
    lineNumber: '',
    valueCents: undefined,
    dueCents: [],
    meaning: 'sold',
    ...over,
    amounts: { ...nothing, ...over.amounts },
  };
}
const paidOf = (rows: FileRow[]) => {
  const amounts = amountsOf(rows, { digits: 2, habits: {} });
  return 'code' in amounts ? amounts.code : amounts.lines.map(({ paidCents }) => paidCents);
};

describe('what was really paid', () => {
  test('quantity × price, rounded once, half away from zero', () => {
    expect(paidOf([row({ milli: 3000, priceE4: 50 }), row({ milli: 1500, priceE4: 10_000 })])).toEqual([2, 150]);
  });

  test('less the line’s discount, however its sign is written', () => {
    expect(paidOf([row({ amounts: { discount: 80 } }), row({ amounts: { discount: -80 } })])).toEqual([1900, 1900]);
  });

  test('or what the file says', () => expect(paidOf([row({ amounts: { paid: 1800 } })])).toEqual([1800]));

  test('an order’s amount on its first row is shared over all rows', () => {
    const rows = [row({ milli: 1000, amounts: { paid: 1000 } }), row({ milli: 2000 }), row({ milli: 0, priceE4: 0 })];
    expect(paidOf(rows)).toEqual([333, 667, 0]);
  });

  test('so is an order’s amount that stands on each row', () => {
    expect(paidOf([row({ amounts: { paid: 3000 } }), row({ amounts: { paid: 3000 } })])).toEqual([1500, 1500]);
  });

  test('the same amount paid for equal rows is each row’s own', () => {
    expect(paidOf([row({ amounts: { paid: 1900 } }), row({ amounts: { paid: 1900 } })])).toEqual([1900, 1900]);
  });

  test('tax is a part of it; postage is taken once', () => {
    const rows = [row({ amounts: { tax: 200, delivery: 600 } }), row({ amounts: { tax: 100, delivery: 600 } })];
    expect(amountsOf(rows, { digits: 2, habits: {} })).toEqual({
      lines: [
        { paidCents: 1980, taxCents: 200 },
        { paidCents: 1980, taxCents: 100 },
      ],
      deliveryCents: 600,
      refundedCents: 0,
      insideCents: 0,
    });
  });

  test.each([{ discount: 2000 }, { paid: -5 }, { paid: 100, tax: 101 }])('%o is refused', (amounts) =>
    expect(paidOf([row({ amounts })])).toBe('not-a-price'),
  );
});

describe('what a row is', () => {
  const less = (number: string, status = '') =>
    kindOf(row({ number, milli: -1000, words: { tender: '', channel: '', status } }));

  test('less than nothing came back when the number or the status says so', () => {
    expect([less('C536379'), less('1', '退款成功'), less('1', 'Refunded')]).toEqual(['return', 'return', 'return']);
  });

  test('and left the stock otherwise', () => {
    expect([less('536414'), less('CASH1'), less('1', '没有申请退款')]).toEqual([
      'adjustment',
      'adjustment',
      'adjustment',
    ]);
  });

  test('more than nothing was sold, whatever the number', () =>
    expect(kindOf(row({ number: 'C536379' }))).toBe('sale'));
});

import { describe, expect, test } from 'vitest';
import { addDays, daySchema, daysBetween, daysOfMonth, monthSchema } from './days.ts';
import {
  amountAt,
  asCents,
  asPriceE4,
  currencyDigits,
  formatPrice,
  parsePrice,
  plainAmount,
  unitPriceSchema,
} from './money.ts';
import { asMilli, fromMilli, quantitySchema, toMilli } from './quantity.ts';

describe('money', () => {
  test.each([
    ['2.55', 25_500, '2.55'],
    ['0', 0, '0.00'],
    ['12', 120_000, '12.00'],
    ['0.0001', 1, '0.0001'],
    ['9999999999.9999', 99_999_999_999_999, '9999999999.9999'],
  ])('the price %s is read as %i ten-thousandths and written as %s', (text, price, written) => {
    expect(parsePrice(text)).toBe(price);
    expect(formatPrice(asPriceE4(price))).toBe(written);
  });

  test.each(['', '1,5', '-1', '1.23456', '.5', '1.', '1e3', '12345678901', ' 1', '１'])('%o is no price', (text) => {
    expect(parsePrice(text)).toBeUndefined();
    expect(unitPriceSchema.safeParse(text).success).toBe(false);
  });

  test('a quantity at a price is rounded once, in the currency’s own unit', () => {
    expect(amountAt(25_550, 1000, 2)).toBe(256);
    expect(amountAt(25_500, 333, 2)).toBe(85);
    expect(amountAt(25_500, 2000, 0)).toBe(5);
    expect(amountAt(25_500, 1000, 3)).toBe(2550);
    expect(['CNY', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
  });

  test('amounts are written plainly', () => {
    expect([plainAmount(-7), plainAmount(123_456), plainAmount(0), plainAmount(5, 0), plainAmount(-5, 3)]).toEqual([
      '-0.07',
      '1234.56',
      '0.00',
      '5',
      '-0.005',
    ]);
  });

  test('what is no whole number of the smallest unit stops the program', () => {
    for (const value of [0.5, Number.NaN, 2 ** 53]) expect(() => asCents(value)).toThrow(String(value));
    expect(() => asPriceE4(-1)).toThrow('-1');
    expect(() => asMilli(1.5)).toThrow('1.5');
  });
});

describe('quantities', () => {
  test('have three decimals, in both directions', () => {
    for (const milli of [1, 100, 1001, 4_100, 999_999_999_999]) expect(toMilli(fromMilli(milli))).toBe(milli);
    expect(toMilli(0.1 + 0.2)).toBe(300);
    expect(() => toMilli(1.2345)).toThrow('1.2345');
  });

  test.each([0, 5e-324, -1, 1.2345, 1e9 + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no quantity to move',
    (value) => {
      expect(quantitySchema.safeParse(value).success).toBe(false);
    },
  );
});

describe('days', () => {
  test('only real ones', () => {
    const real = ['2026-11-18', '2024-02-29'];
    const unreal = ['2026-02-29', '2026-13-01', '2026-1-1', '18.11.2026', '2026-11-18T00:00:00Z', ''];
    expect([...real, ...unreal].filter((day) => daySchema.safeParse(day).success)).toEqual(real);
    expect(['2026-11', '2026-00', '2026-13', '26-11'].filter((month) => monthSchema.safeParse(month).success)).toEqual([
      '2026-11',
    ]);
  });

  test('are counted over the ends of months and years', () => {
    expect([addDays('2026-12-31', 1), addDays('2026-03-01', -1), addDays('2024-02-28', 1)]).toEqual([
      '2027-01-01',
      '2026-02-28',
      '2024-02-29',
    ]);
    expect(daysBetween({ from: '2025-12-31', to: '2026-03-01' })).toBe(60);
    expect(daysBetween({ from: '2026-03-01', to: '2026-02-28' })).toBe(-1);
    expect([daysOfMonth('2024-02'), daysOfMonth('2026-12')]).toEqual([
      { from: '2024-02-01', to: '2024-02-29' },
      { from: '2026-12-01', to: '2026-12-31' },
    ]);
  });
});

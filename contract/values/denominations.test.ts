import { expect, test } from 'vitest';
import { denominationsOf } from './denominations.ts';

test('the coins and notes of China, from the hundred to the jiao', () => {
  expect(denominationsOf('CNY')).toEqual([10_000, 5000, 2000, 1000, 500, 100, 50, 10]);
});

test('a currency without decimals is counted in whole units', () => {
  expect(denominationsOf('JPY')).toEqual([10_000, 5000, 1000, 500, 100, 50, 10, 5, 1]);
});

test('any other currency has steps of one, two and five', () => {
  expect(denominationsOf('ISK')).toEqual([
    50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
  ]);
  expect(denominationsOf('KWD').slice(0, 4)).toEqual([500_000, 200_000, 100_000, 50_000]);
});

test.each(Intl.supportedValuesOf('currency'))('%s fits on one count sheet', (currency) => {
  const values = denominationsOf(currency);
  expect(values).toEqual([...new Set(values)].toSorted((one, other) => other - one));
  expect([
    values.length <= 40,
    values.every((value) => Number.isSafeInteger(value) && value > 0 && value <= 100_000_000),
  ]).toEqual([true, true]);
});

import { expect, test } from 'vitest';
import { currencySign, formatAmount, formatMoney, formatPriceText, formatQuantity, shortPhone } from './format.ts';

const chinese = { locale: 'zh-CN', currency: 'CNY' } as const;
const english = { locale: 'en', currency: 'GBP' } as const;

test('amounts carry the currency alone and leave it out in columns', () => {
  expect([formatMoney(128_400, chinese), formatAmount(128_400, chinese), currencySign(english)]).toEqual([
    '¥1,284.00',
    '1,284.00',
    '£',
  ]);
});

test('amounts are exact up to the last safe cent, below zero too', () => {
  expect([formatAmount(9_007_199_254_740_991, english), formatMoney(-7, english)]).toEqual([
    '90,071,992,547,409.91',
    '-£0.07',
  ]);
});

test('a currency without decimals shows none', () => {
  expect(formatMoney(1284, { locale: 'en', currency: 'JPY' })).toBe('¥1,284');
});

test('prices keep up to four decimals and quantities up to three', () => {
  expect([formatPriceText('2.5512', english), formatPriceText('1234.5', english), formatQuantity(1.5, 'en')]).toEqual([
    '2.5512',
    '1,234.50',
    '1.5',
  ]);
});

test('a list shows a phone in short', () => {
  expect([shortPhone('13812346198'), shortPhone('62178899')]).toEqual(['138…6198', '62178899']);
});

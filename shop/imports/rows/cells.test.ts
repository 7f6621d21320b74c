import { describe, expect, test } from 'vitest';
import { readPhone, textReader } from './cells.ts';
import { dateReader } from './dates.ts';
import { readAmount, readPrice, readQuantity } from './figures.ts';

const code = textReader({ longest: 12, needed: true, isCode: true });
const number = textReader({ longest: 12, isCode: true, isNumber: true });
const words = textReader({ longest: 12 });

describe('codes and words', () => {
  test.each([
    ['="00123"', '00123'],
    ['\t00123', '00123'],
    ["'00123", '00123'],
    ['  85123A ', '85123A'],
    ['85123.0', '85123.0'],
  ])('the code %j is %j', (raw, value) => expect(code(raw)).toEqual({ value }));

  test.each([
    ['17850.0', '17850'],
    ['17850.50', '17850.50'],
    ['', ''],
  ])('the number %j is %j', (raw, value) => expect(number(raw)).toEqual({ value }));

  test.each([
    ["'Tis a mug", "'Tis a mug"],
    ["'-20% mug", '-20% mug'],
    ['="a ""b"""', 'a "b"'],
    ['　茶壶　', '茶壶'],
  ])('the words %j are %j', (raw, value) => expect(words(raw)).toEqual({ value }));

  test.each([
    [code, '1.23E+17', 'digits-lost'],
    [code, '="1.2E+11"', 'digits-lost'],
    [code, ' ', 'field-empty'],
    [code, '1234567890123', 'too-long'],
    [words, 'a name that is longer', 'too-long'],
  ] as const)('%o refuses %j as %s', (read, raw, problem) => expect(read(raw)).toEqual({ problem }));

  test('a code that only looks like a power of ten is a code', () => expect(code('5E10')).toEqual({ value: '5E10' }));

  test('a masked phone is no phone', () => {
    expect([readPhone('138****6198'), readPhone('##'), readPhone('13800136198.0')]).toEqual([
      { value: '' },
      { value: '' },
      { value: '13800136198' },
    ]);
  });
});

describe('figures', () => {
  test.each([
    ['6', 6000],
    ['-6.00', -6000],
    ['1,200', 1_200_000],
    ['(3)', -3000],
    ['0.125', 125],
    ['2.9999999999999996', 3000],
    ['２', 2000],
  ])('the quantity %j is %d thousandths', (raw, value) => expect(readQuantity(raw)).toEqual({ value }));

  test.each([
    ['2.55', 25_500],
    ['2.5499999999999998', 25_500],
    ['¥1,234.50', 12_345_000],
    ['￥9.9', 99_000],
    ['9.90元', 99_000],
    ['$ 5', 50_000],
    ['£0.001', 10],
    ['0', 0],
    ['.5', 5000],
  ])('the price %j is %d ten-thousandths', (raw, value) => expect(readPrice(raw)).toEqual({ value }));

  test.each([
    ['(12.345)', 2, -1235],
    ['19.8', 2, 1980],
    ['', 2, undefined],
    ['1,000', 0, 1000],
    ['1.2345', 3, 1235],
  ])('the amount %j with %d decimals is %j', (raw, digits, value) =>
    expect(readAmount(digits)(raw)).toEqual({ value }),
  );

  test.each([
    [readQuantity, '', 'field-empty'],
    [readQuantity, 'two', 'not-a-number'],
    [readQuantity, '1,20', 'not-a-number'],
    [readQuantity, '1.2.3', 'not-a-number'],
    [readQuantity, '-', 'not-a-number'],
    [readQuantity, '0.00', 'zero-quantity'],
    [readQuantity, '1.2345', 'too-many-decimals'],
    [readQuantity, '1.23E+17', 'digits-lost'],
    [readQuantity, '99999999999', 'not-a-number'],
    [readPrice, '-1', 'not-a-price'],
    [readPrice, '1.23456', 'too-many-decimals'],
    [readPrice, 'free', 'not-a-number'],
    [readPrice, '', 'field-empty'],
  ] as const)('%o refuses %j as %s', (read, raw, problem) => expect(read(raw)).toEqual({ problem }));
});

describe('dates', () => {
  const shanghai = dateReader('Asia/Shanghai');
  const london = dateReader('Europe/London');

  test.each([
    ['2026-03-08 10:15', '2026-03-08T02:15:00.000Z', '2026-03-08'],
    ['2026-03-08 10:15:59', '2026-03-08T02:15:59.000Z', '2026-03-08'],
    ['2026/3/8 7:05', '2026-03-07T23:05:00.000Z', '2026-03-08'],
    ['2026年3月8日 07:05', '2026-03-07T23:05:00.000Z', '2026-03-08'],
    ['2026-03-08', '2026-03-07T16:00:00.000Z', '2026-03-08'],
    ['2026-03-08T23:30:00Z', '2026-03-08T23:30:00.000Z', '2026-03-09'],
    ['2026-03-08T10:15:00+08:00', '2026-03-08T02:15:00.000Z', '2026-03-08'],
  ])('%s in Shanghai', (raw, at, day) => expect(shanghai(raw)).toMatchObject({ value: { at, day } }));

  test('the hour that comes twice and the one that never was have a place all the same', () => {
    expect(['2026-10-25 01:30', '2026-03-29 01:30', '2026-07-01 12:00'].map(london)).toMatchObject([
      { value: { at: '2026-10-25T00:30:00.000Z' } },
      { value: { at: '2026-03-29T01:30:00.000Z' } },
      { value: { at: '2026-07-01T11:00:00.000Z' } },
    ]);
  });

  test.each(['2026-02-30', '08/03/2026', '2026-03-08 25:00', '44927.5', 'yesterday', '2026/03-08'])(
    '%s is no date',
    (raw) => expect(shanghai(raw)).toEqual({ problem: 'not-a-date' }),
  );
});

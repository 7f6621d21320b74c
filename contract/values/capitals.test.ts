import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInCapitals } from './capitals.ts';

test.each([
  [0, '人民币零元整'],
  [5, '人民币伍分'],
  [50, '人民币伍角整'],
  [55, '人民币伍角伍分'],
  [100, '人民币壹元整'],
  [102, '人民币壹元零贰分'],
  [120, '人民币壹元贰角整'],
  [1000, '人民币壹拾元整'],
  [9900, '人民币玖拾玖元整'],
  [10_005, '人民币壹佰元零伍分'],
  [32_504, '人民币叁佰贰拾伍元零肆分'],
  [100_100, '人民币壹仟零壹元整'],
  [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
  [140_950, '人民币壹仟肆佰零玖元伍角整'],
  [600_714, '人民币陆仟零柒元壹角肆分'],
  [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [10_000_100, '人民币壹拾万零壹元整'],
  [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
  [100_000_000, '人民币壹佰万元整'],
  [10_000_000_000, '人民币壹亿元整'],
  [10_000_000_001, '人民币壹亿元零壹分'],
  [10_001_000_000, '人民币壹亿零壹万元整'],
  [1_000_000_000_000, '人民币壹佰亿元整'],
  [Number.MAX_SAFE_INTEGER, '人民币玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
])('%d fen are %s', (cents, text) => {
  expect(amountInCapitals(cents, 'CNY')).toBe(text);
});

test('other currencies go by their Chinese names and their own smallest unit', () => {
  expect(amountInCapitals(12_345, 'USD')).toBe('美元壹佰贰拾叁元肆角伍分');
  expect(amountInCapitals(1200, 'JPY')).toBe('日元壹仟贰佰元整');
  expect(amountInCapitals(0, 'JPY')).toBe('日元零元整');
  expect(amountInCapitals(1005, 'KWD')).toBe('科威特第纳尔壹元零伍厘');
});

test('an amount below zero and an amount that is none are refused', () => {
  expect(() => amountInCapitals(-1, 'CNY')).toThrow('below zero: -1');
  expect(() => amountInCapitals(0.5, 'CNY')).toThrow('0.5');
});

const values = '零壹贰叁肆伍陆柒捌玖';
const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads the part before 元 back, the way a person does. */
function readBack(text: string): number {
  for (const [unit, base] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return readBack(text.slice(0, at)) * base + readBack(text.slice(at + 1));
  }
  let sum = 0;
  let figure = 0;
  for (const character of text) {
    const unit = units[character];
    if (unit === undefined) figure = values.indexOf(character);
    else sum += figure * unit;
    if (unit !== undefined) figure = 0;
  }
  return sum + figure;
}

test('every amount reads back as itself, without a double 零', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90_000_000_000_000 }), (yuan) => {
      const text = amountInCapitals(yuan * 100, 'CNY');
      expect(text).not.toContain('零零');
      expect(readBack(text.slice('人民币'.length, -'元整'.length))).toBe(yuan);
    }),
  );
});

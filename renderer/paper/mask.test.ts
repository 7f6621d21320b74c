import { expect, test } from 'vitest';
import { maskPhone } from './mask.ts';

test.each([
  ['13800006198', '138****6198'],
  ['+86 138 0000 6198', '+86 1** **** 6198'],
  ['021-64375688', '021-****5688'],
  ['6437 5688', '643* 5688'],
  ['110', '*10'],
  ['12', '12'],
  ['', ''],
])('%s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWholeCode, newCode, plainCode } from './code.ts';

test('a code has thirteen signs without look-alikes, and is read however it is typed', () => {
  const code = newCode();
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{13}$/);
  expect(plainCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code);
});

test('every single sign mistyped and every two neighbours exchanged are found', () => {
  const property = fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 12, maxLength: 12 }), (signs) => {
    let at = 0;
    const code = newCode(() => signs[at++] ?? 0);
    expect(isWholeCode(code)).toBe(true);
    for (let index = 0; index < code.length; index += 1) {
      const other = code[index] === '2' ? '3' : '2';
      expect(isWholeCode(code.slice(0, index) + other + code.slice(index + 1))).toBe(false);
      const [one = '', two = ''] = [code[index], code[index + 1]];
      const exchanged = code.slice(0, index) + two + one + code.slice(index + 2);
      if (two !== '' && one !== two) expect(isWholeCode(exchanged)).toBe(false);
    }
  });
  fc.assert(property, { numRuns: 200 });
});

import { expect, test } from 'vitest';
import { asRecoveryCode, newRecoveryCode } from './recovery-code.ts';

test('a code has five groups of four, of letters that look like no other', () => {
  const codes = Array.from({ length: 200 }, () => newRecoveryCode());
  for (const code of codes) expect(code).toMatch(/^(?:[2-9A-HJKMNP-TWXYZ]{4}-){4}[2-9A-HJKMNP-TWXYZ]{4}$/);
  expect(new Set(codes).size).toBe(200);
});

test('bytes that would make some letters likelier are thrown away', () => {
  let asked = 0;
  const code = newRecoveryCode((bytes) => {
    asked += 1;
    return bytes.fill(asked === 1 ? 255 : 0);
  });
  expect([asked, code]).toEqual([2, '2222-2222-2222-2222-2222']);
});

test('it is known however it was typed, and nothing else is', () => {
  const code = newRecoveryCode();
  const typed = [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `];
  expect(typed.map(asRecoveryCode)).toEqual(typed.map(() => code));
  expect(['482913', `${code}2`, 'my long word for a PIN'].map(asRecoveryCode)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

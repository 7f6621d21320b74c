import { expect, test } from 'vitest';
import { gb18030 } from './gb18030.ts';

const read = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

test('every character comes back as it was, but for those that have no code of their own any more', () => {
  const lost: number[] = [];
  for (let from = 0; from <= 0x10_ffff; from += 0x100) {
    if (from >= 0xd800 && from <= 0xdfff) continue;
    const points = Array.from({ length: 0x100 }, (_, index) => from + index);
    const back = [...read(gb18030(String.fromCodePoint(...points)))].map((sign) => sign.codePointAt(0));
    lost.push(...points.filter((point, index) => back[index] !== point));
  }
  expect(lost).toHaveLength(19);
  for (const point of lost) expect(point >= 0xe000 && point <= 0xf8ff).toBe(true);
});

test('one, two and four bytes as the standard has them; half a pair is the replacement character', () => {
  expect(Buffer.from(gb18030('A中€𠮷')).toString('hex')).toBe('41d6d0a2e39534b235');
  expect(read(gb18030('a\uD800b'))).toBe('a\uFFFDb');
});

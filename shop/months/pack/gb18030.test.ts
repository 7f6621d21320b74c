import { expect, test } from 'vitest';
import { gb18030 } from './gb18030.ts';

const read = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

test('every character comes back as it was, but for those that have no code of their own any more', () => {
  const lost: number[] = [];
  for (let point = 0; point <= 0x10_ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const text = String.fromCodePoint(point);
    if (read(gb18030(text)) !== text) lost.push(point);
  }
  expect(lost).toHaveLength(19);
  for (const point of lost) expect(point >= 0xe000 && point <= 0xf8ff).toBe(true);
});

test('one, two and four bytes as the standard has them; half a pair is the replacement character', () => {
  expect(Buffer.from(gb18030('A中€𠮷')).toString('hex')).toBe('41d6d0a2e39534b235');
  expect(read(gb18030('a\uD800b'))).toBe('a\uFFFDb');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSums, writeSums } from './sums.ts';

const hash = 'ab'.repeat(32);
const read = (text: string): unknown => {
  const sums = parseSums(Buffer.from(text, 'latin1'));
  return sums && [...sums];
};

test('what was written is read back', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._ -]{0,20}$/).filter((text) => /^[\x20-\x7e]+$/.test(text));
  const entry = fc.tuple(name, fc.stringMatching(/^[0-9a-f]{64}$/));
  const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 9, selector: ([text]) => text.toLowerCase() });
  fc.assert(
    fc.property(entries, (list) => {
      const sums = new Map(list);
      expect(parseSums(Buffer.from(writeSums(sums)))).toEqual(sums);
    }),
  );
});

test.each([
  ['nothing', ''],
  ['an empty line', '\n'],
  ['a line that is cut off', `${hash}  a.exe`],
  ['a hash that is cut off', `${hash.slice(1)}  a.exe\n`],
  ['a hash in capitals', `${hash.toUpperCase()}  a.exe\n`],
  ['two lines for one name', `${hash}  a.exe\n${'cd'.repeat(32)}  a.exe\n`],
  ['two names that differ in case alone', `${hash}  a.exe\n${hash}  A.exe\n`],
  ['line ends of Windows', `${hash}  a.exe\r\n`],
  ['a byte order mark', `\u00EF\u00BB\u00BF${hash}  a.exe\n`],
  ['a way to another folder', `${hash}  ../a.exe\n`],
  ['a way of Windows', `${hash}  ..\\a.exe\n`],
  ['a hidden name', `${hash}  .a.exe\n`],
  ['a folder', `${hash}  sub/a.exe\n`],
  ['a whole path', `${hash}  /tmp/a.exe\n`],
  ['a stream of Windows', `${hash}  a.exe:b\n`],
  ['one space', `${hash} a.exe\n`],
  ['a comment', `# sums\n${hash}  a.exe\n`],
  ['a byte of zero', `${hash}  a\0.exe\n`],
  ['letters that look alike', `${hash}  B\u00E0ckshelf.exe\n`],
])('%s makes the whole list unreadable', (_what, text) => {
  expect(read(text)).toBeUndefined();
});

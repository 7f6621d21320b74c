import { expect, test } from 'vitest';
import { differences, hadZip } from './packs.ts';

const then = [
  { name: 'a.csv', rows: 1, sha256: 'aa' },
  { name: 'b.csv', rows: 1, sha256: 'bb' },
  { name: 'pack.zip', rows: 2, sha256: 'zz' },
];
const again = (files: Readonly<Record<string, string>>, zip = 'zz') => ({
  files: Object.entries(files).map(([name, sha256]) => ({ path: `C:\\packs\\${name}`, rows: 1, sha256 })),
  zip: { path: 'C:\\packs\\pack.zip', rows: 2, sha256: zip },
});

test('the same bytes are no difference', () => {
  expect(differences({ files: then }, again({ 'a.csv': 'aa', 'b.csv': 'bb' }))).toEqual([]);
});

test('what changed, is gone or is new is named', () => {
  expect(differences({ files: then }, again({ 'a.csv': 'a2', 'c.csv': 'cc' }, 'z2'))).toEqual([
    { name: 'a.csv', how: 'different' },
    { name: 'b.csv', how: 'gone' },
    { name: 'pack.zip', how: 'different' },
    { name: 'c.csv', how: 'new' },
  ]);
});

test('a zip is written again where there was one', () => {
  expect([hadZip({ files: then }), hadZip({ files: then.slice(0, 2) })]).toEqual([true, false]);
});

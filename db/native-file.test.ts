import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { CannotOpen } from './cannot-open.ts';
import { CheckedDatabase } from './database.ts';
import { checkedFile, nativeFile, nativeFiles } from './native-file.ts';

const prebuilds = join(dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json')), 'prebuilds');
const kinds = Object.keys(nativeFiles);

test('the list names every native file of the installed package, and each is as the list says', () => {
  expect(readdirSync(prebuilds).toSorted()).toEqual(kinds.map((kind) => `${kind}.node`).toSorted());
  for (const kind of kinds) expect(checkedFile(prebuilds, kind)).toBe(join(prebuilds, `${kind}.node`));
});

function whyNot(folder: string, kind: string): unknown {
  try {
    return checkedFile(folder, kind);
  } catch (error) {
    return error instanceof CannotOpen ? error.why : error;
  }
}

test('a file with one byte changed, one more, another’s or none is refused', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'linux-x64.node');
  expect(whyNot(folder, 'linux-x64')).toBe('program-altered');
  const bytes = readFileSync(join(prebuilds, 'linux-x64.node'));
  writeFileSync(path, bytes);
  expect(whyNot(folder, 'linux-x64')).toBe(path);
  writeFileSync(path, bytes.with(1000, (bytes[1000] ?? 0) ^ 1));
  expect(whyNot(folder, 'linux-x64')).toBe('program-altered');
  writeFileSync(path, Buffer.concat([bytes, Buffer.of(0)]));
  expect(whyNot(folder, 'linux-x64')).toBe('program-altered');
  copyFileSync(join(prebuilds, 'linux-arm64.node'), path);
  expect(whyNot(folder, 'linux-x64')).toBe('program-altered');
  expect(whyNot(prebuilds, '../prebuilds/linux-x64')).toBe('program-altered');
});

test('a database is opened by exactly that file', () => {
  const database = new CheckedDatabase(':memory:');
  expect(database.prepare('SELECT 1').pluck().get()).toBe(1);
  database.close();
  expect(Object.keys(require.cache)).toContain(nativeFile());
});

test('no file of the shop opens a database any other way', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const sources = ['db', 'shop', 'host', 'electron', 'browser-host', 'cli'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(root, folder, name)),
  );
  expect(sources.filter((path) => /new Database\(/.test(readFileSync(path, 'utf8')))).toEqual([]);
});

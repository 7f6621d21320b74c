import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { copyPlain, fingerprintOf, readPlain } from './plain-file.ts';

const bytes = Buffer.alloc(3 * 1024 * 1024 + 7, 'backshelf');
const sha256 = createHash('sha256').update(bytes).digest('hex');

test('a file is read, copied and fingerprinted whole, whatever its length', async () => {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, 'a'), join(folder, 'b')];
  writeFileSync(from, bytes);
  expect(await copyPlain({ from, to, mode: 0o700, mostBytes: bytes.length })).toBe(sha256);
  expect(readFileSync(to).equals(bytes)).toBe(true);
  expect(statSync(to).mode & 0o777).toBe(0o700);
  expect(await fingerprintOf(to, bytes.length)).toBe(sha256);
  await expect(copyPlain({ from, to, mode: 0o700, mostBytes: bytes.length })).rejects.toThrow('EEXIST');
});

test('nothing is read beyond the most there may be', async () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, bytes);
  await expect(readPlain(path, bytes.length - 1)).rejects.toMatchObject({ why: 'too-large' });
  expect((await readPlain(path, bytes.length)).equals(bytes)).toBe(true);
});

test.runIf(process.platform === 'linux')('a file that says it is empty, and is not, is found out', async () => {
  expect(statSync('/proc/self/status').size).toBe(0);
  await expect(readPlain('/proc/self/status', 10)).rejects.toMatchObject({ why: 'too-large' });
});

import { truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shopFile } from '../../db/open.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { testShop } from '../../fixtures/shop.ts';
import type { WorkerDoing } from '../worker-calls.ts';
import { prepareBackup } from './prepare-backup.ts';

/** Damages the copy before it is checked, so many times: as a disk that does not read what was written. */
function misreading(file: string, times: number): WorkerDoing & { readonly checks: () => number } {
  let checks = 0;
  return {
    signal: new AbortController().signal,
    throwIfCancelled: () => undefined,
    onProgress: ({ phase }) => {
      if (phase !== 'check') return;
      checks += 1;
      if (checks <= times) truncateSync(file, 4096);
    },
    checks: () => checks,
  };
}

test('a backup is called damaged only when a second copy of it is, too', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const { path, head } = await shop.call('care.backup', {});
  const prepare = (times: number): unknown => {
    const file = shopFile(temporaryFolder());
    const doing = misreading(file, times);
    const prepared = prepareBackup(doing, { path, file, folder: shop.folder });
    return [doing.checks(), prepared];
  };
  expect(prepare(0)).toEqual([1, { seq: 1, at: expect.any(String), hash: head }]);
  expect(prepare(1)).toEqual([2, { seq: 1, at: expect.any(String), hash: head }]);
  expect(prepare(2)).toEqual([2, { code: 'backup-not-whole', data: { path, why: 'damaged' } }]);
});

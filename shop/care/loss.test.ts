import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shopFile } from '../../db/open.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { testShop } from '../../fixtures/shop.ts';
import { lossBetween } from './loss.ts';

/** A shop that was closed, and a backup of it without its last event. */
async function shopAndBackup(): Promise<{ from: string; to: string }> {
  const folder = temporaryFolder();
  await using shop = testShop({ folder });
  await recordSale(shop);
  const { path: to } = await shop.call('care.backup', {});
  await recordSale(shop);
  await shop.close();
  return { from: shopFile(folder), to };
}

test('of a file that is damaged, or none of ours, nothing is known', async () => {
  const { from, to } = await shopAndBackup();
  expect(lossBetween({ from, to }).events).toBe(1);
  truncateSync(from, 4096);
  const unknown = { events: 0, documents: 0, unreadable: true };
  expect(lossBetween({ from, to })).toEqual(unknown);
  writeFileSync(from, 'x'.repeat(8192));
  expect(lossBetween({ from, to })).toEqual(unknown);
});

test('where the disk fails, or the copy cannot be read, nothing is counted as nothing', async () => {
  const { from, to } = await shopAndBackup();
  expect(() => lossBetween({ from: join(from, '..'), to })).toThrow();
  truncateSync(to, 4096);
  expect(() => lossBetween({ from, to })).toThrow(expect.objectContaining({ why: 'io-error' }));
});

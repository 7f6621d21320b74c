import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { fillMonth } from '../../fixtures/month.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const write = (shop: TestShop, to: string, month = '2026-11') =>
  shop.call('months.export', { month, format: 'csv', to: join(shop.folder, to) });

test('a pack that was written is in the history with the fingerprints it has on the disk', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const { files, manifest, controls } = await write(shop, 'pack');
  expect(createHash('sha256').update(readFileSync(manifest.path)).digest('hex')).toBe(manifest.sha256);
  expect(await shop.call('months.packs', {})).toEqual({
    items: [
      {
        packId: 1,
        month: '2026-11',
        format: 'csv',
        folder: join(shop.folder, 'pack'),
        files: files.map(({ path, ...file }) => ({ name: basename(path), ...file })),
        manifestSha256: manifest.sha256,
        head: controls.head,
        at: '2026-11-18T03:00:00.000Z',
        person: 'owner',
      },
    ],
  });
});

test('the next pack says whether it is the same', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  expect((await write(shop, 'one')).sinceLast).toBe('first');
  expect((await write(shop, 'two')).sinceLast).toBe('same');
  expect((await write(shop, 'other', '2026-10')).sinceLast).toBe('first');
  await shop.call('sales.record', {
    id: randomUUID(),
    lines: [{ sku: 'A-1', quantity: 1, unitPrice: '1' }],
    tenders: [{ tender: 'cash', amountCents: 100 }],
  });
  expect((await write(shop, 'three')).sinceLast).toBe('changed');
  expect((await write(shop, 'four')).sinceLast).toBe('same');
  const { items } = await shop.call('months.packs', { month: '2026-11', limit: 3 });
  expect(items.map(({ folder }) => basename(folder))).toEqual(['four', 'three', 'two']);
});

test('a pack that was not written is not in the history', async () => {
  await using shop = testShop();
  await shop.refusal('months.export', { month: '2026-11', format: 'csv', to: join(shop.folder, 'shop.db') });
  const given = AbortSignal.abort();
  await shop.ask(
    'months.export',
    { month: '2026-11', format: 'csv', to: join(shop.folder, 'pack') },
    { signal: given },
  );
  expect(await shop.call('months.packs', {})).toEqual({ items: [] });
});

test('the history is no part of the books', async () => {
  await using shop = testShop();
  const head = async () => (await shop.call('care.verify', {})).head;
  const before = await head();
  await write(shop, 'pack');
  expect(await head()).toBe(before);
});

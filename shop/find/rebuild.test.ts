import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openShopFile } from '../../db/open.ts';
import { createWriteStore } from '../../db/store.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { testShop } from '../../fixtures/shop.ts';
import { indexStep } from './rebuild.ts';

const names = ['维修衬衫', '绿茶', '台灯'];

/** A shop whose index an earlier version made: words alone. */
async function oldShop(): Promise<string> {
  const folder = temporaryFolder();
  const shop = testShop({ folder });
  for (const [n, name] of names.entries())
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: `P${n}`, name });
  await recordSale(shop, { customer: { name: '王芳', phone: '13800136198' } });
  await shop.close();
  const { writer, close } = openShopFile(folder);
  writer.raw.exec('DELETE FROM find_names');
  close();
  return folder;
}

function inFile<T>(folder: string, work: (writer: ReturnType<typeof createWriteStore>) => T): T {
  const file = openShopFile(folder);
  try {
    return work(createWriteStore(file.writer));
  } finally {
    file.close();
  }
}

async function found(folder: string, text: string): Promise<string[]> {
  await using shop = testShop({ folder });
  return (await shop.call('find.search', { text })).items.map(({ title }) => title);
}

test('an index of an earlier version is made anew step by step, over a break between them', async () => {
  const folder = await oldShop();
  expect(inFile(folder, (writer) => indexStep(writer, 2))).toBe(true);
  expect([await found(folder, 'weixiu'), await found(folder, 'taideng')]).toEqual([['维修衬衫'], []]);
  inFile(folder, (writer) => {
    while (indexStep(writer, 2));
  });
  expect([await found(folder, 'taideng'), await found(folder, '6198')]).toEqual([['台灯'], ['王芳']]);
  expect(inFile(folder, (writer) => indexStep(writer, 2))).toBe(false);
});

test('an empty shop has nothing to be made anew', () => {
  const folder = temporaryFolder();
  const steps = inFile(folder, (writer) => [indexStep(writer), indexStep(writer), indexStep(writer)]);
  expect(steps).toEqual([true, true, false]);
});

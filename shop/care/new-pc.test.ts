import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { aPng } from '../../fixtures/pictures.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

/** The way to a new PC as the guide and the window describe it: docs/guide, "Moving to a new PC". */

type Known = { readonly head: string; readonly events: number; readonly photoId: number; readonly bytes: string };

/** Trade with pictures of goods and of a return, and something typed that is not finished. */
async function traded(shop: TestShop): Promise<Known> {
  const done = await shop.call('returns.counter', counterInput(await recordSale(shop)));
  const bytes = aPng(2, 2, 'a').toString('base64');
  const { returnId } = done.return;
  const { photoId } = await shop.call('photos.add', { id: randomUUID(), returnId, dataBase64: bytes });
  await shop.call('settings.set', { phone: '62178899' });
  const { head, events } = await shop.call('care.health', {});
  return { head, events, photoId, bytes };
}

const problemsOf = async (shop: TestShop): Promise<string[]> =>
  (await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);

/** The stick's newest backup, as the window lists it. */
async function newestOn(stick: string, shop: TestShop): Promise<string> {
  const { items } = await shop.call('care.backups', { folder: stick });
  return items[0]?.path ?? '';
}

async function expectTheSame(shop: TestShop, known: Known): Promise<void> {
  expect(await problemsOf(shop)).toEqual([]);
  const { found } = await shop.call('care.fingerprint', { text: known.head });
  expect(found.map(({ seq, head }) => ({ seq, head }))).toEqual([{ seq: known.events, head: known.head }]);
  const photo = await shop.call('photos.get', { photoId: known.photoId });
  expect(photo.dataBase64).toBe(known.bytes);
  expect(await shop.call('settings.get', {})).toMatchObject({ phone: '62178899' });
}

test('a shop comes to a new PC by the stick that is its second backup folder, with its pictures', async () => {
  const stick = temporaryFolder();
  await using old = testShop({ settings: { secondBackupFolder: stick } });
  const known = await traded(old);
  await old.call('care.backup', {});
  // Nothing else goes along by itself: neither earlier backups nor what was exported.
  expect(readdirSync(stick).map((name) => name.replace(/^shop-.*\./, 'shop.'))).toEqual([
    'photos',
    'shop.db',
    'shop.json',
  ]);
  await using fresh = testShop({ folder: temporaryFolder() });
  const restored = await fresh.call('care.restore', { id: randomUUID(), path: await newestOn(stick, fresh) });
  expect(restored).toMatchObject({ head: known.head, lost: { events: 0 } });
  await expectTheSame(fresh, known);
});

test('a shop comes to a new PC by the export of everything, with its pictures', async () => {
  const stick = temporaryFolder();
  await using old = testShop();
  const known = await traded(old);
  const { path, head } = await old.call('care.exportAll', { to: stick });
  cpSync(join(old.folder, 'photos'), join(stick, 'photos'), { recursive: true });
  await using fresh = testShop({ folder: temporaryFolder() });
  const taken = await fresh.call('care.importAll', { id: randomUUID(), from: path });
  expect([head, taken.head, taken.events]).toEqual([known.head, known.head, known.events]);
  await expectTheSame(fresh, known);
});

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { aPng } from '../../fixtures/pictures.ts';
import { roomForTests } from '../../fixtures/room.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { photosFolder } from '../photos/folder.ts';

const second = mkdtempSync(join(roomForTests(), 'backshelf-stick-'));
let shop: TestShop;
let returnId = 0;
beforeAll(async () => {
  shop = testShop({ settings: { secondBackupFolder: second } });
  returnId = (await shop.call('returns.open', openInput(await recordSale(shop)))).returnId;
});
afterAll(async () => {
  await shop.close();
  rmSync(second, { recursive: true });
});

const keep = (mark: string) =>
  shop.call('photos.add', { id: randomUUID(), returnId, dataBase64: aPng(2, 2, mark).toString('base64') });
const photosCheck = async () => (await shop.call('care.verify', {})).checks.find(({ name }) => name === 'photos');

test('the second backup folder gets the pictures it does not have yet, and the check tells which are gone', async () => {
  const one = await keep('a');
  await shop.call('care.backup', {});
  const two = await keep('b');
  await shop.call('care.backup', {});
  const names = [one, two].map(({ sha256 }) => `${sha256}.png`).sort();
  expect(readdirSync(photosFolder(second)).sort()).toEqual(names);
  expect(await photosCheck()).toEqual({ name: 'photos', ok: true });
  rmSync(join(photosFolder(shop.folder), `${two.sha256}.png`));
  expect(await photosCheck()).toMatchObject({ ok: false, detail: expect.stringContaining(two.sha256) });
});

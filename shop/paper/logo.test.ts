import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPng } from '../../fixtures/pictures.ts';
import { testShop } from '../../fixtures/shop.ts';
import { photosFolder } from '../photos/folder.ts';

const inBase64 = (bytes: Buffer) => ({ id: randomUUID(), dataBase64: bytes.toString('base64') });

test('the shop’s picture is kept like every other, given back as it was, and taken away', async () => {
  await using shop = testShop();
  const bytes = aPng(60, 20, 'logo');
  expect(await shop.call('paper.logo', {})).toEqual({});
  const { sha256 } = await shop.call('paper.setLogo', inBase64(bytes));
  expect(readdirSync(photosFolder(shop.folder))).toEqual([`${sha256}.png`]);
  expect((await shop.call('settings.get', {})).logo).toEqual({ sha256, type: 'image/png' });
  expect(await shop.call('paper.logo', {})).toEqual({ type: 'image/png', dataBase64: bytes.toString('base64') });
  expect(await shop.call('paper.setLogo', { id: randomUUID() })).toEqual({});
  expect([await shop.call('paper.logo', {}), (await shop.call('settings.get', {})).logo]).toEqual([{}, null]);
});

test('a file is read where it lies, and settings cannot name a picture of their own', async () => {
  await using shop = testShop();
  const path = join(shop.folder, 'sign.png');
  writeFileSync(path, aPng(9, 9, 'sign'));
  const { sha256 } = await shop.call('paper.setLogo', { id: randomUUID(), path });
  const other = { logo: { sha256: '0'.repeat(64), type: 'image/png' } };
  await shop.ask('settings.set', other as never);
  expect((await shop.call('settings.get', {})).logo?.sha256).toBe(sha256);
});

test('what is no picture is refused, and one that is gone from the disk is said to be missing', async () => {
  await using shop = testShop();
  expect(await shop.refusal('paper.setLogo', inBase64(Buffer.from('hello')))).toEqual({
    code: 'photo-not-readable',
    data: { path: '', why: 'not-a-picture' },
  });
  const { sha256 } = await shop.call('paper.setLogo', inBase64(aPng(2, 2, 'x')));
  rmSync(join(photosFolder(shop.folder), `${sha256}.png`));
  expect(await shop.refusal('paper.logo', {})).toEqual({
    code: 'photo-not-readable',
    data: { path: `${sha256}.png`, why: 'missing' },
  });
  const { checks } = await shop.call('care.verify', {});
  expect(checks.find(({ name }) => name === 'photos')).toMatchObject({ ok: false });
});

import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { aPng } from '../../fixtures/pictures.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { photosFolder } from './folder.ts';

let shop: TestShop;
let returnId = 0;
let returnLineId = 0;
beforeAll(async () => {
  shop = testShop();
  const opened = await shop.call('returns.open', openInput(await recordSale(shop)));
  returnId = opened.returnId;
  returnLineId = opened.lines[0]?.returnLineId ?? 0;
});
afterAll(() => shop.close());

const add = (changes: object) => ({ id: randomUUID(), returnId, ...changes });
const inBase64 = (bytes: Buffer) => ({ dataBase64: bytes.toString('base64') });

test('a picture is kept under its fingerprint, shown with its return, and given back as it was', async () => {
  const bytes = aPng(3, 2, 'a');
  const kept = await shop.call('photos.add', add({ ...inBase64(bytes), returnLineId, note: 'scratch' }));
  expect(kept).toMatchObject({
    type: 'image/png',
    width: 3,
    height: 2,
    bytes: bytes.length,
    returnLineId,
    note: 'scratch',
  });
  expect(readdirSync(photosFolder(shop.folder))).toEqual([`${kept.sha256}.png`]);
  expect((await shop.call('returns.related', { returnId })).photos).toEqual([kept]);
  const { photoId } = kept;
  expect(await shop.call('photos.get', { photoId })).toEqual({ ...kept, returnId, ...inBase64(bytes) });
});

test('a file is read where it lies; the same picture lies in the folder once', async () => {
  const bytes = aPng(5, 5, 'b');
  const path = join(shop.folder, 'from-the-phone.png');
  writeFileSync(path, bytes);
  const one = await shop.call('photos.add', add({ path }));
  const two = await shop.call('photos.add', add(inBase64(bytes)));
  expect([two.sha256, two.photoId]).toEqual([one.sha256, one.photoId + 1]);
  expect(readdirSync(photosFolder(shop.folder)).filter((name) => name.startsWith(one.sha256))).toHaveLength(1);
});

test('what is no picture, too large or not there is refused in words', async () => {
  const folder = join(shop.folder, 'a-folder');
  mkdirSync(folder);
  const large = join(shop.folder, 'large.png');
  writeFileSync(large, Buffer.alloc(5 * 1024 * 1024 + 1));
  const refused = async (changes: object) => (await shop.refusal('photos.add', add(changes))).data;
  expect(await shop.refusal('photos.add', add(inBase64(Buffer.from('hello'))))).toEqual({
    code: 'photo-not-readable',
    data: { path: '', why: 'not-a-picture' },
  });
  expect(await refused(inBase64(aPng(0, 4, 'c')))).toEqual({ path: '', why: 'not-a-picture' });
  expect(await refused({ path: large })).toEqual({ path: large, why: 'too-large' });
  expect(await refused(inBase64(Buffer.alloc(5 * 1024 * 1024 + 1)))).toEqual({ path: '', why: 'too-large' });
  expect(await refused({ path: folder })).toEqual({ path: folder, why: 'missing' });
  expect(await refused({ path: join(folder, 'x.png') })).toMatchObject({ why: 'missing' });
  expect(await refused({ path: join(folder, '架'.repeat(200)) })).toMatchObject({ why: 'missing' });
});

test('it belongs to a return and to a line of it, and comes one way', async () => {
  const given = inBase64(aPng(1, 1, 'd'));
  expect((await shop.refusal('photos.add', { ...add(given), returnId: 99 })).code).toBe('no-such-return');
  expect((await shop.refusal('photos.add', add({ ...given, returnLineId: 99 }))).code).toBe('no-such-return-line');
  expect((await shop.refusal('photos.get', { photoId: 99 })).code).toBe('no-such-photo');
  expect(await shop.ask('photos.add', add({}))).toHaveProperty('invalid');
  expect(await shop.ask('photos.add', add({ ...given, path: 'x' }))).toHaveProperty('invalid');
});

test('a picture that is gone or was altered is not shown as if it were right; brought again, it is', async () => {
  const given = inBase64(aPng(7, 7, 'e'));
  const { photoId, sha256 } = await shop.call('photos.add', add(given));
  const path = join(photosFolder(shop.folder), `${sha256}.png`);
  writeFileSync(path, aPng(7, 7, 'f'));
  const refusal = async () => (await shop.refusal('photos.get', { photoId })).data;
  expect(await refusal()).toEqual({ path: `${sha256}.png`, why: 'altered' });
  rmSync(path);
  expect(await refusal()).toEqual({ path: `${sha256}.png`, why: 'missing' });
  await shop.call('photos.add', add(given));
  expect(await shop.call('photos.get', { photoId })).toMatchObject(given);
});

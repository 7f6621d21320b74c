import { randomUUID } from 'node:crypto';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { shopFile } from '../db/open.ts';
import { recordSale, saleInput } from '../fixtures/builders.ts';
import { tamper } from '../fixtures/care.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { testShop } from '../fixtures/shop.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Writes over everything behind the first pages of a file, while others have it open. */
function scribbleOver(path: string, from: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(statSync(path).size - from, 0x5a), 0, undefined, from);
  closeSync(file);
}

test('a file that turns out damaged while it is open is given up: every later call is told so, until it is restored', async () => {
  const folder = temporaryFolder();
  const before = testShop({ folder });
  await recordSale(before);
  await before.close();
  await using shop = testShop({ folder });
  scribbleOver(shopFile(folder), 8 * 4096);
  const damaged = { code: 'shop-cannot-open', data: { why: 'damaged', path: shopFile(folder) } };
  expect(await shop.refusal('sales.search', { text: 'S-2026' })).toMatchObject(damaged);
  expect(await shop.refusal('sales.record', saleInput())).toMatchObject(damaged);
  expect(await shop.refusal('settings.get', {})).toMatchObject(damaged);
});

test('a file whose settings cannot be read is damaged, and is let go of', async () => {
  const folder = temporaryFolder();
  await testShop({ folder }).close();
  tamper(folder, `UPDATE settings SET value = '"Moon/Crater"' WHERE name = 'timeZone'`);
  for (let start = 0; start < 2; start += 1) {
    await using shop = testShop({ folder });
    expect(await shop.refusal('settings.get', {})).toMatchObject({
      code: 'shop-cannot-open',
      data: { why: 'damaged', path: shopFile(folder) },
    });
  }
});

test('long reads that are under way when the file is closed are given up, and say so', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const reading = shop.ask('care.verify', {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  await shop.close();
  expect(await reading).toEqual({ refused: { code: 'cancelled', data: {} } });
});

test('what does not fit is told before anything is looked at, in a shop that cannot be opened too', async () => {
  await using shop = testShop();
  expect(await shop.ask('care.restore', { id: randomUUID() } as never)).toMatchObject({ invalid: [{ path: 'path' }] });
});

import { statSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { openShopFile, shopFile } from '../db/open.ts';
import { createWriteStore, type WriteStore } from '../db/store.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { keepLogShort } from './log-keeper.ts';

const megabyte = 1024 * 1024;

/** A shop file whose log is kept short, and a way to fill it. */
function kept() {
  const folder = temporaryFolder();
  const file = openShopFile(folder);
  const writer = createWriteStore(file.writer);
  const said: string[] = [];
  const keeper = keepLogShort({ folder, writer, log: (line) => said.push(line) });
  const fill = (megabytes: number): void => {
    for (let n = 0; n < megabytes; n += 1) commit(writer, `filler ${n}`, 'x'.repeat(megabyte));
    keeper.changed();
  };
  return {
    folder,
    file,
    writer,
    said,
    fill,
    logBytes: () => statSync(`${shopFile(folder)}-wal`).size,
    async [Symbol.asyncDispose]() {
      await keeper.close();
      file.close();
    },
  };
}

function commit(writer: WriteStore, name: string, value: string): void {
  writer.transaction(
    () => writer.caches.desk.setSetting(name, JSON.stringify(value)),
    () => true,
  );
}

const patient = { timeout: 20_000, interval: 20 };

test('a long log is copied into the file by another thread, and begins again with the next write', async () => {
  await using shop = kept();
  shop.fill(30);
  const { pages, copied } = shop.writer.log.state();
  expect([pages > 7000, copied]).toEqual([true, 0]);
  await vi.waitFor(() => expect(shop.writer.log.state()).toMatchObject({ pages, copied: pages }), patient);
  commit(shop.writer, 'after', 'y');
  expect(shop.writer.log.state().pages).toBeLessThan(10);
  expect(shop.said).toEqual([]);
});

test('what is written while the thread copies is copied too, so that the log ends', async () => {
  await using shop = kept();
  shop.fill(30);
  for (let n = 0; n < 200; n += 1) {
    await new Promise(setImmediate);
    commit(shop.writer, 'meanwhile', String(n));
  }
  await vi.waitFor(() => {
    const { pages, copied } = shop.writer.log.state();
    expect(pages - copied).toBe(0);
  }, patient);
});

test('a short log stays until the desk is quiet, and is then emptied', async () => {
  await using shop = kept();
  shop.fill(2);
  expect(shop.writer.log.state().copied).toBe(0);
  expect(shop.logBytes()).toBeGreaterThan(2 * megabyte);
  await vi.waitFor(() => expect(shop.logBytes()).toBe(0), patient);
});

test('a log that cannot be emptied, because somebody reads in it, is left as it is and the shop goes on', async () => {
  await using shop = kept();
  shop.file.reader.raw.exec('BEGIN');
  shop.file.reader.raw.prepare('SELECT count(*) FROM settings').get();
  shop.fill(30);
  await vi.waitFor(() => expect(shop.writer.log.state().pages).toBeGreaterThan(7000), patient);
  commit(shop.writer, 'after', 'y');
  shop.file.reader.raw.exec('COMMIT');
  expect(shop.said).toEqual([]);
  expect(shop.writer.desk.settings().find(({ name }) => name === 'after')?.value).toBe('"y"');
});

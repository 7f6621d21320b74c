import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFormats } from '../../contract/api/months.ts';
import { openReader } from '../../db/open.ts';
import { createReadStore } from '../../db/store.ts';
import { needsTinyDisk, tinyDisk } from '../../fixtures/folders.ts';
import { fillMonth } from '../../fixtures/month.ts';
import { testNow, testShop } from '../../fixtures/shop.ts';
import { Cancelled, type LongReadContext } from '../context.ts';
import { contextOf } from '../read-context.ts';
import { exportMonth } from './export.ts';

type Opened = Pick<LongReadContext, 'folder' | 'connection' | 'store'>;

/** What the worker gives a long read, with a person who gives up when so many files have been begun. */
function givingUpAfter(files: number, { folder, connection, store }: Opened): LongReadContext {
  let begun = 0;
  const throwIfCancelled = (): void => {
    if (begun > files) throw new Cancelled();
  };
  return {
    ...contextOf({ clock: () => testNow, folder }, store),
    clock: () => testNow,
    connection,
    signal: new AbortController().signal,
    throwIfCancelled,
    onProgress: () => {
      begun += 1;
      throwIfCancelled();
    },
  };
}

test('an export given up half-way leaves no file, and no folder it has made, in any format', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const there = join(shop.folder, 'there');
  mkdirSync(there);
  const connection = openReader(shop.folder);
  // One connection for all: what is given up leaves nothing open in it.
  const opened = { folder: shop.folder, connection, store: createReadStore(connection) };
  const places = [there, join(shop.folder, 'new', 'pack')];
  const wanted = exportFormats.flatMap((format) =>
    (format === 'csv' ? [0, 3, 7, 16] : [0, 1, 2]).map((steps) => ({ format, steps })),
  );
  for (const [index, { format, steps }] of wanted.entries()) {
    const input = { month: '2026-11', format, to: places[index % 2] ?? there, zip: true } as const;
    expect(() => exportMonth(givingUpAfter(steps, opened), input), `${format} ${steps}`).toThrow(Cancelled);
  }
  connection.raw.close();
  expect(readdirSync(there)).toEqual([]);
  expect(readdirSync(shop.folder)).not.toContain('new');
});

test('an export cancelled in the window answers so', async () => {
  await using shop = testShop();
  const cancelled = new AbortController();
  cancelled.abort();
  const input = { month: '2026-11', format: 'csv', to: join(shop.folder, 'pack') } as const;
  expect(await shop.ask('months.export', input, { signal: cancelled.signal })).toEqual({
    refused: { code: 'cancelled', data: {} },
  });
  expect(readdirSync(shop.folder)).not.toContain('pack');
});

test('a full disk is said so and nothing is left', async ({ skip }) => {
  const disk = tinyDisk(16);
  if (disk === undefined) return skip(needsTinyDisk);
  await using shop = testShop();
  await fillMonth(shop);
  expect(await shop.refusal('months.export', { month: '2026-11', format: 'csv', to: disk })).toEqual({
    code: 'cannot-write',
    data: { why: 'disk-full', path: disk, happened: 'no' },
  });
  expect(readdirSync(disk)).toEqual([]);
});

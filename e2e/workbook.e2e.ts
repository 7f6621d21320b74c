import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../contract/wire.ts';
import { textRows, workbookParts } from '../fixtures/workbooks.ts';
import { zipOf } from '../fixtures/zip.ts';
import { startStandIn } from './support/electron-stand-in.ts';
import { startHost } from './support/start-host.ts';

/** A workbook is read in a thread of its own, which each host has to find: Electron's bundles have it beside them. */
const folder = mkdtempSync(join(tmpdir(), 'backshelf-workbook-'));
const path = join(folder, 'orders.xlsx');
const rows = textRows([
  ['Order no', 'Date', 'SKU', 'Qty', 'Price'],
  ['1001', '2026-03-08 10:15', 'A-1', '2', '9.90'],
]);

beforeAll(() => writeFileSync(path, zipOf(workbookParts({ sheets: [{ name: 'Orders', rows }] }))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const look = { path, kind: 'sales' as const };
const seen = { encoding: 'xlsx', sheet: 'Orders', columns: ['Order no', 'Date', 'SKU', 'Qty', 'Price'] };
const stored = { rowsRead: 1, rowsStored: 1, stored: { sales: 1, saleLines: 1 } };

describe('a workbook is looked into and read', () => {
  test('in the browser host', async () => {
    const host = await startHost();
    expect(await host.call('imports.preview', look)).toMatchObject(seen);
    expect(await host.call('imports.run', { ...look, id: randomUUID() })).toMatchObject(stored);
    await host.close();
  });

  test('in Electron’s bundles', async () => {
    const host = await startStandIn({ folder: join(folder, 'shop') });
    const shop = createClient(host.bridge);
    expect(await shop.call('imports.preview', look)).toMatchObject({ ok: seen });
    expect(await shop.call('imports.run', { ...look, id: randomUUID() })).toMatchObject({ ok: stored });
    await host.close();
    rmSync(host.outFolder, { recursive: true, force: true });
  });
});

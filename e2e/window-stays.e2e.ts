import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DragData, dragOnto } from './support/drop-files.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

/** The whole window under its policy: it complains of nothing (else `close` fails), and nothing leads it away. */
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-stays-'));
let host: StartedHost;
let page: Page;
beforeAll(async () => {
  host = await startHost({ settings: { shopName: 'Corner shop' }, locale: 'en' });
  page = host.page;
  await page.getByRole('navigation').first().waitFor();
});
afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  await host.close();
});

const file = join(scratch, 'page.html');
writeFileSync(file, '<p>another page</p>');
const link = { mimeType: 'text/uri-list', data: 'https://example.com/' };

test.each<[string, DragData]>([
  ['a page from the disk', { items: [], files: [file] }],
  ['a link', { items: [link] }],
])('%s that is let go over the window is opened neither in its place nor beside it', async (_what, data) => {
  const origin = new URL(page.url()).origin;
  await page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
  await dragOnto(page, data, 'drop');
  // Time enough for a page to go, were it to go.
  await page.waitForTimeout(500);
  expect(
    page
      .context()
      .pages()
      .map((open) => new URL(open.url()).origin),
  ).toEqual([origin]);
  expect(await page.evaluate(() => 'isStillHere' in globalThis)).toBe(true);
});

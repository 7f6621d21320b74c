import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openShopFile } from '../../../../db/open.ts';
import { temporaryFolder } from '../../../../fixtures/folders.ts';
import { fileOf } from '../../../../fixtures/sale-files.ts';
import { sharedData } from '../../../../fixtures/shared-data.ts';
import { testShop } from '../../../../fixtures/shop.ts';

const workbook = sharedData('online-retail-xlsx/online-retail-first-50999-rows.xlsx');
const text = sharedData('online-retail/online-retail-2010-12_2011-06.csv.gz');
const rows = 50_999;

const everySale = `SELECT s.number, s.sold_at, s.day, c.code, l.line_no, p.sku, l.name, l.quantity_milli, l.unit_price_e4, l.paid_cents
  FROM sale_lines l JOIN sales s ON s.id = l.sale_id JOIN products p ON p.id = l.product_id
  LEFT JOIN customers c ON c.id = s.customer_id ORDER BY s.number, l.line_no`;
const everyReturn = `SELECT r.number, r.day, p.sku, l.requested_milli, l.file_amount_cents, l.unlinked
  FROM return_lines l JOIN returns r ON r.id = l.return_id JOIN products p ON p.id = l.product_id ORDER BY r.number, l.line_no`;

/** What the shop says of a file it reads first, and what it holds then. */
async function readingOf(path: string) {
  const folder = temporaryFolder();
  const shop = testShop({ folder });
  await shop.call('settings.set', { timeZone: 'Europe/London', currency: 'GBP' });
  const said = await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
  await shop.close();
  const file = openShopFile(folder);
  const held = [everySale, everyReturn].map((query) => file.writer.raw.prepare(query).raw().all());
  file.close();
  return { said, held };
}

describe.skipIf(!workbook || !text)('the first rows of a real shop as a spreadsheet saved them', () => {
  test('come to the same as the rows of the text', async () => {
    const lines = gunzipSync(readFileSync(text ?? ''))
      .toString('utf8')
      .split('\n')
      .slice(0, rows + 1);
    const saved = await readingOf(workbook ?? '');
    expect(saved.said.rowsRead).toBe(rows);
    expect(saved).toEqual(await readingOf(fileOf(lines.join('\n'))));
  }, 180_000);
});

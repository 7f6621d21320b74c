import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StartedHost } from '../../e2e/support/start-host.ts';

type Call = StartedHost['call'];

function file(name: string, rows: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'backshelf-shots-')), name);
  writeFileSync(path, `${rows.join('\r\n')}\r\n`);
  return path;
}

const strange = [
  'Beleg,Wann,Kunde,Code,Ware,Anz,Preis',
  'X-1001,2026-11-02 10:15,K-31,TS-BL-M,T-Shirt blau M,2,99.00',
  'X-1001,2026-11-02 10:15,K-31,CAP-01,Kappe,1,59.00',
  'X-1002,2026-11-03 14:40,K-32,MUG-BL,Tasse blau,3,25.50',
  'X-1003,vorgestern,K-33,MUG-BL,Tasse blau,1,25.50',
  'X-1004,2026-11-04 16:05,,SCARF-R,Schal rot,1,120.00',
];

const withReturns = [
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID',
  '70001,MUG-BL,Mug blue,3,2026-10-02 10:15,25.50,K-31',
  '70002,MUG-BL,Mug blue,1,2026-10-05 16:15,25.50,K-32',
  '70003,SCARF-R,Scarf red,2,2026-10-06 11:00,120.00,K-33',
  'C70010,MUG-BL,Mug blue,-1,2026-10-09 09:30,25.50,',
  'C70011,SCARF-R,Scarf red,-1,2026-10-11 12:10,120.00,K-31',
  'C70012,CAP-01,Cap,-1,2026-10-12 12:10,59.00,K-31',
];

/** A made-up file of sales with strange headers and a row that cannot be read, chosen and half mapped as if before a crash. */
export async function fileOfSales(call: Call): Promise<string> {
  const mapping = {
    saleNumber: 'Beleg',
    soldAt: 'Wann',
    customer: 'Kunde',
    sku: 'Code',
    productName: 'Ware',
    quantity: 'Anz',
    unitPrice: 'Preis',
  };
  const content = JSON.stringify({ path: file('kasse-2026-11.csv', strange), mapping });
  await call('drafts.save', { screen: 'import', content });
  return '/#/import';
}

/** A file that was read, with returns that found no sale. */
async function read(call: Call): Promise<number> {
  const path = file('october.csv', withReturns);
  return (await call('imports.run', { id: randomUUID(), path, kind: 'sales' })).importId;
}

export async function filesRead(call: Call): Promise<string> {
  return `/#/imports/${await read(call)}`;
}

export async function unmatched(call: Call): Promise<string> {
  await read(call);
  const { items } = await call('imports.unmatched', {});
  const best = items.find(({ suggestions }) => suggestions.length > 0) ?? items[0];
  return `/#/unmatched/${best?.returnLineId ?? 0}`;
}

export const untilSeen = (page: Page): Promise<void> => page.locator('[data-enter-last]:not(:disabled)').waitFor();

/** Reads the file that stands on the screen, to its end. */
export async function readToTheEnd(page: Page): Promise<void> {
  await untilSeen(page);
  await page.keyboard.press('F9');
  await page.locator('[data-goes-on] button:not([data-enter-last])').waitFor();
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rows = [
  'Beleg,Wann,Kunde,Code,Ware,Anz,Preis',
  'X-1001,2026-11-02 10:15,K-31,TS-BL-M,T-Shirt blau M,2,99.00',
  'X-1001,2026-11-02 10:15,K-31,CAP-01,Kappe,1,59.00',
  'X-1002,2026-11-03 14:40,K-32,MUG-BL,Tasse blau,3,25.50',
  'X-1003,vorgestern,K-33,MUG-BL,Tasse blau,1,25.50',
  'X-1004,2026-11-04 16:05,,SCARF-R,Schal rot,1,120.00',
];

/** A made-up file of sales with strange headers and a row that cannot be read, chosen and half mapped as if before a crash. */
export function salesFileDraft(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'backshelf-shots-')), 'kasse-2026-11.csv');
  writeFileSync(path, `${rows.join('\r\n')}\r\n`);
  const mapping = {
    saleNumber: 'Beleg',
    soldAt: 'Wann',
    customer: 'Kunde',
    sku: 'Code',
    productName: 'Ware',
    quantity: 'Anz',
    unitPrice: 'Preis',
  };
  return JSON.stringify({ path, mapping });
}

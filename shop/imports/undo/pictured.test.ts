import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPng } from '../../../fixtures/pictures.ts';
import { testShop } from '../../../fixtures/shop.ts';

const file = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
900001,LAMP,Desk lamp,4,2026-09-03 10:00:00,12.50,17850.0,United Kingdom
`;

test('an item that was given a picture goes with the file that brought it', async () => {
  await using shop = testShop();
  const path = join(shop.folder, 'sales.csv');
  writeFileSync(path, file);
  const { importId } = await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
  const dataBase64 = aPng(20, 20, 'lamp').toString('base64');
  await shop.call('catalog.setPhoto', { id: randomUUID(), sku: 'LAMP', dataBase64 });
  await shop.call('imports.undo', { id: randomUUID(), importId, why: 'wrong file' });
  expect((await shop.refusal('catalog.product', { sku: 'LAMP' })).code).toBe('no-such-product');
});

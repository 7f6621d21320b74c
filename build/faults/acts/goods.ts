import { randomUUID } from 'node:crypto';
import { pixel } from '../../../fixtures/busy-desk.ts';
import type { TestShop } from '../../../fixtures/shop.ts';
import { type Act, actOf } from './act.ts';

/** Goods that come and go back to where they came from: things that nothing else touches. */
export async function goodsIn(shop: TestShop): Promise<Act[]> {
  const save = (sku: string, more = {}) => shop.call('catalog.saveProduct', { id: randomUUID(), sku, ...more });
  await save('DISH');
  await save('LATHE', { tracking: 'serial' });
  await save('CHEESE', { tracking: 'batch', expires: true });
  const dishes = [{ sku: 'DISH', quantity: 4, unitCost: '2.50' }];
  const wrong = await shop.call('stock.receive', { id: randomUUID(), paidBy: 'payable', taxCents: 60, lines: dishes });
  const batches = [{ code: 'C-1', quantity: 1.25, expiresOn: '2027-01-31' }];
  const lines = [
    ...dishes,
    { sku: 'LATHE', quantity: 2, valueCents: 90_000, serials: ['L-1', 'L-2'] },
    { sku: 'CHEESE', quantity: 1.25, batches },
  ];
  const item = { name: 'Dish', barcodes: ['2000000000992'], min: 2, max: 9, unit: 'pc', location: 'A-1' };
  return [
    actOf('stock.receive', { paidBy: 'cash', taxCents: 130, lines }),
    actOf('stock.open', { lines: [{ sku: 'DISH', quantity: 3, unitCost: '2.40' }] }),
    actOf('stock.voidReceipt', { number: wrong.number, why: 'of another shop' }),
    actOf('catalog.saveProduct', { sku: 'DISH', ...item }, { as: 'an item with barcodes' }),
    actOf('catalog.setPhoto', { sku: 'DISH', dataBase64: pixel }),
  ];
}

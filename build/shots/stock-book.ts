import { randomUUID } from 'node:crypto';
import { scan } from '../../e2e/support/scan.ts';
import type { Call, Screen } from './screen.ts';

const barcode = '6901234567892';

/** The first item with a barcode, levels and a supplier that takes ten days; gives its code. */
async function knownItem(call: Call): Promise<string> {
  const [item] = (await call('catalog.products', { limit: 1 })).items;
  const sku = item?.sku ?? '';
  const name = '景德镇陶瓷厂';
  const found = (await call('suppliers.list', {})).items.find((supplier) => supplier.name === name);
  const { supplierId } = found ?? (await call('suppliers.save', { id: randomUUID(), name, leadDays: 10 }));
  const said = { barcodes: [barcode], min: 20, max: 60, location: 'A-3', price: '99.00', supplierId };
  await call('catalog.saveProduct', { id: randomUUID(), sku, ...said });
  return sku;
}

async function received(call: Call): Promise<string> {
  const sku = await knownItem(call);
  const lines = [{ sku, quantity: 4, unitCost: '42.00' }];
  const { number } = await call('stock.receive', { id: randomUUID(), paidBy: 'payable', reference: 'LS-77', lines });
  return number;
}

async function counting(call: Call): Promise<string> {
  const sku = await knownItem(call);
  const { number } = await call('stocktakes.open', { id: randomUUID(), note: '月末' });
  await call('stocktakes.count', { id: randomUUID(), number, lines: [{ sku, quantity: 2, mode: 'set' }] });
  return `/#/counts/${number}`;
}

const item = async (call: Call): Promise<string> => `/#/items/${await knownItem(call)}`;

async function afterItem(call: Call, route: string): Promise<string> {
  await knownItem(call);
  return route;
}

/** The screens of the stock book. */
export const stockBookScreens: readonly Screen[] = [
  { name: 'items', route: (call) => afterItem(call, '/#/items') },
  { name: 'item', route: item },
  { name: 'item-edit', route: item, steps: (page) => page.keyboard.press('F8') },
  { name: 'item-new', route: '/#/items', steps: (page) => page.keyboard.press('F7') },
  { name: 'receiving', route: async (call) => `/#/receiving/${await received(call)}` },
  { name: 'receive', route: (call) => afterItem(call, '/#/receive'), steps: (page) => scan(page, barcode) },
  { name: 'opening-stock', route: '/#/opening-stock' },
  { name: 'counts', route: '/#/counts' },
  { name: 'count-begin', route: '/#/counts', steps: (page) => page.keyboard.press('F7') },
  { name: 'count', route: counting, steps: (page) => scan(page, barcode) },
  { name: 'count-book', route: counting, steps: (page) => page.keyboard.press('F9') },
  {
    name: 'reorder',
    route: (call) => afterItem(call, '/#/reorder'),
    steps: (page) =>
      page
        .getByRole('grid')
        .or(page.getByText(/没有要补的货|Nothing needs ordering/))
        .waitFor(),
  },
  { name: 'code-history', route: async (call) => `/#/history?code=${await knownItem(call)}` },
  {
    name: 'sell',
    route: (call) => afterItem(call, '/#/sales?sell=1'),
    steps: async (page) => {
      await page.getByRole('dialog').waitFor();
      await scan(page, barcode);
    },
  },
];

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { accountsScreens } from './accounts.ts';
import { atTheBench, claimPaidInPart, ticketWithWork, waitingGoods } from './broken-goods.ts';
import { drawerScreens } from './drawer.ts';
import { fileOfSales, filesRead, readToTheEnd, unmatched, untilSeen } from './imports.ts';
import { printingScreens } from './printing.ts';
import { programScreens } from './program.ts';
import type { Call, Screen } from './screen.ts';
import { creditVoucher, redInvoices, storeCredit } from './settlement.ts';
import { staffScreens } from './staff.ts';
import { stockBookScreens } from './stock-book.ts';
import { unusualScreens } from './unusual.ts';
import { updateScreens } from './update.ts';
import { walletScreens } from './wallets.ts';

async function newestSale(call: Call): Promise<number> {
  const { items } = await call('sales.search', { text: '', limit: 50 });
  const sale = items.find(({ returned }) => !returned) ?? items[0];
  if (!sale) throw new Error('The demo shop has no sales.');
  return sale.saleId;
}

function returnAt(stage: 'settled' | 'inspected' | 'received' | 'approved') {
  return async (call: Call): Promise<string> => {
    const { items } = await call('returns.search', { stage, limit: 1 });
    const found = items[0] ?? (await call('returns.search', { limit: 1 })).items[0];
    if (!found) throw new Error('The demo shop has no returns.');
    return `/#/returns/${found.returnId}`;
  };
}

/** Something of the newest sale. */
async function aLine(call: Call): Promise<{ sku: string; quantity: number }> {
  const sale = await call('sales.get', { saleId: await newestSale(call) });
  return { sku: sale.lines[0]?.sku ?? '', quantity: 1 };
}

/** A parcel without an order. */
async function arrival(call: Call): Promise<string> {
  const lines = [await aLine(call)];
  const { returnId } = await call('returns.arrive', { id: randomUUID(), channel: 'parcel', waybill: 'SF1440', lines });
  return `/#/returns/${returnId}`;
}

/** Goods without a receipt that wait for review. */
async function noReceipt(call: Call): Promise<void> {
  const lines = [{ ...(await aLine(call)), reason: 'quality' }];
  await call('returns.open', { id: randomUUID(), channel: 'counter', want: 'refund', lines });
}

function paper(document: 'return-slip' | 'refund-receipt', size: 'A5' | '80mm', locale: 'zh-CN' | 'en') {
  return async (call: Call): Promise<string> => {
    const { items } = await call('returns.search', { stage: 'settled', limit: 1 });
    if (!items[0]) throw new Error('The demo shop has no settled return.');
    return `/#/paper/${document}/${items[0].number}/${size}/${locale}`;
  };
}

/** Work given to people, and a customer who waits for a call. */
async function sharedWork(call: Call): Promise<string> {
  const { items } = await call('returns.worklist', {});
  for (const [index, { returnId }] of items.entries())
    await call('returns.assign', { id: randomUUID(), returnId, person: ['小梅', 'Bo', null][index % 3] ?? null });
  const { returnId } = (await call('returns.search', { stage: 'settled', limit: 1 })).items[0] ?? { returnId: 0 };
  const callBackOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await call('ratings.record', { id: randomUUID(), returnId, score: 7, note: '包装可以更好', callBackOn });
  return '/';
}

/** A customer whose marks are all set. */
async function knownCustomer(call: Call): Promise<string> {
  await call('settings.set', { frequentReturns: { count: 1, days: 365, ratePercent: 60 } });
  const { items } = await call('returns.search', { limit: 50 });
  const found = items.find(({ customer }) => customer !== undefined);
  const { customerId = 0 } = await call('customers.marks', { returnId: found?.returnId ?? 0 });
  await call('customers.save', { id: randomUUID(), customerId, vip: '老客户，每月都来', email: 'guest@example.com' });
  return `/#/customers/${customerId}`;
}

const untilListed = (page: Page): Promise<void> => page.getByRole('grid').waitFor();

/** With a backup that something was recorded after. */
async function backedUp(call: Call): Promise<string> {
  await call('care.backup', {});
  await call('settings.set', { phone: '62178899' });
  return '/#/care';
}

/** Types the newest fingerprint, or what is made of it, as a person does. */
async function lookUp(page: Page, change: (fingerprint: string) => string): Promise<void> {
  const fingerprint = (await page.locator('dd.code').first().getAttribute('title')) ?? '';
  await page.keyboard.type(change(fingerprint).slice(0, 16), { delay: 60 });
  await page.keyboard.press('Enter');
}

/** Every screen, in the order of a working day. */
export const screens: readonly Screen[] = [
  { name: 'policy', route: '/#/policy' },
  { name: 'first-start', route: '/', shop: 'empty' },
  {
    name: 'first-start-backup',
    route: '/',
    shop: 'empty',
    steps: (page) => page.getByRole('button', { name: /我有备份|I have a backup/ }).press('Enter'),
  },
  { name: 'closed-damaged', route: '/', shop: 'damaged', steps: untilListed },
  {
    name: 'closed-restore',
    route: '/',
    shop: 'damaged',
    steps: async (page) => {
      await untilListed(page);
      await page.getByRole('grid').press('Enter');
      await page.keyboard.press('Space');
    },
  },
  { name: 'today', route: '/' },
  { name: 'today-people', route: sharedWork },
  {
    name: 'today-assign',
    route: sharedWork,
    steps: async (page) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('F8');
    },
  },
  {
    name: 'settings-messages',
    route: '/#/settings',
    steps: (page) => page.getByLabel(/退货状态|Stage of the return/).scrollIntoViewIfNeeded(),
  },
  { name: 'customers', route: '/#/customers' },
  { name: 'customer', route: knownCustomer },
  { name: 'customer-edit', route: knownCustomer, steps: (page) => page.keyboard.press('F6') },
  { name: 'product', route: '/#/stock', steps: (page) => page.keyboard.press('F8') },
  {
    name: 'find',
    route: '/',
    steps: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('S-');
    },
  },
  { name: 'counter', route: '/#/counter' },
  { name: 'counter-sale', route: async (call) => `/#/counter/${await newestSale(call)}` },
  {
    name: 'counter-filled',
    route: async (call) => `/#/counter/${await newestSale(call)}`,
    steps: async (page) => {
      for (const key of ['1', '1', 'b']) await page.keyboard.press(key, { delay: 80 });
    },
  },
  {
    name: 'counter-exchange',
    route: async (call) => `/#/counter/${await newestSale(call)}`,
    steps: async (page) => {
      for (const key of ['1', '4', 'a', 'F6']) await page.keyboard.press(key, { delay: 80 });
    },
  },
  {
    name: 'counter-announced',
    route: async (call) => `/#/counter/${await newestSale(call)}?announce=1`,
    steps: async (page) => {
      for (const key of ['1', '1']) await page.keyboard.press(key, { delay: 80 });
    },
  },
  { name: 'counter-no-receipt', route: '/#/counter?receipt=none' },
  { name: 'returns', route: '/#/returns' },
  {
    name: 'returns-review',
    route: async (call) => {
      await noReceipt(call);
      return '/#/returns';
    },
    steps: (page) => page.keyboard.press('v'),
  },
  { name: 'arrive', route: '/#/arrive' },
  { name: 'arrival', route: arrival },
  { name: 'arrival-match', route: arrival, steps: (page) => page.keyboard.press('Alt+m') },
  { name: 'arrival-value', route: arrival, steps: (page) => page.keyboard.press('Alt+v') },
  { name: 'return-receive', route: returnAt('approved'), steps: (page) => page.keyboard.press('F3') },
  { name: 'return-kept', route: returnAt('approved'), steps: (page) => page.keyboard.press('Alt+k') },
  { name: 'return-settled', route: returnAt('settled') },
  { name: 'return-received', route: returnAt('received') },
  { name: 'return-approved', route: returnAt('approved') },
  {
    name: 'bench',
    route: atTheBench,
    steps: async (page) => {
      for (const key of ['F4', 'y', 'b']) await page.keyboard.press(key, { delay: 80 });
    },
  },
  { name: 'repair', route: ticketWithWork },
  { name: 'refund', route: returnAt('inspected'), steps: (page) => page.keyboard.press('F9') },
  { name: 'store-credit', route: storeCredit },
  { name: 'red-invoices', route: redInvoices },
  { name: 'claims-waiting', route: waitingGoods },
  { name: 'claim', route: claimPaidInPart },
  { name: 'sales', route: '/#/sales' },
  { name: 'sale', route: async (call) => `/#/sales/${await newestSale(call)}` },
  { name: 'import', route: '/#/import' },
  { name: 'import-seen', route: fileOfSales, steps: untilSeen },
  { name: 'import-read', route: fileOfSales, steps: readToTheEnd },
  {
    name: 'import-save',
    route: fileOfSales,
    steps: async (page) => {
      await untilSeen(page);
      await page.getByRole('button', { name: /存下各列|Save columns/ }).press('Enter');
    },
  },
  { name: 'import-history', route: filesRead },
  { name: 'import-undo', route: filesRead, steps: (page) => page.keyboard.press('F8') },
  { name: 'unmatched', route: unmatched },
  {
    name: 'export-sales',
    route: '/#/sales',
    steps: (page) => page.getByRole('button', { name: /^(导出|Export)$/ }).press('Enter'),
  },
  { name: 'stock', route: '/#/stock' },
  ...stockBookScreens,
  ...drawerScreens,
  ...walletScreens,
  ...updateScreens,
  ...programScreens,
  { name: 'months', route: '/#/months' },
  {
    name: 'month',
    route: async (call) => `/#/months/${(await call('months.list', {})).months[0]?.month ?? ''}`,
    steps: (page) => page.getByRole('heading', { name: /^(对账|What ties)$/ }).waitFor(),
  },
  {
    name: 'month-closing',
    route: async (call) => `/#/months/${(await call('months.list', {})).months[1]?.month ?? ''}`,
    steps: async (page) => {
      await page.getByRole('heading', { name: /^(对账|What ties)$/ }).waitFor();
      await page.keyboard.press('F8');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'month-exported',
    route: async (call) => `/#/months/${(await call('months.list', {})).months[1]?.month ?? ''}`,
    steps: (page) => page.keyboard.press('F9'),
  },
  ...accountsScreens,
  { name: 'settings', route: '/#/settings' },
  { name: 'settings-paper', route: '/#/settings/paper' },
  { name: 'care', route: backedUp },
  {
    name: 'care-checked',
    route: backedUp,
    steps: async (page) => {
      await page.keyboard.press('F8');
      await page.keyboard.press('F9');
      await page.getByRole('button', { name: /^(列出|Show the) \d/ }).press('Enter');
    },
  },
  {
    name: 'care-found',
    route: backedUp,
    steps: (page) => lookUp(page, (fingerprint) => fingerprint),
  },
  {
    name: 'care-not-found',
    route: backedUp,
    steps: (page) => lookUp(page, (fingerprint) => [...fingerprint].reverse().join('')),
  },
  {
    name: 'care-restore',
    route: backedUp,
    steps: async (page) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
    },
  },
  { name: 'slip-a5', route: paper('return-slip', 'A5', 'zh-CN') },
  { name: 'slip-80mm', route: paper('return-slip', '80mm', 'en') },
  { name: 'receipt-a5', route: paper('refund-receipt', 'A5', 'en') },
  { name: 'receipt-80mm', route: paper('refund-receipt', '80mm', 'zh-CN') },
  { name: 'voucher-80mm', route: creditVoucher },
  ...printingScreens,
  ...staffScreens,
  ...unusualScreens,
];

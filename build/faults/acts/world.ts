import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../../../contract/api.ts';
import { counterInput, openInput, type RecordedSale, recordSale, saleInput } from '../../../fixtures/builders.ts';
import { type TestShop, testClock, testNow, testShop } from '../../../fixtures/shop.ts';
import { type Act, actOf, shopFolder } from './act.ts';
import { goodsIn } from './goods.ts';
import { stockCounts } from './stock-counts.ts';
import { wholeDesk } from './whole-desk.ts';

const salesFile = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
900001,LAMP,Desk lamp,4,2026-09-03 10:00:00,12.50,17850.0,United Kingdom
C900002,LAMP,Desk lamp,-1,2026-09-10 11:00:00,12.50,17850.0,United Kingdom
900003,CHAIR,Chair,2,2026-09-11 12:00:00,30.00,17851.0,United Kingdom
900004,CHAIR,Chair,no number,2026-09-11 12:00:00,30.00,17851.0,United Kingdom
`;

/** Makes a shop in which something waits for every act, and gives the acts. Each starts from the same shop, and never meets another. */
export async function buildWorld(folder: string): Promise<Act[]> {
  mkdirSync(folder);
  const clock = testClock(Date.parse('2026-10-20T02:00:00.000Z'));
  await using shop = testShop({ folder, clock });
  await shop.call('settings.set', {
    shopName: 'Stage',
    currency: 'CNY',
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    openingDay: '2026-01-01',
  });
  const first = await recordSale(shop, { soldAt: '2026-10-19T02:00:00.000Z' });
  const paid = await shop.call('returns.counter', counterInput(first));
  const backup = await shop.call('care.backup', {});
  clock.set(new Date(testNow).toISOString());
  const sale = await recordSale(shop, manyCups());
  const whole = await shop.call('care.exportAll', { to: join(folder, '..', 'exports') });
  return [
    ...(await desk(shop, sale)),
    ...(await decisions(shop, sale)),
    ...(await parcels(shop, sale)),
    ...(await books(shop)),
    ...(await wholeDesk(shop, sale)),
    ...(await stockCounts(shop)),
    ...(await goodsIn(shop)),
    actOf('refunds.correct', { payoutNumber: paid.payoutNumbers[0] ?? '', why: 'never left the drawer' }),
    actOf('care.restore', { path: backup.path.replace(folder, shopFolder) }),
    actOf('care.importAll', { from: whole.path }, { from: 'fresh' }),
    actOf('care.exportAll', { to: `${shopFolder}/exports` }, { hasId: false }),
  ];
}

function manyCups(): Partial<Input<'sales.record'>> {
  return {
    customer: { name: '王芳', phone: '13800138000' },
    lines: [{ sku: 'CUP', name: 'Cup', quantity: 30, unitPrice: '20.00', paidCents: 60_000, costCents: 24_000 }],
  };
}

/** What is done at the desk in one go. */
async function desk(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const { id: _, ...counter } = counterInput(sale);
  const { id: __, ...open } = openInput(sale, { channel: 'parcel' });
  const { id: ___, ...sold } = saleInput({ customer: { name: '李伟' } });
  const paid = await shop.call('returns.counter', counterInput(sale));
  return [
    actOf('sales.record', sold),
    actOf('returns.counter', counter),
    actOf('returns.open', open),
    actOf('refunds.void', { payoutNumber: paid.payoutNumbers[0] ?? '', why: 'wrong drawer' }),
  ];
}

/** Returns that wait for somebody to say yes or no. */
async function decisions(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const doubtful = async (): Promise<number> => {
    const lines = [{ saleLineId, quantity: 1, reason: 'other', note: 'smells' }];
    return (await shop.call('returns.open', openInput(sale, { lines }))).returnId;
  };
  return [
    actOf('returns.approve', { returnId: await doubtful() }),
    actOf('returns.reject', { returnId: await doubtful(), why: 'used' }),
    actOf('returns.cancel', { returnId: await doubtful(), why: 'as asked' }),
  ];
}

/** Parcels, each one step further than the one before. */
async function parcels(shop: TestShop, sale: RecordedSale): Promise<Act[]> {
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const steps = ['receive', 'inspect', 'refund', 'close'] as const;
  const payouts = [{ tender: 'cash' as const, amountCents: 4000 }];
  const acts: Act[] = [];
  for (const [done, step] of steps.entries()) {
    const lines = [{ saleLineId, quantity: 2, reason: 'quality' }];
    const { returnId, lines: opened } = await shop.call('returns.open', openInput(sale, { channel: 'parcel', lines }));
    const parts = [{ returnLineId: opened[0]?.returnLineId ?? 0, quantity: 2 }];
    const graded = parts.map((part) => ({ ...part, grade: 'C' as const, disposition: 'scrap' as const }));
    const id = randomUUID();
    if (done > 0) await shop.call('returns.receive', { id, returnId, lines: parts });
    if (done > 1) await shop.call('inspection.record', { id: randomUUID(), returnId, lines: graded });
    if (done > 2) await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
    if (step === 'receive') acts.push(actOf('returns.receive', { returnId, lines: parts }));
    if (step === 'inspect') acts.push(actOf('inspection.record', { returnId, lines: graded }));
    if (step === 'refund') acts.push(actOf('refunds.record', { returnId, payouts }));
    if (step === 'close') acts.push(actOf('returns.close', { returnId }));
  }
  return acts;
}

/** What concerns the books as a whole. */
async function books(shop: TestShop): Promise<Act[]> {
  const lines = [{ sku: 'VASE', name: 'Vase', quantity: 3, unitPrice: '15.00', paidCents: 4500 }];
  const vases = await recordSale(shop, { lines, customer: '王芳' });
  const back = [{ saleLineId: vases.lines[0]?.saleLineId ?? 0, quantity: 2, reason: 'does-not-fit' }];
  const opened = await shop.call('returns.open', openInput(vases, { lines: back }));
  const received = opened.lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
  await shop.call('returns.receive', { id: randomUUID(), returnId: opened.returnId, lines: received });
  const path = join(shop.folder, '..', 'sales.csv');
  writeFileSync(path, salesFile);
  return [
    actOf('stock.setCost', { sku: 'VASE', unitCost: '6.00' }),
    actOf('months.close', { month: '2026-10' }),
    actOf('settings.set', { shopName: 'Another name' }, { hasId: false }),
    actOf('drafts.save', { screen: 'sale', content: 'half a sale' }, { hasId: false }),
    actOf('imports.run', { path, kind: 'sales' }),
    actOf('care.confirmClock', {}),
    actOf('care.backup', {}, { hasId: false }),
    actOf('months.export', { month: '2026-10', format: 'csv', to: `${shopFolder}/exports` }, { hasId: false }),
  ];
}

import { randomUUID } from 'node:crypto';
import type { StartedHost } from '../../e2e/support/start-host.ts';

type Call = StartedHost['call'];

/** A return of the newest sale with broken goods that has come. */
async function brokenParcel(call: Call) {
  const soldAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const kettles = {
    sku: 'KET-1',
    name: '电热水壶 1.7L',
    quantity: 4,
    unitPrice: '129.00',
    paidCents: 51_600,
    costCents: 24_000,
  };
  const tenders = [{ tender: 'wechat' as const, amountCents: 51_600 }];
  const customer = { name: '欧阳小敏', phone: '13900001111' };
  const { saleId } = await call('sales.record', { id: randomUUID(), soldAt, customer, lines: [kettles], tenders });
  const [line] = (await call('sales.get', { saleId })).lines;
  const asked = { saleLineId: line?.saleLineId ?? 0, quantity: 4, reason: 'quality' };
  const opened = await call('returns.open', { id: randomUUID(), channel: 'parcel', want: 'refund', lines: [asked] });
  const { returnId, stage } = opened;
  if (stage === 'requested') await call('returns.approve', { id: randomUUID(), returnId });
  const came = opened.lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
  return call('returns.receive', { id: randomUUID(), returnId, lines: came });
}

/** The page of a return that waits at the bench. */
export async function atTheBench(call: Call): Promise<string> {
  return `/#/returns/${(await brokenParcel(call)).returnId}`;
}

async function gradedParcel(call: Call) {
  const { returnId, lines } = await brokenParcel(call);
  const returnLineId = lines[0]?.returnLineId ?? 0;
  const parts = [
    { disposition: 'repair', quantity: 1, fault: '底座接触不良' },
    { disposition: 'supplier', quantity: 2 },
    { disposition: 'scrap', quantity: 1 },
  ] as const;
  const graded = parts.map((part) => ({ returnLineId, grade: 'C' as const, ...part }));
  return call('inspection.record', { id: randomUUID(), returnId, lines: graded });
}

/** A repair ticket with some work on it. */
export async function ticketWithWork(call: Call): Promise<string> {
  const { returnId } = await gradedParcel(call);
  const [ticket] = (await call('repair.list', { returnId })).items;
  if (!ticket) throw new Error('There is no ticket.');
  const work = { kind: 'part', what: '换底座触点', minutes: 20, cents: 850, paidBy: 'cash' } as const;
  await call('repair.work', { id: randomUUID(), ticketId: ticket.ticketId, ...work });
  return `/#/repairs/${ticket.number}`;
}

/** Goods that wait for a supplier. */
export async function waitingGoods(call: Call): Promise<string> {
  await gradedParcel(call);
  const name = '义乌宏达日用品厂';
  const known = (await call('suppliers.list', {})).items.find((supplier) => supplier.name === name);
  const found = known ?? (await call('suppliers.save', { id: randomUUID(), name, claimDays: 30 }));
  await call('catalog.saveProduct', { id: randomUUID(), sku: 'KET-1', supplierId: found.supplierId });
  return '/#/claims';
}

/** A claim that was paid in part. */
export async function claimPaidInPart(call: Call): Promise<string> {
  await waitingGoods(call);
  const [supplier] = (await call('suppliers.list', {})).items;
  const lines = [{ sku: 'KET-1', quantity: 1 }];
  const claim = await call('claims.open', { id: randomUUID(), supplierId: supplier?.supplierId ?? 0, lines });
  await call('claims.pay', { id: randomUUID(), claimId: claim.claimId, cents: 2500, paidBy: 'bank' });
  return `/#/claims/${claim.number}`;
}

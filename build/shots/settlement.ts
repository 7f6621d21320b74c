import { randomUUID } from 'node:crypto';
import type { StartedHost } from '../../e2e/support/start-host.ts';

type Call = StartedHost['call'];

/** The code of a store credit; one is issued for a return at the counter where there is none. */
async function issuedCode(call: Call): Promise<string> {
  const [there] = (await call('storeCredit.list', { limit: 1 })).items;
  if (there) return there.code;
  const { items } = await call('sales.search', { text: '', limit: 50 });
  const found = items.find(({ returned }) => !returned);
  if (!found) throw new Error('The demo shop has no sale that is left whole.');
  const { saleId, lines } = await call('sales.get', { saleId: found.saleId });
  const line = { saleLineId: lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'quality' };
  const { totalCents } = await call('returns.judge', { saleId, lines: [line] });
  const done = await call('returns.counter', {
    id: randomUUID(),
    saleId,
    channel: 'counter',
    want: 'store-credit',
    approve: { note: '…' },
    lines: [{ ...line, gradings: [{ quantity: 1, grade: 'A', disposition: 'resell' }] }],
    payouts: [{ tender: 'store-credit', amountCents: totalCents }],
  });
  return done.storeCredits[0]?.code ?? '';
}

export async function storeCredit(call: Call): Promise<string> {
  return `/#/store-credit?code=${await issuedCode(call)}`;
}

export async function creditVoucher(call: Call): Promise<string> {
  return `/#/paper/store-credit-voucher/${await issuedCode(call)}/80mm/zh-CN`;
}

/** With a confirmation that was asked for. */
export async function redInvoices(call: Call): Promise<string> {
  const [found] = (await call('returns.search', { stage: 'settled', limit: 1 })).items;
  if (!found) throw new Error('The demo shop has no settled return.');
  await call('redInvoices.set', { id: randomUUID(), returnId: found.returnId, status: 'requested' });
  return '/#/red-invoices';
}

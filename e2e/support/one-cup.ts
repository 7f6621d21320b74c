import { randomUUID } from 'node:crypto';
import type { Tender } from '../../contract/values/words.ts';
import type { StartedHost } from './start-host.ts';

/** Three cups of 20.00 were sold, and one came back as new and was paid back the way it was paid. */
export async function returnOneCup({ call }: Pick<StartedHost, 'call'>, tender: Tender): Promise<void> {
  const lines = [{ sku: 'CUP', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 6000, costCents: 2400 }];
  const { saleId } = await call('sales.record', { id: randomUUID(), lines, tenders: [{ tender, amountCents: 6000 }] });
  const [line] = (await call('sales.get', { saleId })).lines;
  const gradings = [{ quantity: 1, grade: 'A' as const, disposition: 'resell' as const }];
  await call('returns.counter', {
    id: randomUUID(),
    saleId,
    channel: 'counter',
    want: 'refund',
    lines: [{ saleLineId: line?.saleLineId ?? 0, quantity: 1, reason: 'changed-mind', gradings }],
    payouts: [{ tender, amountCents: 2000 }],
  });
}

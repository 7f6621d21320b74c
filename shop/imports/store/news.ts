import type { Day } from '../../../contract/values/days.ts';
import type { ReadStore } from '../../../db/store.ts';
import type { ActionContext } from '../../context.ts';
import { deliveryGiven } from '../../refunds/room.ts';
import type { FileDocument } from '../documents/document.ts';
import type { Counts } from './documents.ts';

/** What a file says anew of a sale that is there. */
export type SaleChange = {
  readonly saleId: number;
  /** Given back since. */
  readonly refundCents: number;
  readonly status: { readonly status: string; readonly signedOn: Day | null } | undefined;
};

/**
 * What a later file says of a sale that it did not say before: another status, and money that went back. What was credited here since is
 * taken for a part of what the file says went back: the platform paid it out.
 */
export function newsOf(
  store: ReadStore,
  { kind, number, status, signedOn, ...document }: FileDocument,
): SaleChange | undefined {
  const sale = kind === 'sale' ? store.imports.sale(number) : undefined;
  if (!sale) return undefined;
  const known = store.saleNews.of(sale.id);
  const saidCents = Math.min(document.refundedCents + insideOf(known.totalCents, document), known.totalCents);
  const grownCents = saidCents - known.refundedCents - known.creditedCents;
  const refundCents =
    saidCents > known.refundedCents && grownCents > 0 ? Math.max(0, grownCents - deliveryGiven(store, sale.id)) : 0;
  const words = status || (known.status ?? '');
  const isSigned = signedOn !== undefined && signedOn !== known.signedOn;
  const isOther = words !== '' && (words !== known.status || isSigned);
  if (refundCents === 0 && !isOther) return undefined;
  return {
    saleId: sale.id,
    refundCents,
    status: isOther ? { status: words, signedOn: signedOn ?? null } : undefined,
  };
}

/** A refund that is no longer in what was paid came back since, unless the sale was stored without it. */
function insideOf(
  totalCents: number,
  { insideCents, lines, deliveryCents }: Pick<FileDocument, 'insideCents' | 'lines' | 'deliveryCents'>,
): number {
  const nowCents = lines.reduce((sum, { paidCents }) => sum + paidCents, deliveryCents);
  return totalCents === nowCents + insideCents ? insideCents : 0;
}

export function storeNews({ store, now }: ActionContext, change: SaleChange, counts: Counts): void {
  const { saleId, refundCents, status } = change;
  if (refundCents > 0)
    store.facts.add('saleRefunds', { saleId, cents: refundCents, day: null, reference: null, at: now });
  if (status) store.facts.add('saleStatuses', { saleId, ...status, at: now });
  const { refundedSales, statuses } = countsOf(change);
  counts.refundedSales += refundedSales;
  counts.statuses += statuses;
}

export function countsOf({ refundCents, status }: SaleChange): Pick<Counts, 'refundedSales' | 'statuses'> {
  return { refundedSales: refundCents > 0 ? 1 : 0, statuses: status ? 1 : 0 };
}

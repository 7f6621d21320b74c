import type { SaleNews } from '../../db/queries/sale-news.ts';

/** What of a sale can still be given back: what its platform or till has given back elsewhere is gone. */
export function leftToGiveBack({
  totalCents,
  refundedCents,
  creditedCents,
}: Omit<SaleNews, 'status' | 'signedOn'>): number {
  return refundedCents === 0 ? Number.POSITIVE_INFINITY : Math.max(0, totalCents - refundedCents - creditedCents);
}

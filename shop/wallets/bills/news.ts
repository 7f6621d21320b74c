import type { KnownRefundRow } from '../../../db/queries/wallets.ts';
import type { BillRefund } from './rows.ts';

/** One refund stands on two bills of a wallet, that of orders and that of money, within so long. */
const sameMs = 5 * 60_000;

/** A reference that we made, because the bill names none, has a space within. */
const isMade = (reference: string): boolean => reference.includes(' ');

/**
 * The refunds of a bill that no earlier one brought: by the wallet's number of them; where one of two bills names none, by order, amount
 * and time, each earlier refund standing for one row at most. Of a payment that says how much was given back of it in all, what is
 * new of that. The others are known.
 */
export function pickNews(refunds: readonly BillRefund[], known: readonly KnownRefundRow[]): BillRefund[] {
  const references = new Set(known.map(({ reference }) => reference));
  const ofOrder = Map.groupBy(known, ({ orderReference }) => orderReference ?? '');
  const backCents = new Map([...ofOrder].map(([order, rows]) => [order, sumOf(rows)]));
  const taken = new Set<KnownRefundRow>();
  const news: BillRefund[] = [];
  const keep = (refund: BillRefund): void => {
    const order = refund.orderReference ?? '';
    references.add(refund.reference);
    backCents.set(order, (backCents.get(order) ?? 0) + refund.cents);
    news.push(refund);
  };
  for (const refund of refunds.filter(({ isSoFar }) => !isSoFar)) {
    if (references.has(refund.reference)) continue;
    const same = ofOrder.get(refund.orderReference ?? '')?.find((row) => !taken.has(row) && isSame(refund, row));
    if (same) taken.add(same);
    else keep(refund);
  }
  for (const refund of refunds.filter(({ isSoFar }) => isSoFar)) {
    const cents = refund.cents - (backCents.get(refund.orderReference ?? '') ?? 0);
    if (cents > 0) keep({ ...refund, cents });
  }
  return news;
}

function isSame(refund: BillRefund, row: KnownRefundRow): boolean {
  return (
    refund.orderReference !== undefined &&
    isMade(refund.reference) !== isMade(row.reference) &&
    refund.cents === row.cents &&
    Math.abs(Date.parse(refund.refundedAt) - Date.parse(row.refundedAt)) <= sameMs
  );
}

function sumOf(rows: readonly KnownRefundRow[]): number {
  return rows.reduce((sum, { cents }) => sum + cents, 0);
}

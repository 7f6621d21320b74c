import type { ReadContext } from '../context.ts';

/** Credited and not paid out, because a payout was voided. */
export function unpaidCents({ store }: Pick<ReadContext, 'store'>, returnId: number): number {
  return store.refunds.creditNotes(returnId).reduce((sum, note) => sum + note.totalCents - note.paidCents, 0);
}

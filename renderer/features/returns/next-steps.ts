import type { Quote } from '../../../contract/api/refunds.ts';
import type { Return } from '../../../contract/api/return-shape.ts';

export const returnSteps = ['approve', 'reject', 'cancel', 'receive', 'inspect', 'refund', 'close'] as const;
export type ReturnStep = (typeof returnSteps)[number];
export type NextSteps = { readonly primary?: ReturnStep; readonly others: readonly ReturnStep[] };

type Case = Pick<Return, 'stage' | 'origin' | 'lines'>;

/** Units that were asked for and have not come. */
export function unitsToCome({ lines }: Pick<Return, 'lines'>): number {
  return thousandths(lines.map((line) => line.quantity - line.receivedQuantity));
}

function thousandths(quantities: readonly number[]): number {
  return quantities.reduce((sum, quantity) => sum + Math.round(quantity * 1000), 0) / 1000;
}

/** Whether a refund would write anything: an amount, or lines that cost nothing. */
export function isPayable(quote: Quote | undefined): boolean {
  return quote !== undefined && (quote.totalCents > 0 || quote.lines.length > 0);
}

/** What can be done with a return now: the one next step, and what else. A return read from a file is history. */
export function nextSteps(found: Case, quote: Quote | undefined): NextSteps {
  if (found.origin === 'import') return { others: [] };
  const receiveRest: ReturnStep[] = unitsToCome(found) > 0 ? ['receive'] : [];
  switch (found.stage) {
    case 'requested':
      return { primary: 'approve', others: ['reject', 'cancel'] };
    case 'approved':
      return { primary: 'receive', others: ['cancel'] };
    case 'received':
      return { primary: 'inspect', others: [...receiveRest, ...(isPayable(quote) ? (['refund'] as const) : [])] };
    case 'inspected':
      // Until the quote has come the refund is the likely step; without anything to pay only closing is left.
      if (quote && !isPayable(quote)) return { primary: 'close', others: receiveRest };
      // What is owed is paid before a return is closed.
      return { primary: 'refund', others: receiveRest };
    case 'settled':
      return { primary: 'close', others: receiveRest };
    case 'draft':
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return { others: [] };
  }
}

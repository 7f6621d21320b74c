import type { Quote } from '../../../contract/api/refunds.ts';
import type { Return } from '../../../contract/api/return-shape.ts';

export const returnSteps = [
  'approve',
  'reject',
  'cancel',
  'receive',
  'inspect',
  'match',
  'value',
  'waive',
  'refund',
  'close',
] as const;
export type ReturnStep = (typeof returnSteps)[number];
export type NextSteps = { readonly primary?: ReturnStep; readonly others: readonly ReturnStep[] };

type Case = Pick<Return, 'stage' | 'origin' | 'lines' | 'sale' | 'channel'>;

/** Units that were asked for, have not come and are not left with the customer. */
export function unitsToCome({ lines }: Pick<Return, 'lines'>): number {
  return thousandths(lines.map(unitsOfLineToCome));
}

export function unitsOfLineToCome(line: Return['lines'][number]): number {
  return thousandths([line.quantity, -line.receivedQuantity, -line.waivedQuantity]);
}

function thousandths(quantities: readonly number[]): number {
  return quantities.reduce((sum, quantity) => sum + Math.round(quantity * 1000), 0) / 1000;
}

/** Whether a refund would write anything: an amount, or lines that cost nothing. */
export function isPayable(quote: Quote | undefined): boolean {
  return quote !== undefined && (quote.totalCents > 0 || quote.lines.length > 0);
}

/** Lines of which nobody knows what was paid, and for which nobody has said what is given. */
export function linesToValue({ lines, sale, origin }: Pick<Return, 'lines' | 'sale' | 'origin'>): Return['lines'] {
  if (sale || origin === 'import') return [];
  return lines.filter(({ saleLineId, valueCents }) => saleLineId === undefined && valueCents === undefined);
}

/** Whether the sale of these goods is still to be found; once a value is set it is too late for that. */
export function saleUnknown(found: Pick<Return, 'lines' | 'sale' | 'origin' | 'stage'>): boolean {
  const open = ['requested', 'approved', 'received', 'inspected'].includes(found.stage);
  return open && linesToValue(found).length > 0 && linesToValue(found).length === found.lines.length;
}

/** How the amount of goods without a sale is found: by their sale, or by what a person says. The likelier one first. */
function waysToValue(found: Case): ReturnStep[] {
  const value: ReturnStep[] = found.stage !== 'requested' && linesToValue(found).length > 0 ? ['value'] : [];
  const match: ReturnStep[] = saleUnknown(found) ? ['match'] : [];
  return found.channel === 'counter' ? [...value, ...match] : [...match, ...value];
}

/** What can be done with a return now: the one next step, and what else. A return read from a file is history. */
export function nextSteps(found: Case, quote: Quote | undefined): NextSteps {
  if (found.origin === 'import') return { others: [] };
  const toCome = unitsToCome(found) > 0;
  const receiveRest: ReturnStep[] = toCome ? ['receive'] : [];
  const keep: ReturnStep[] = toCome ? ['waive'] : [];
  const ways = waysToValue(found);
  switch (found.stage) {
    case 'requested':
      return { primary: 'approve', others: [...ways, 'reject', 'cancel'] };
    case 'approved':
      return { primary: 'receive', others: [...ways, ...keep, 'cancel'] };
    case 'received':
      return {
        primary: 'inspect',
        others: [...ways, ...receiveRest, ...keep, ...(isPayable(quote) ? (['refund'] as const) : [])],
      };
    case 'inspected': {
      const { others, ...next } = afterInspection(ways, quote);
      return { ...next, others: [...others, ...receiveRest, ...keep] };
    }
    case 'settled':
      return { primary: 'close', others: [...receiveRest, ...keep] };
    case 'draft':
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return { others: [] };
  }
}

/** What is owed is paid before a return is closed; without anything to pay only closing is left. */
function afterInspection([likelier, other]: readonly ReturnStep[], quote: Quote | undefined): NextSteps {
  if (likelier) {
    const last = isPayable(quote) ? 'refund' : 'close';
    return { primary: likelier, others: [...(other ? [other] : []), last] };
  }
  // Until the quote has come the refund is the likely step.
  return { primary: quote && !isPayable(quote) ? 'close' : 'refund', others: [] };
}

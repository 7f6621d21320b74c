import type { ParsedInput } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import type { LineToMatch, SaleLineToMatch } from '../../../db/queries/unmatched.ts';
import type { ActionContext, ActionHandler, ReadContext } from '../../context.ts';
import { creditFor } from '../../refunds/amounts.ts';
import { Refused, refuse } from '../../refused.ts';

/**
 * Ties a line of a return from a file to the sale lines it belongs to. Units come from what is left of them, and each uses up its share of
 * what was paid, as if it had been found when the file was read. What was given back for it must have been paid.
 */
export const matchFileReturn: ActionHandler<'imports.match'> = (context, { returnLineId, links }) => {
  const line = context.store.unmatched.lineToMatch(returnLineId);
  if (!line) return refuse('no-such-return-line', { line: 1, returnLineId });
  if (line.isLinked) return refuse('already-matched', { number: line.number });
  const found = findLines(context, line, links);
  if (found instanceof Refused) return found;
  const overPaid = refuseOverPaid(context, line, found);
  if (overPaid) return overPaid;
  link(context, line, found);
  return { returnId: line.returnId, number: line.number };
};

type Found = { readonly sold: SaleLineToMatch; readonly milli: number };

/** Together they are the whole line, each sale line once. */
function findLines({ store }: ReadContext, line: LineToMatch, links: ParsedInput<'imports.match'>['links']) {
  const found: Found[] = [];
  for (const [index, { saleLineId, quantity }] of links.entries()) {
    const sold = store.unmatched.saleLineToMatch(saleLineId);
    if (!sold) return refuse('no-such-sale-line', { line: index + 1, saleLineId });
    const isTwice = found.some((other) => other.sold.id === saleLineId);
    if (sold.productId !== line.productId || isTwice)
      return refuse('line-does-not-fit', { line: index + 1, sku: line.sku });
    if (sold.day > line.day) return refuse('return-before-sale', { soldOn: sold.day, returnedOn: line.day });
    const milli = toMilli(quantity);
    if (milli > sold.quantityMilli - sold.returnedMilli)
      return refuse('over-sold-quantity', {
        line: index + 1,
        sku: line.sku,
        sold: fromMilli(sold.quantityMilli),
        returned: fromMilli(sold.returnedMilli),
        asked: quantity,
      });
    found.push({ sold, milli });
  }
  const isWhole = found.reduce((sum, { milli }) => sum + milli, 0) === line.milli;
  return isWhole ? found : refuse('line-does-not-fit', { line: found.length, sku: line.sku });
}

/** Of a whole sale, freight included, no more goes back than was paid, here or elsewhere. */
function refuseOverPaid(context: ReadContext, { amountCents }: LineToMatch, found: readonly Found[]) {
  const saleIds = new Set(found.map(({ sold }) => sold.saleId));
  const payableCents = [...saleIds].reduce((sum, saleId) => sum + payableOf(context, saleId), 0);
  return amountCents > payableCents ? refuse('over-paid-amount', { payableCents, askedCents: amountCents }) : undefined;
}

/** What a platform's list of orders says was given back of a sale may be the money of this very return: it leaves room for it. */
function payableOf({ store: { fileReturns } }: ReadContext, saleId: number): number {
  const { totalCents, creditedCents } = fileReturns.money(saleId);
  return Math.max(totalCents - creditedCents - fileReturns.namedRefundCents(saleId), 0);
}

/** What of each sale may still be given back. */
function roomsOf({ store }: ReadContext, found: readonly Found[]): Map<number, number> {
  return new Map(
    found.map(({ sold: { saleId } }) => {
      const { totalCents, refundedCents, creditedCents } = store.fileReturns.money(saleId);
      return [saleId, Math.max(totalCents - refundedCents - creditedCents, 0)];
    }),
  );
}

function link(context: ActionContext, line: LineToMatch, found: readonly Found[]): void {
  const { facts } = context.store;
  const rooms = roomsOf(context, found);
  for (const { sold, milli } of found) {
    const room = rooms.get(sold.saleId) ?? 0;
    const fileShareCents = Math.min(creditFor(sold, milli).cents, room);
    rooms.set(sold.saleId, room - fileShareCents);
    facts.add('returnLinks', { returnLineId: line.id, saleLineId: sold.id, quantityMilli: milli, fileShareCents });
  }
  facts.add('returnSteps', {
    returnId: line.returnId,
    step: 'match',
    fromStage: line.stage,
    toStage: line.stage,
    at: context.now,
    person: context.person,
    note: null,
  });
}

import type { Day } from '../../contract/values/days.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Tender } from '../../contract/values/words.ts';
import type { ActionContext } from '../context.ts';
import { tenderRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { Refused, refuse } from '../refused.ts';
import { leavingOf } from '../stock/leaving.ts';
import { moveStock } from '../stock/move.ts';

export type SoldGoods = {
  readonly productId: number;
  readonly sku: string;
  readonly milli: number;
  readonly paidCents: number;
  readonly taxCents: number;
};
export type TenderPaid = { readonly tender: Tender; readonly amountCents: number };

/** What left the shelf for a line, at cost; `unknownMilli` of its units at a cost nobody knows. */
export type LeftShelf = { readonly valueCents: number; readonly unknownMilli: number };

/** The same tender named twice is one tender of the sale. */
export function mergeTenders(tenders: readonly TenderPaid[]): TenderPaid[] {
  const merged = new Map<Tender, number>();
  for (const { tender, amountCents } of tenders) merged.set(tender, (merged.get(tender) ?? 0) + amountCents);
  return [...merged].map(([tender, amountCents]) => ({ tender, amountCents }));
}

type Leaving = { readonly number: string; readonly day: Day; readonly lines: readonly SoldGoods[] };

/** Goods leave the shelf at their average cost, line by line. */
export function leaveShelf(
  context: ActionContext,
  { number, day, lines }: Leaving,
): LeftShelf[] | Refused<'not-enough-stock'> {
  const left: LeftShelf[] = [];
  for (const line of lines) {
    const taken = takeFromShelf(context, { number, day, line });
    if (taken instanceof Refused) return taken;
    left.push(taken);
  }
  return left;
}

/** The value is the units’ share of the shelf's; the last units take all that is left. */
function takeFromShelf(
  context: ActionContext,
  { number, day, line }: { number: string; day: Day; line: SoldGoods },
): LeftShelf | Refused<'not-enough-stock'> {
  const shelf = context.store.ledgers.balance(line.productId, 'shelf');
  if (shelf.quantityMilli < line.milli)
    return refuse('not-enough-stock', {
      sku: line.sku,
      have: fromMilli(shelf.quantityMilli),
      asked: fromMilli(line.milli),
    });
  const { valueCents, unknownMilli } = leavingOf(shelf, line.milli);
  moveStock(context, {
    productId: line.productId,
    from: 'shelf',
    to: 'customer',
    quantityMilli: line.milli,
    unknownMilli,
    fromValueCents: valueCents,
    toValueCents: 0,
    document: number,
    day,
  });
  return { valueCents, unknownMilli };
}

type Posting = Leaving & {
  readonly left: readonly LeftShelf[];
  readonly tenders: readonly TenderPaid[];
  /** The delivery charge, beside the lines. */
  readonly deliveryCents: number;
  /** Paid with goods that came back, beside the tenders. */
  readonly inGoodsCents: number;
};

/** Posts a sale: the tenders take the money, the goods their cost. */
export function postSale(context: ActionContext, posting: Posting): void {
  const { number, day, lines, left, tenders, deliveryCents, inGoodsCents } = posting;
  const costCents = left.reduce((sum, { valueCents }) => sum + valueCents, 0);
  const paidCents = lines.reduce((sum, line) => sum + line.paidCents, 0);
  const taxCents = lines.reduce((sum, line) => sum + line.taxCents, 0);
  postEntry(context, {
    kind: 'sale',
    document: number,
    day,
    lines: [
      ...tenders.map(({ tender, amountCents }) => ({ role: tenderRole(tender), debitCents: amountCents })),
      { role: 'clearing', debitCents: inGoodsCents },
      { role: 'sales', creditCents: paidCents - taxCents + deliveryCents },
      { role: 'output-tax', creditCents: taxCents },
      { role: 'cost-of-sales', debitCents: costCents },
      { role: 'goods', creditCents: costCents },
    ],
  });
}

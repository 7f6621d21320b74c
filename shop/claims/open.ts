import type { ParsedInput } from '../../contract/api.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { leavingOf } from '../stock/leaving.ts';
import { moveStock } from '../stock/move.ts';
import { findClaim, viewClaim } from './view.ts';

type AskedLine = ParsedInput<'claims.open'>['lines'][number];

/** Sends goods back to a supplier in one batch: what they cost is claimed, and is no stock of the shop any more. */
export const openClaim: ActionHandler<'claims.open'> = (context, { supplierId, lines, dueOn, note }) => {
  const { store, today, now, person } = context;
  if (!store.suppliers.byId(supplierId)) return refuse('no-such-supplier', { supplier: String(supplierId) });

  const number = nextNumber(context, 'L', today);
  const head = { number, supplierId, day: today, dueOn: dueOn ?? null, note: note || null, at: now, person };
  const claimId = store.facts.add('supplierClaims', head);
  let valueCents = 0;
  for (const [index, line] of lines.entries()) {
    const sentCents = sendLine(context, { claimId, document: number, line, lineNumber: index + 1 });
    if (sentCents instanceof Refused) return sentCents;
    valueCents += sentCents;
  }
  postEntry(context, {
    kind: 'claim-sent',
    document: number,
    day: today,
    lines: [
      { role: 'supplier-claim', debitCents: valueCents },
      { role: 'goods', creditCents: valueCents },
    ],
  });
  const opened = findClaim(context, { claimId });
  if (opened instanceof Refused) throw new Error(`no claim ${claimId}`);
  return viewClaim(context, opened);
};

type Sending = {
  readonly claimId: number;
  readonly document: string;
  readonly line: AskedLine;
  readonly lineNumber: number;
};

/** Gives what the goods of one line cost. */
function sendLine(
  context: ActionContext,
  { claimId, document, line, lineNumber }: Sending,
): number | Refused<'no-such-product' | 'over-claimable-quantity'> {
  const { store, today } = context;
  const { sku, quantity, note } = line;
  const product = productOfCode(context, sku);
  if (!product) return refuse('no-such-product', { sku });
  const quantityMilli = toMilli(quantity);
  const shelf = store.ledgers.balance(product.id, 'supplier-shelf');
  if (quantityMilli > shelf.quantityMilli) {
    const have = fromMilli(shelf.quantityMilli);
    return refuse('over-claimable-quantity', { line: lineNumber, sku, have, asked: quantity });
  }
  const { valueCents, unknownMilli } = leavingOf(shelf, quantityMilli);
  const goods = { productId: product.id, quantityMilli, unknownMilli };
  const claimedCents = line.claimedCents ?? valueCents;
  store.facts.add('supplierClaimLines', { claimId, ...goods, valueCents, claimedCents, note: note || null });
  const way = { from: 'supplier-shelf', to: 'supplier', fromValueCents: valueCents, toValueCents: 0 } as const;
  moveStock(context, { ...goods, ...way, document, day: today });
  return valueCents;
}

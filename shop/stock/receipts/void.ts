import type { Day } from '../../../contract/values/days.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { PaidBy } from '../../../contract/values/words.ts';
import type { GoodsReceiptLineRow, GoodsReceiptRow } from '../../../db/queries/goods-receipts.ts';
import type { ActionContext } from '../../context.ts';
import { paidByRole } from '../../money/accounts.ts';
import { postEntry } from '../../money/post.ts';
import { refuseClosedMonth } from '../../months/open-month.ts';
import { nextNumber } from '../../numbers.ts';
import { type Refused, refuse } from '../../refused.ts';
import { moveStock } from '../move.ts';

export type VoidRefusal = 'no-such-receipt' | 'receipt-voided' | 'not-enough-stock' | 'receipt-mixed' | 'month-closed';

/**
 * Takes goods that came back out of the books by a document of its own, today: they leave the shelf at exactly what they came in at, and the
 * entry is turned round. Gives the number. Looks at everything before it writes, so that a refusal leaves nothing behind.
 */
export function voidGoodsReceipt(context: ActionContext, number: string, why: string): string | Refused<VoidRefusal> {
  const { store, today } = context;
  const receipt = store.goodsReceipts.byNumber(number);
  if (!receipt || receipt.voidsId !== null) return refuse('no-such-receipt', { number });
  if (receipt.voidedBy !== null) return refuse('receipt-voided', { number });
  const lines = store.goodsReceipts.lines(receipt.id);
  const refused = refuseClosedMonth(context, today) ?? refuseGoods(context, receipt, lines);
  return refused ?? writeVoid(context, { receipt, lines, why, day: today });
}

type Shelf = { quantityMilli: number; valueCents: number; unknownMilli: number };

/** Every line in its turn, as the shelf will be after those before it. */
function refuseGoods(
  { store }: ActionContext,
  { id, number }: GoodsReceiptRow,
  lines: readonly GoodsReceiptLineRow[],
): Refused<'not-enough-stock' | 'receipt-mixed'> | undefined {
  const shelves = new Map<number, Shelf>();
  const serials = store.goodsReceipts.units(id).filter(({ kind }) => kind === 'serial');
  for (const line of lines) {
    const { productId, sku, quantityMilli } = line;
    const shelf = shelves.get(productId) ?? { ...store.ledgers.balance(productId, 'shelf') };
    shelves.set(productId, shelf);
    const own = serials.filter(({ lineNo }) => lineNo === line.lineNo);
    const gone = own.filter(({ code }) => !store.goodsReceipts.isHere(productId, code)).length;
    const haveMilli = Math.min(shelf.quantityMilli, quantityMilli - gone * 1000);
    if (haveMilli < quantityMilli) {
      const have = fromMilli(gone > 0 ? haveMilli : shelf.quantityMilli);
      return refuse('not-enough-stock', { sku, have, asked: fromMilli(quantityMilli) });
    }
    shelf.quantityMilli -= quantityMilli;
    shelf.valueCents -= line.valueCents;
    shelf.unknownMilli -= line.unknownMilli;
    if (!isWhole(shelf)) return refuse('receipt-mixed', { number, sku });
  }
  return undefined;
}

/** What is left must be a shelf that can be: no value without units whose cost is known, and no more unknown ones than there are. */
function isWhole({ quantityMilli, valueCents, unknownMilli }: Shelf): boolean {
  if (valueCents < 0 || unknownMilli < 0 || unknownMilli > quantityMilli) return false;
  return unknownMilli < quantityMilli || valueCents === 0;
}

type Voiding = {
  readonly receipt: GoodsReceiptRow;
  readonly lines: readonly GoodsReceiptLineRow[];
  readonly why: string;
  readonly day: Day;
};

function writeVoid(context: ActionContext, { receipt, lines, why, day }: Voiding): string {
  const { store, now, person } = context;
  const { kind, supplierId, paidBy, valueCents, taxCents, reference } = receipt;
  const number = nextNumber(context, kind === 'opening' ? 'O' : 'G', day);
  const same = { kind, supplierId, paidBy, valueCents, taxCents, reference };
  const goodsReceiptId = store.facts.add('goodsReceipts', {
    number,
    ...same,
    day,
    voidsId: receipt.id,
    note: why,
    at: now,
    person,
  });
  for (const line of lines) {
    const { lineNo, productId, quantityMilli, unknownMilli, valueCents: lineCents } = line;
    const goods = { productId, quantityMilli, unknownMilli };
    store.facts.add('goodsReceiptLines', { goodsReceiptId, lineNo, ...goods, valueCents: lineCents });
    const way = { from: 'shelf', to: 'supplier', fromValueCents: lineCents, toValueCents: 0 } as const;
    moveStock(context, { ...goods, ...way, document: number, day });
  }
  postEntry(context, {
    kind: kind === 'opening' ? 'opening-stock-void' : 'goods-received-void',
    document: number,
    day,
    lines: [
      { role: paidBy === null ? 'opening' : paidByRole(paidBy as PaidBy), debitCents: valueCents + taxCents },
      { role: 'goods', creditCents: valueCents },
      { role: 'input-tax', creditCents: taxCents },
    ],
  });
  return number;
}

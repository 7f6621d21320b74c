import type { GoodsReceipt } from '../../../contract/api/goods-receipts.ts';
import type { ParsedInput } from '../../../contract/api.ts';
import type { Day } from '../../../contract/values/days.ts';
import { parsePrice } from '../../../contract/values/money.ts';
import { toMilli } from '../../../contract/values/quantity.ts';
import { productOfCode } from '../../catalog/of-code.ts';
import type { ActionContext, ActionHandler, ReadContext } from '../../context.ts';
import { refuseClosedMonth } from '../../months/open-month.ts';
import { Refused, refuse } from '../../refused.ts';
import type { ReceiptLine } from './line.ts';
import { postGoodsReceipt } from './post.ts';
import { viewReceipt } from './view.ts';
import { voidGoodsReceipt } from './void.ts';

/** Goods come from a supplier. */
export const receiveGoods: ActionHandler<'stock.receive'> = (context, input) => {
  const { supplierId, paidBy, day = context.today, reference, note, taxCents = 0 } = input;
  if (supplierId !== undefined && !context.store.suppliers.byId(supplierId))
    return refuse('no-such-supplier', { supplier: String(supplierId) });
  const lines = namedLines(context, input.lines);
  if (lines instanceof Refused) return lines;
  const from = { supplierId: supplierId ?? null, paidBy, reference: reference || null, note: note || null };
  const number = postGoodsReceipt(context, { kind: 'received', ...from, day, taxCents, lines });
  return number instanceof Refused ? number : written(context, number);
};

/** What was there when the stock book was opened; unless another day is named, on its opening day. */
export const openStock: ActionHandler<'stock.open'> = (context, input) => {
  const lines = namedLines(context, input.lines);
  if (lines instanceof Refused) return lines;
  const day = input.day ?? openingDay(context);
  const from = { supplierId: null, paidBy: null, reference: null, note: input.note || null, taxCents: 0 };
  const number = postGoodsReceipt(context, { kind: 'opening', ...from, day, lines });
  return number instanceof Refused ? number : written(context, number);
};

export const voidReceipt: ActionHandler<'stock.voidReceipt'> = (context, { number, why }) => {
  const voided = voidGoodsReceipt(context, number, why);
  return voided instanceof Refused ? voided : written(context, voided);
};

/** The day the stock book was opened, while its month can still be written to; else today. */
export function openingDay(context: ReadContext): Day {
  const { settings, today } = context;
  const { openingDay: first } = settings;
  return first <= today && !refuseClosedMonth(context, first) ? first : today;
}

type AskedLine = ParsedInput<'stock.receive'>['lines'][number];

function namedLines(context: ActionContext, asked: readonly AskedLine[]): ReceiptLine[] | Refused<'no-such-product'> {
  const lines: ReceiptLine[] = [];
  for (const { sku, quantity, unitCost, valueCents, serials, batches } of asked) {
    const product = productOfCode(context, sku);
    if (!product) return refuse('no-such-product', { sku });
    lines.push({
      productId: product.id,
      sku,
      quantityMilli: toMilli(quantity),
      unitCostE4: unitCost === undefined ? undefined : parsePrice(unitCost),
      valueCents,
      serials,
      batches: batches?.map((batch) => ({ ...batch, quantityMilli: toMilli(batch.quantity) })),
    });
  }
  return lines;
}

function written(context: ActionContext, number: string): GoodsReceipt {
  const receipt = viewReceipt(context, number);
  if (!receipt) throw new Error(`no receipt of goods ${number}`);
  return receipt;
}

import type { Day } from '../../../contract/values/days.ts';
import { amountAt, asPriceE4, currencyDigits, formatPrice, isRecordable } from '../../../contract/values/money.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { PaidBy } from '../../../contract/values/words.ts';
import type { ActionContext } from '../../context.ts';
import { paidByRole } from '../../money/accounts.ts';
import { postEntry } from '../../money/post.ts';
import { refuseClosedMonth } from '../../months/open-month.ts';
import { nextNumber } from '../../numbers.ts';
import { type Refused, refuse } from '../../refused.ts';
import { moveStock } from '../move.ts';
import type { ReceiptLine } from './line.ts';
import { refuseUnits } from './units.ts';

export type ReceiptKind = 'received' | 'opening';

export type GoodsReceived<Kind extends ReceiptKind = ReceiptKind> = {
  readonly kind: Kind;
  readonly supplierId: number | null;
  /** Only of what was received. */
  readonly paidBy: Kind extends 'received' ? PaidBy : null;
  readonly day: Day;
  readonly reference: string | null;
  readonly note: string | null;
  /** Deducted, beside the cost of the lines; none of an opening. */
  readonly taxCents: number;
  readonly lines: readonly ReceiptLine[];
};

type LineRefusal =
  | 'amount-too-large'
  | 'units-do-not-fit'
  | 'unit-here-already'
  | 'expiry-needed'
  | 'month-closed'
  | 'day-in-future';
export type ReceiptRefusal<Kind extends ReceiptKind> =
  | LineRefusal
  | (Kind extends 'opening' ? 'stock-opened-before' : never);

/**
 * Goods come onto the shelf at what they cost, as one document of the series G, or O for an opening; gives its number. All is looked at
 * before anything is written, so that a refusal leaves nothing behind. They are posted whether or not sales are booked here.
 */
export function postGoodsReceipt<Kind extends ReceiptKind>(
  context: ActionContext,
  receipt: GoodsReceived<Kind>,
): string | Refused<ReceiptRefusal<Kind>> {
  const refused = refuseReceipt(context, receipt);
  if (refused) return refused as Refused<ReceiptRefusal<Kind>>;
  const { store, now, person } = context;
  const { kind, supplierId, paidBy, day, reference, note, taxCents } = receipt;
  const lines = receipt.lines.map((line) => ({ ...line, ...worthOf(context, line) }));
  const number = nextNumber(context, kind === 'opening' ? 'O' : 'G', day);
  const valueCents = lines.reduce((sum, line) => sum + line.valueCents, 0);
  const head = { number, kind, supplierId, paidBy, valueCents, taxCents, reference, day, note, at: now, person };
  const goodsReceiptId = store.facts.add('goodsReceipts', head);
  for (const [index, line] of lines.entries())
    addLine(context, { goodsReceiptId, lineNo: index + 1, number, day, line });
  postEntry(context, {
    kind: kind === 'opening' ? 'opening-stock' : 'goods-received',
    document: number,
    day,
    lines: [
      { role: 'goods', debitCents: valueCents },
      { role: 'input-tax', debitCents: taxCents },
      { role: paidBy === null ? 'opening' : paidByRole(paidBy), creditCents: valueCents + taxCents },
    ],
  });
  return number;
}

function refuseReceipt(
  context: ActionContext,
  { kind, day, lines }: GoodsReceived,
): Refused<ReceiptRefusal<'opening'>> | undefined {
  if (day > context.today) return refuse('day-in-future', { day, today: context.today });
  const closed = refuseClosedMonth(context, day);
  if (closed) return closed;
  const seen = new Set<string>();
  const opened = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const { productId, sku } = line;
    const lineNumber = index + 1;
    if (kind === 'opening' && (opened.has(productId) || context.store.goodsReceipts.isOpened(productId)))
      return refuse('stock-opened-before', { line: lineNumber, sku });
    opened.add(productId);
    const refused = refuseUnits(context, { line, lineNumber, seen }) ?? refuseWorth(context, line, lineNumber);
    if (refused) return refused;
  }
  return undefined;
}

type Worth = { readonly valueCents: number; readonly unknownMilli: number };

/** A cost that the item bears already is held against the quantity here; one that is given with it was before. */
function refuseWorth(
  context: ActionContext,
  line: ReceiptLine,
  lineNumber: number,
): Refused<'amount-too-large'> | undefined {
  const costE4 = line.valueCents === undefined ? costOf(context, line) : null;
  if (costE4 === null) return undefined;
  const unitCost = formatPrice(asPriceE4(costE4));
  if (isRecordable({ unitPrice: unitCost, quantity: fromMilli(line.quantityMilli) })) return undefined;
  return refuse('amount-too-large', { line: lineNumber, sku: line.sku, unitCost });
}

const costOf = ({ store }: ActionContext, { unitCostE4, productId }: ReceiptLine): number | null =>
  unitCostE4 ?? store.catalog.productById(productId)?.costE4 ?? null;

/** What a line is worth at cost; a cost that nobody knows is a state of its own. */
function worthOf(context: ActionContext, line: ReceiptLine): Worth {
  if (line.valueCents !== undefined) return { valueCents: line.valueCents, unknownMilli: 0 };
  const costE4 = costOf(context, line);
  if (costE4 === null) return { valueCents: 0, unknownMilli: line.quantityMilli };
  return {
    valueCents: amountAt(costE4, line.quantityMilli, currencyDigits(context.settings.currency)),
    unknownMilli: 0,
  };
}

type Adding = {
  readonly goodsReceiptId: number;
  readonly lineNo: number;
  readonly number: string;
  readonly day: Day;
  readonly line: ReceiptLine & Worth;
};

function addLine(context: ActionContext, { goodsReceiptId, lineNo, number, day, line }: Adding): void {
  const { facts } = context.store;
  const { productId, quantityMilli, unknownMilli, valueCents, serials = [], batches = [] } = line;
  const goods = { productId, quantityMilli, unknownMilli };
  const goodsReceiptLineId = facts.add('goodsReceiptLines', { goodsReceiptId, lineNo, ...goods, valueCents });
  for (const code of serials)
    facts.add('goodsReceiptUnits', { goodsReceiptLineId, kind: 'serial', code, quantityMilli: 1000, expiresOn: null });
  for (const { code, quantityMilli: ofBatch, expiresOn = null } of batches)
    facts.add('goodsReceiptUnits', { goodsReceiptLineId, kind: 'batch', code, quantityMilli: ofBatch, expiresOn });
  const way = { from: 'supplier', to: 'shelf', fromValueCents: 0, toValueCents: valueCents } as const;
  moveStock(context, { ...goods, ...way, document: number, day });
}

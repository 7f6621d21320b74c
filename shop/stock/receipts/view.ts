import type { GoodsReceipt } from '../../../contract/api/goods-receipts.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { PaidBy } from '../../../contract/values/words.ts';
import type { GoodsReceiptLineRow, GoodsReceiptRow, GoodsReceiptUnitRow } from '../../../db/queries/goods-receipts.ts';
import type { ReadContext, ReadHandler } from '../../context.ts';
import { refuse } from '../../refused.ts';

export const getReceipt: ReadHandler<'stock.receipt'> = (context, { number }) =>
  viewReceipt(context, number) ?? refuse('no-such-receipt', { number });

export const listReceipts: ReadHandler<'stock.receipts'> = ({ store }, { text = '', kind, limit = 50 }) => ({
  items: store.goodsReceipts
    .list({ text: text.trim().toLowerCase(), kind: kind ?? null, limit })
    .map((row) => ({ ...viewHead(row), lineCount: row.lineCount, units: fromMilli(row.quantityMilli) })),
});

/** A document as the contract shows it. A void has the units of what it voids. */
export function viewReceipt({ store }: Pick<ReadContext, 'store'>, number: string): GoodsReceipt | undefined {
  const row = store.goodsReceipts.byNumber(number);
  if (!row) return undefined;
  const units = store.goodsReceipts.units(row.voidsId ?? row.id);
  const lines = store.goodsReceipts.lines(row.id).map((line) => viewLine(line, units));
  return { ...viewHead(row), ...(row.note !== null && { note: row.note }), lines };
}

function viewHead(row: GoodsReceiptRow): Omit<GoodsReceipt, 'lines' | 'note'> {
  const {
    number,
    kind,
    day,
    person,
    supplierId,
    supplierName,
    paidBy,
    reference,
    valueCents,
    taxCents,
    voids,
    voidedBy,
  } = row;
  return {
    number,
    kind,
    day,
    person,
    ...(supplierId !== null && { supplier: { supplierId, name: supplierName ?? '' } }),
    ...(paidBy !== null && { paidBy: paidBy as PaidBy }),
    ...(reference !== null && { reference }),
    valueCents,
    taxCents,
    ...(voidedBy !== null && { voidedBy }),
    ...(voids !== null && { voids }),
  };
}

function viewLine(line: GoodsReceiptLineRow, units: readonly GoodsReceiptUnitRow[]): GoodsReceipt['lines'][number] {
  const own = units.filter(({ lineNo }) => lineNo === line.lineNo);
  return {
    sku: line.sku,
    name: line.name,
    ...(line.spec !== null && { spec: line.spec }),
    ...(line.unit !== null && { unit: line.unit }),
    quantity: fromMilli(line.quantityMilli),
    valueCents: line.valueCents,
    costKnown: line.unknownMilli === 0,
    serials: own.filter(({ kind }) => kind === 'serial').map(({ code }) => code),
    batches: own
      .filter(({ kind }) => kind === 'batch')
      .map(({ code, quantityMilli, expiresOn }) => ({
        code,
        quantity: fromMilli(quantityMilli),
        ...(expiresOn !== null && { expiresOn }),
      })),
  };
}

import type { ReadStore } from '../../../db/store.ts';
import { productOfCode } from '../../catalog/of-code.ts';
import type { ActionContext, ReadContext } from '../../context.ts';
import { refuseClosedMonth } from '../../months/open-month.ts';
import { Refused } from '../../refused.ts';
import { openingDay } from '../../stock/receipts/act.ts';
import { postGoodsReceipt } from '../../stock/receipts/post.ts';
import { gatherByNumber } from './gather.ts';
import { type GoodsItem, itemOf, problemOf, receiptLine } from './goods-items.ts';
import { type GoodsRow, goodsRowReader, understoodGoods } from './goods-row.ts';
import type { Books, FileKind, FileUnit, Standing } from './kind.ts';

type OpeningUnit = FileUnit & { readonly item: GoodsItem };

/** A chunk is one document, of 500 items at most. */
const itemWeight = 4;

/** What was on the shelf when the stock book was opened, item by item; each is opened once. */
export const openingStockKind: FileKind<GoodsRow, OpeningUnit> = {
  kind: 'opening-stock',
  rowReader: (shape) => goodsRowReader(shape, { isOpening: true, keyOf: ({ sku = '' }) => sku }),
  understood: understoodGoods,
  gatherer: ({ digits }) =>
    gatherByNumber((rows) => {
      const item = itemOf(rows, digits);
      return 'sku' in item ? { item, rows: rows.map(({ row }) => row) } : item;
    }),
  weight: () => itemWeight,
  warnings: (units) => {
    const unknown = units.filter(({ item }) => item.quantityMilli > 0 && item.valueCents === undefined).length;
    return unknown > 0 ? [{ code: 'no-cost', count: unknown }] : [];
  },
  books: ({ actionId }) => openingBooks(actionId),
};

function openingBooks(actionId: string): Books<OpeningUnit> {
  const counts = { goodsReceipts: 0, goodsReceiptLines: 0, products: 0 };
  return {
    standing,
    refusal: (context: ReadContext, units) =>
      units.length === 0 ? undefined : refuseClosedMonth(context, openingDay(context)),
    store: (action, units) => {
      if (units.length === 0) return undefined;
      const lines = units.map(({ item }) => receiptLine(action, actionId, item));
      const posted = post(
        action,
        lines.map(({ line }) => line),
      );
      if (posted instanceof Refused) return posted;
      counts.goodsReceipts += 1;
      counts.goodsReceiptLines += lines.length;
      counts.products += lines.filter(({ isNew }) => isNew).length;
      return undefined;
    },
    stored: () => ({ ...counts }),
    wouldStore: (store, { item }) => ({ goodsReceiptLines: 1, products: productOfCode({ store }, item.sku) ? 0 : 1 }),
  };
}

function post(action: ActionContext, lines: Parameters<typeof postGoodsReceipt>[1]['lines']): string | Refused {
  const from = { supplierId: null, paidBy: null, reference: null, note: null, taxCents: 0 };
  return postGoodsReceipt(action, { kind: 'opening', ...from, day: openingDay(action), lines });
}

/** Opened as the file says: read before. Otherwise an item is opened once. */
function standing(store: ReadStore, { item }: OpeningUnit): Standing {
  const { sku, quantityMilli, valueCents, serials, batches } = item;
  // Nothing of it is there: nothing to open.
  if (quantityMilli === 0) return 'same';
  const product = productOfCode({ store }, sku);
  const opened = product && store.files.openedLine(product.id);
  if (!opened) return problemOf(store, item) ?? 'new';
  const codes = [...serials, ...batches.map(({ code }) => code)].sort();
  const isSame =
    opened.quantityMilli === quantityMilli &&
    (valueCents === undefined || opened.valueCents === valueCents) &&
    JSON.stringify(store.files.codesOfLine(opened.id)) === JSON.stringify(codes);
  return isSame ? 'same' : { field: 'sku', code: 'stock-opened-before' };
}

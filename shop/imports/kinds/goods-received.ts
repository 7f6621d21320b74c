import { type Day, monthOf } from '../../../contract/values/days.ts';
import type { ReadStore } from '../../../db/store.ts';
import { productOfCode } from '../../catalog/of-code.ts';
import type { ActionContext } from '../../context.ts';
import { Refused } from '../../refused.ts';
import { postGoodsReceipt } from '../../stock/receipts/post.ts';
import { gatherByNumber, type MakeUnit } from './gather.ts';
import { type GoodsItem, itemOf, problemOf, receiptLine } from './goods-items.ts';
import { type GoodsRow, type GoodsValues, goodsRowReader, understoodGoods } from './goods-row.ts';
import type { Books, FileKind, FileUnit, Standing } from './kind.ts';
import { supplierNamed } from './supplier-named.ts';

/** One delivery: what a supplier's number, a day and a supplier together name. */
type Delivery = FileUnit & {
  readonly reference: string | undefined;
  /** Nothing where the file does not say it: then it came today. */
  readonly day: Day | undefined;
  readonly supplier: string | undefined;
  readonly taxCents: number;
  readonly items: readonly GoodsItem[];
};

/** Its lines, moves and entry: a row of goods is as much work as several of a sale. */
const rowWeight = 4;

/** Goods that suppliers brought, on account; one document for each delivery. */
export const goodsReceivedKind: FileKind<GoodsRow, Delivery> = {
  kind: 'goods-received',
  rowReader: (shape) => goodsRowReader(shape, { isOpening: false, keyOf: deliveryOf }),
  understood: understoodGoods,
  gatherer: ({ digits }) => gatherByNumber(deliveries(digits)),
  weight: ({ rows }) => rows.length * rowWeight,
  warnings: (units) => {
    const unknown = units.flatMap(({ items }) => items).filter(({ valueCents }) => valueCents === undefined).length;
    return unknown > 0 ? [{ code: 'no-cost', count: unknown }] : [];
  },
  books: ({ actionId, shape }) => receivedBooks(actionId, shape.today),
};

function deliveryOf({ reference, day, supplier }: GoodsValues): string {
  return JSON.stringify([reference, day, supplier]);
}

function deliveries(digits: number): MakeUnit<GoodsRow, Delivery> {
  const serials = new Set<string>();
  const names = new Map<string, string>();
  return (rows) => {
    const bySku = new Map<string, GoodsRow[]>();
    for (const row of rows) {
      const { sku = '' } = row.values;
      bySku.set(sku, [...(bySku.get(sku) ?? []), row]);
    }
    const items: GoodsItem[] = [];
    for (const same of bySku.values()) {
      const item = itemOf(same, digits);
      if (!('sku' in item)) return item;
      items.push(named(item, names));
    }
    const numbers = items.flatMap(({ sku, serials: codes }) => codes.map((code) => `${sku}\n${code}`));
    if (numbers.some((number) => serials.has(number))) return { field: 'serial', code: 'number-twice' };
    for (const number of numbers) serials.add(number);
    const { reference, day, supplier } = rows[0].values;
    const taxCents = rows.reduce((sum, { values }) => sum + (values.tax ?? 0), 0);
    return { reference, day, supplier, taxCents, items, rows: rows.map(({ row }) => row) };
  };
}

/** An item that any delivery of the file names is known in all of them. */
function named(item: GoodsItem, names: Map<string, string>): GoodsItem {
  const { sku, name } = item;
  if (name !== undefined) names.set(sku, name);
  return {
    ...item,
    get name() {
      return name ?? names.get(sku);
    },
  };
}

function receivedBooks(actionId: string, today: Day): Books<Delivery> {
  const counts = { goodsReceipts: 0, goodsReceiptLines: 0, products: 0, suppliers: 0 };
  return {
    standing: (store, delivery) => standing(store, delivery, today),
    store: (action, units) => {
      for (const delivery of units) {
        const { supplier } = delivery;
        const from = supplier === undefined ? undefined : supplierNamed(action, actionId, supplier);
        const lines = delivery.items.map((item) => receiptLine(action, actionId, item));
        const posted = post(action, delivery, { supplierId: from?.id ?? null, lines: lines.map(({ line }) => line) });
        if (posted instanceof Refused) return posted;
        counts.goodsReceipts += 1;
        counts.goodsReceiptLines += lines.length;
        counts.products += lines.filter(({ isNew }) => isNew).length;
        counts.suppliers += from?.isNew ? 1 : 0;
      }
      return undefined;
    },
    stored: () => ({ ...counts }),
    wouldStore: (store, { items }) => ({
      goodsReceipts: 1,
      goodsReceiptLines: items.length,
      products: items.filter(({ sku }) => !productOfCode({ store }, sku)).length,
    }),
  };
}

type Goods = { readonly supplierId: number | null; readonly lines: Parameters<typeof postGoodsReceipt>[1]['lines'] };

function post(action: ActionContext, { reference, day, taxCents }: Delivery, goods: Goods): string | Refused {
  const from = { paidBy: 'payable', day: day ?? action.today, reference: reference ?? null, note: null } as const;
  return postGoodsReceipt(action, { kind: 'received', ...from, taxCents, ...goods });
}

/** Another delivery may have come without a number on the same day; one with its number is the same or has been changed. */
function standing(store: ReadStore, delivery: Delivery, today: Day): Standing {
  const { reference, day, items } = delivery;
  const known = receivedBefore(store, delivery, today);
  if (known.some((id) => isSame(store, id, items))) return 'same';
  if (known.length > 0 && reference !== undefined) return { field: 'reference', code: 'changed-since' };
  if ((day ?? today) > today) return { field: 'day', code: 'day-in-future' };
  if (store.desk.monthClosedAt(monthOf(day ?? today)) !== undefined) return { field: 'day', code: 'month-closed' };
  for (const item of items) {
    const problem = problemOf(store, item);
    if (problem) return problem;
  }
  return 'new';
}

/** Documents that stand, of the same supplier and number, or without one of the same day. */
function receivedBefore(store: ReadStore, { reference, day, supplier }: Delivery, today: Day): number[] {
  const supplierId = supplier === undefined ? null : store.suppliers.idOfName(supplier);
  if (supplierId === undefined) return [];
  const when = day ?? (reference === undefined ? today : null);
  return store.files.receivedBefore({ supplierId, reference: reference ?? null, day: when });
}

function isSame(store: ReadStore, receiptId: number, items: readonly GoodsItem[]): boolean {
  const stored = store.goodsReceipts.lines(receiptId);
  if (stored.length !== items.length) return false;
  return items.every(({ sku, quantityMilli, valueCents }) => {
    const productId = productOfCode({ store }, sku)?.id;
    const line = stored.find((candidate) => candidate.productId === productId);
    return line?.quantityMilli === quantityMilli && (valueCents === undefined || line.valueCents === valueCents);
  });
}

import type { RowProblem } from '../../../contract/api/imports.ts';
import type { Day } from '../../../contract/values/days.ts';
import type { ReadStore } from '../../../db/store.ts';
import { productOfCode } from '../../catalog/of-code.ts';
import { writeProduct } from '../../catalog/save-product.ts';
import type { ActionContext } from '../../context.ts';
import { addProduct } from '../../sales/product.ts';
import type { ReceiptLine } from '../../stock/receipts/line.ts';
import { refuseUnits } from '../../stock/receipts/units.ts';
import { productSnapshot } from '../undo/snapshots.ts';
import { type GoodsRow, worthOf } from './goods-row.ts';
import { leaveTrace } from './traces.ts';

type Problem = Omit<RowProblem, 'row'>;
type Batch = { readonly code: string; readonly quantityMilli: number; readonly expiresOn?: Day | undefined };

/** All that one document says of one item: one line of it. */
export type GoodsItem = {
  readonly sku: string;
  readonly name: string | undefined;
  readonly spec: string | undefined;
  readonly barcodes: readonly string[];
  readonly quantityMilli: number;
  /** Of all of them; nothing where nobody knows. */
  readonly valueCents: number | undefined;
  readonly serials: readonly string[];
  readonly batches: readonly Batch[];
};

/** The rows of one item as one line. A cost that only some of them have is none. */
export function itemOf(rows: readonly GoodsRow[], digits: number): GoodsItem | Problem {
  const values = rows.map((row) => row.values);
  const worth = values.map((said) => worthOf(said, digits));
  const known = worth.filter((cents) => cents !== undefined);
  if (known.length > 0 && known.length < rows.length) return { field: 'unitCost', code: 'field-empty' };
  const serials = values.flatMap(({ serial = [] }) => serial);
  if (new Set(serials).size < serials.length) return { field: 'serial', code: 'number-twice' };
  const batches = new Map<string, Batch>();
  for (const { batch, quantity = 0, expiresOn } of values) {
    if (batch === undefined) continue;
    const same = batches.get(batch);
    if (same && same.expiresOn !== expiresOn) return { field: 'expiresOn', code: 'number-twice' };
    batches.set(batch, { code: batch, quantityMilli: quantity + (same?.quantityMilli ?? 0), expiresOn });
  }
  const quantityMilli = values.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
  const said = <Value>(pick: (of: (typeof values)[number]) => Value | undefined) =>
    values.map(pick).find((found) => found !== undefined);
  return {
    sku: values[0]?.sku ?? '',
    name: said(({ productName }) => productName),
    spec: said(({ spec }) => spec),
    barcodes: [...new Set(values.flatMap(({ barcode = [] }) => barcode))],
    quantityMilli,
    valueCents: known.length > 0 ? known.reduce((sum, cents) => sum + cents, 0) : undefined,
    serials,
    batches: [...batches.values()],
  };
}

/** Why an item cannot come in; asked of the books as they stand. */
export function problemOf(store: ReadStore, item: GoodsItem): Problem | undefined {
  const { sku, name, barcodes, serials, batches, quantityMilli } = item;
  const product = productOfCode({ store }, sku);
  if (product) {
    const refused = refuseUnits({ store }, { line: lineOf(item, product.id), lineNumber: 1, seen: new Set() });
    if (!refused) return undefined;
    return { field: batches.length > 0 ? 'batch' : 'serial', code: refused.code };
  }
  if (name === undefined) return { field: 'sku', code: 'no-such-product' };
  if (barcodes.some((code) => productOfCode({ store }, code))) return { field: 'barcode', code: 'barcode-used' };
  const told = batches.reduce((sum, batch) => sum + batch.quantityMilli, serials.length * 1000);
  const isTold = serials.length > 0 || batches.length > 0;
  return isTold && (told !== quantityMilli || (serials.length > 0 && batches.length > 0))
    ? { field: serials.length > 0 ? 'serial' : 'batch', code: 'units-do-not-fit' }
    : undefined;
}

/** The item's line; an item nobody knew is made as the file names it. */
export function receiptLine(
  context: ActionContext,
  actionId: string,
  item: GoodsItem,
): { readonly line: ReceiptLine; readonly isNew: boolean } {
  const known = productOfCode(context, item.sku);
  if (known) return { line: lineOf(item, known.id), isNew: false };
  const { sku, name, spec, barcodes, serials, batches } = item;
  const { id } = addProduct(context, { sku, name, spec });
  const { costE4: _, barcodes: __, sku: ___, ...bare } = productSnapshot(context.store, id);
  const tracking = serials.length > 0 ? 'serial' : batches.length > 0 ? 'batch' : null;
  const expires = Number(batches.some(({ expiresOn }) => expiresOn !== undefined));
  writeProduct(context, { sku, saved: { id, ...bare, tracking, expires }, barcodes });
  const after = productSnapshot(context.store, id);
  leaveTrace(context, actionId, { kind: 'product', rowId: id, before: undefined, after });
  return { line: lineOf(item, id), isNew: true };
}

function lineOf({ sku, quantityMilli, valueCents, serials, batches }: GoodsItem, productId: number): ReceiptLine {
  return { productId, sku, quantityMilli, valueCents, serials, batches };
}

import type { FileRow, TraceRow } from '../../../db/queries/files.ts';
import type { Spoken } from '../../../db/queries/undo.ts';
import { writeProduct } from '../../catalog/save-product.ts';
import type { ActionContext } from '../../context.ts';
import { indexedGrams } from '../../find/grams.ts';
import {
  type CustomerSnapshot,
  customerSnapshot,
  type ProductSnapshot,
  productSnapshot,
  type SupplierSnapshot,
  supplierSnapshot,
} from './snapshots.ts';

/** All that a reading did to one item, customer or supplier. */
type Trace = {
  readonly kind: TraceRow['kind'];
  readonly rowId: number;
  /** Nothing where it was made. */
  readonly before: object | undefined;
  readonly after: object & { readonly revaluedCents?: number };
};

/** Items name suppliers, so they go first. */
const order = ['product', 'customer', 'supplier'] as const;
/** Files of these bring nothing else; for the others, items and customers only came along. */
const masterKinds: readonly string[] = ['products', 'customers', 'suppliers'];

/**
 * Makes items, customers and suppliers what they were before a reading. What it made is taken out of sight, unless somebody speaks of it
 * or has changed it: then it stays where it only came along, and is named where it is all that the file brought. Gives those names.
 */
export function takeBackTraces(context: ActionContext, file: FileRow): string[] {
  const traces = tracesOf(context, file);
  const isMaster = masterKinds.includes(file.kind);
  const used: string[] = [];
  for (const kind of order) {
    const own = traces.filter((trace) => trace.kind === kind);
    const spoken = spokenOf(context, kind, own);
    for (const trace of own) {
      const isSame = isAsLeft(context, trace);
      const isSpokenOf = trace.before === undefined && spoken.get(trace.rowId) === 'living';
      if (isSame && !isSpokenOf) putBack(context, trace, spoken.get(trace.rowId) ?? 'not');
      else if (isMaster || trace.before !== undefined) used.push(nameOf(trace));
    }
  }
  return used;
}

function tracesOf({ store }: ActionContext, { eventSeq }: FileRow): Trace[] {
  const byRow = new Map<string, Trace>();
  for (const { kind, rowId, before, after } of store.files.traces(eventSeq)) {
    const key = `${kind} ${rowId}`;
    const first = byRow.get(key);
    const was = first ? first.before : before === null ? undefined : (JSON.parse(before) as object);
    byRow.set(key, { kind, rowId, before: was, after: JSON.parse(after) as Trace['after'] });
  }
  return [...byRow.values()];
}

function spokenOf({ store }: ActionContext, kind: Trace['kind'], traces: readonly Trace[]): Map<number, Spoken> {
  const ids = traces.filter(({ before }) => before === undefined).map(({ rowId }) => rowId);
  if (kind !== 'supplier') return store.undo.spoken(kind, ids);
  const named = store.undo.namedSuppliers(ids);
  return new Map(ids.map((id) => [id, named.has(id) ? 'living' : 'not']));
}

/** Whether it stands as the reading left it. A cost that gave stock its value cannot be taken back. */
function isAsLeft({ store }: ActionContext, { kind, rowId, after: { revaluedCents = 0, ...after } }: Trace): boolean {
  const snapshot = { product: productSnapshot, customer: customerSnapshot, supplier: supplierSnapshot }[kind];
  return revaluedCents === 0 && JSON.stringify(snapshot(store, rowId)) === JSON.stringify(after);
}

function putBack(context: ActionContext, { kind, rowId, before }: Trace, spoken: Spoken): void {
  const { undo, suppliers } = context.store.caches;
  if (before === undefined) {
    const keep = spoken === 'withdrawn' ? 'withdrawn' : 'not';
    if (kind === 'product') undo.removeProduct(rowId, keep);
    else if (kind === 'customer') undo.removeCustomer(rowId, keep);
    else undo.removeSupplier(rowId);
  } else if (kind === 'product') restoreProduct(context, rowId, before as ProductSnapshot);
  else if (kind === 'customer') restoreCustomer(context, rowId, before as CustomerSnapshot);
  else suppliers.save(rowId, before as SupplierSnapshot);
}

function restoreProduct(context: ActionContext, id: number, before: ProductSnapshot): void {
  const { store } = context;
  const { sku, costE4, barcodes, ...saved } = before;
  writeProduct(context, { sku, saved: { id, ...saved }, barcodes });
  store.caches.catalog.setCost(id, costE4);
}

function restoreCustomer({ store }: ActionContext, id: number, before: CustomerSnapshot): void {
  const { code, ...saved } = before;
  store.caches.catalog.saveCustomer({ id, ...saved }, indexedGrams([code, saved.name, saved.phone]));
}

function nameOf({ kind, after }: Trace): string {
  if (kind === 'product') return (after as ProductSnapshot).sku;
  if (kind === 'supplier') return (after as SupplierSnapshot).name;
  const { code, name, phone } = after as CustomerSnapshot;
  return code ?? name ?? phone ?? '';
}

import type { ReadStore } from '../../../db/store.ts';
import type { ActionContext } from '../../context.ts';
import { readPhone } from '../rows/cells.ts';
import { type SupplierSnapshot, supplierSnapshot } from '../undo/snapshots.ts';
import { days, type FieldRow, fieldReader, words } from './fields.ts';
import { gatherByNumber, sameRows } from './gather.ts';
import type { Books, FileKind, FileUnit, Standing } from './kind.ts';
import { saidFields } from './said-fields.ts';
import { leaveTrace } from './traces.ts';

const readers = {
  supplier: words(120),
  phone: readPhone,
  email: words(120),
  claimDays: days({ least: 1, most: 3650 }),
  leadDays: days({ least: 0, most: 365 }),
  note: words(1000),
};

type SupplierRow = FieldRow<typeof readers>;
type SupplierUnit = FileUnit & { readonly name: string; readonly values: SupplierRow['values'] };

/** Suppliers, known by their names: new ones are made, of the others what the file says is changed. */
export const suppliersKind: FileKind<SupplierRow, SupplierUnit> = {
  kind: 'suppliers',
  rowReader: (shape) => fieldReader(shape, { readers, key: ({ supplier }) => supplier, needed: 'supplier' }),
  understood: ({ values: { claimDays, leadDays, ...texts } }) => ({
    as: 'supplier',
    fields: saidFields({ ...texts, claimDays: claimDays?.toString(), leadDays: leadDays?.toString() }),
  }),
  gatherer: () =>
    gatherByNumber<SupplierRow, SupplierUnit>((rows) =>
      sameRows(rows)
        ? { name: rows[0].number, values: rows[0].values, rows: rows.map(({ row }) => row) }
        : { field: 'supplier', code: 'number-twice' },
    ),
  weight: ({ rows }) => rows.length,
  warnings: () => [],
  books: ({ actionId }) => supplierBooks(actionId),
};

function supplierBooks(actionId: string): Books<SupplierUnit> {
  const counts = { suppliers: 0, changed: 0 };
  return {
    standing,
    store: (action, units) => {
      for (const unit of units) counts[save(action, actionId, unit)] += 1;
      return undefined;
    },
    stored: () => ({ ...counts }),
    wouldStore: (store, { name }) => (store.suppliers.idOfName(name) === undefined ? { suppliers: 1 } : { changed: 1 }),
  };
}

function standing(store: ReadStore, unit: SupplierUnit): Standing {
  const id = store.suppliers.idOfName(unit.name);
  if (id === undefined) return 'new';
  const before = supplierSnapshot(store, id);
  return JSON.stringify(wantedOf(before, unit)) === JSON.stringify(before) ? 'same' : 'new';
}

/** The supplier as the file wants it: an empty cell changes nothing. */
function wantedOf(before: SupplierSnapshot | undefined, { name, values }: SupplierUnit): SupplierSnapshot {
  const { phone, email, claimDays, note, leadDays } = values;
  return {
    name,
    phone: phone ?? before?.phone ?? null,
    email: email ?? before?.email ?? null,
    claimDays: claimDays ?? before?.claimDays ?? null,
    note: note ?? before?.note ?? null,
    leadDays: leadDays ?? before?.leadDays ?? null,
  };
}

function save(context: ActionContext, actionId: string, unit: SupplierUnit): 'suppliers' | 'changed' {
  const { store } = context;
  const { suppliers } = store.caches;
  const known = store.suppliers.idOfName(unit.name);
  const before = known === undefined ? undefined : supplierSnapshot(store, known);
  const wanted = wantedOf(before, unit);
  if (known !== undefined) suppliers.save(known, wanted);
  const rowId = known ?? suppliers.add(wanted);
  leaveTrace(context, actionId, { kind: 'supplier', rowId, before, after: supplierSnapshot(store, rowId) });
  return before ? 'changed' : 'suppliers';
}

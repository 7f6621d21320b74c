import type { ReadStore } from '../../../db/store.ts';
import type { ActionContext } from '../../context.ts';
import { indexedGrams } from '../../find/grams.ts';
import { cleanCell, readPhone, textReader } from '../rows/cells.ts';
import { type CustomerSnapshot, customerSnapshot } from '../undo/snapshots.ts';
import { type FieldRow, fieldReader, optional, words } from './fields.ts';
import { gatherByNumber, sameRows } from './gather.ts';
import type { Books, FileKind, FileUnit, Standing } from './kind.ts';
import { saidFields } from './said-fields.ts';
import { leaveTrace } from './traces.ts';

const anyEmail = /^[^\s@<>",;]+@[^\s@<>",;]+$/;

const readers = {
  customer: textReader({ longest: 64, isCode: true, isNumber: true }),
  customerName: words(120),
  customerPhone: readPhone,
  email: optional<string>((raw) => {
    const text = cleanCell(raw);
    if (text.length > 200) return { problem: 'too-long' };
    return anyEmail.test(text) ? { value: text } : { problem: 'not-a-word' };
  }),
  vip: words(200),
};

type CustomerRow = FieldRow<typeof readers>;
type CustomerUnit = FileUnit & { readonly values: CustomerRow['values'] };

/** Customers, each known by code, else by phone, else by name: new ones are made, of the others what the file says is changed. */
export const customersKind: FileKind<CustomerRow, CustomerUnit> = {
  kind: 'customers',
  rowReader: (shape) => fieldReader(shape, { readers, key: keyOf, needed: 'customerName' }),
  understood: ({ values }) => ({ as: 'customer', fields: saidFields(values) }),
  gatherer: () =>
    gatherByNumber<CustomerRow, CustomerUnit>((rows) =>
      sameRows(rows)
        ? { values: rows[0].values, rows: rows.map(({ row }) => row) }
        : { field: rows[0].values.customer === undefined ? 'customerPhone' : 'customer', code: 'number-twice' },
    ),
  weight: ({ rows }) => rows.length,
  warnings: () => [],
  books: ({ actionId }) => customerBooks(actionId),
};

function keyOf({ customer, customerName, customerPhone }: CustomerRow['values']): string | undefined {
  if (customer !== undefined) return `c${customer}`;
  return customerPhone !== undefined ? `p${customerPhone}` : customerName && `n${customerName}`;
}

function customerBooks(actionId: string): Books<CustomerUnit> {
  const counts = { customers: 0, changed: 0 };
  return {
    standing,
    store: (action, units) => {
      for (const unit of units) counts[save(action, actionId, unit)] += 1;
      return undefined;
    },
    stored: () => ({ ...counts }),
    wouldStore: (store, unit) => (knownId(store, unit) === undefined ? { customers: 1 } : { changed: 1 }),
  };
}

function knownId({ catalog }: ReadStore, { values }: CustomerUnit): number | undefined {
  const { customer, customerName = '', customerPhone } = values;
  if (customer !== undefined) return catalog.customerByCode(customer)?.id;
  return (customerPhone !== undefined ? catalog.customerByPhone(customerPhone) : catalog.customerByName(customerName))
    ?.id;
}

function standing(store: ReadStore, unit: CustomerUnit): Standing {
  const id = knownId(store, unit);
  if (id === undefined) return 'new';
  const before = customerSnapshot(store, id);
  return JSON.stringify(wantedOf(before, unit)) === JSON.stringify(before) ? 'same' : 'new';
}

/** The customer as the file wants it: an empty cell changes nothing. */
function wantedOf(before: CustomerSnapshot, { values }: CustomerUnit): CustomerSnapshot {
  const { customerName, customerPhone, email, vip } = values;
  return {
    ...before,
    name: customerName ?? before.name,
    phone: customerPhone ?? before.phone,
    email: email ?? before.email,
    vip: vip ?? before.vip,
  };
}

function save(context: ActionContext, actionId: string, unit: CustomerUnit): 'customers' | 'changed' {
  const { store } = context;
  const known = knownId(store, unit);
  const before = known === undefined ? undefined : customerSnapshot(store, known);
  const { customer = null, customerName = null, customerPhone = null } = unit.values;
  const { catalog } = store.caches;
  const named = { code: customer, name: customerName, phone: customerPhone };
  const rowId = known ?? catalog.addCustomer(named, indexedGrams([customer, customerName, customerPhone]));
  const { code, ...saved } = wantedOf(customerSnapshot(store, rowId), unit);
  catalog.saveCustomer({ id: rowId, ...saved }, indexedGrams([code, saved.name, saved.phone]));
  leaveTrace(context, actionId, { kind: 'customer', rowId, before, after: customerSnapshot(store, rowId) });
  return before ? 'changed' : 'customers';
}

import {
  type ImportField,
  type ImportKind,
  importFields,
  neededImportFields,
} from '../../../contract/api/import-fields.ts';
import type { Profile } from './profile.ts';

/** What no other kind of our own files has together. Goods received have all that opening stock has, and are tried before it. */
const marks: readonly (readonly [ImportKind, readonly ImportField[]])[] = [
  ['sales', neededImportFields.sales],
  ['products', ['sku', 'productName', 'tracking', 'accessories']],
  ['customers', ['customer', 'customerName', 'vip']],
  ['suppliers', ['supplier', 'claimDays', 'leadDays']],
  ['goods-received', ['sku', 'quantity', 'unitCost', 'reference', 'day']],
  ['opening-stock', ['sku', 'quantity', 'unitCost']],
  ['returns', neededImportFields.returns],
];

/** A list of sales that this program wrote (`shop/exports`): every amount stands on its own row. */
const backshelfSalesList: Profile = {
  name: 'backshelf-sales',
  kind: 'sales',
  knownBy: importFields.sales,
  columns: Object.fromEntries(importFields.sales.map((field) => [field, field])),
  habits: { ofOrder: [] },
};

/** Files under our own names of the fields, as this program writes them. */
const byMarks: readonly Profile[] = marks.map(([kind, knownBy]) => ({
  name: 'backshelf',
  kind,
  knownBy,
  columns: Object.fromEntries(importFields[kind].map((field) => [field, field])),
}));

export const backshelfProfiles: readonly Profile[] = [backshelfSalesList, ...byMarks];

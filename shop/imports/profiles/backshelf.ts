import { importFields, neededImportFields } from '../../../contract/api/import-fields.ts';
import type { Profile } from './profile.ts';

/** Sales under our own names of the fields. */
export const backshelfSales: Profile = {
  name: 'backshelf',
  kind: 'sales',
  knownBy: neededImportFields.sales,
  columns: Object.fromEntries(importFields.sales.map((field) => [field, field])),
};

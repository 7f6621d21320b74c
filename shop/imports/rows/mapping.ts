import { neededSalesFields, type SalesField, salesFields } from '../../../contract/api/imports.ts';
import { guessMapping, type Mapping } from './headings.ts';

/** A kind of file known by its columns, never by its name (FORMATS §1 rule 1). Platforms' own files get their profiles here. */
type Profile = { readonly name: string; readonly mapping: Mapping };

const profiles: readonly Profile[] = [
  {
    name: 'uci-online-retail',
    mapping: {
      saleNumber: 'InvoiceNo',
      soldAt: 'InvoiceDate',
      customer: 'CustomerID',
      sku: 'StockCode',
      productName: 'Description',
      quantity: 'Quantity',
      unitPrice: 'UnitPrice',
    },
  },
  { name: 'backshelf', mapping: Object.fromEntries(salesFields.map((field) => [field, field])) as Mapping },
];
const noProfile = 'generic';

export type ChosenMapping = {
  readonly profile: string;
  readonly mapping: Mapping;
  readonly missing: readonly string[];
};

type Wish = { readonly profile?: string | undefined; readonly mapping?: Mapping | undefined };

/**
 * What each column means. A mapping that is given stands as it is (an empty column name means “none”), only needed fields that it does
 * not speak of are guessed. `missing` names needed fields without a column, and fields given a column that is not there.
 */
export function chooseMapping(columns: readonly string[], { profile, mapping: given }: Wish): ChosenMapping {
  const known = profiles.find((candidate) => candidate.name === profile) ?? recognise(columns);
  const own = known?.mapping ?? guessMapping(columns);
  const mapping: Mapping = {};
  for (const field of salesFields) {
    const column = given === undefined || (isNeeded(field) && given[field] === undefined) ? own[field] : given[field];
    // A profile may know columns that not every file of its kind has.
    if (column && (columns.includes(column) || given?.[field] !== undefined)) mapping[field] = column;
  }
  const missing = salesFields.filter((field) => {
    const column = mapping[field];
    return column === undefined ? isNeeded(field) : !columns.includes(column);
  });
  return { profile: known?.name ?? noProfile, mapping, missing };
}

function isNeeded(field: SalesField): boolean {
  return (neededSalesFields as readonly SalesField[]).includes(field);
}

/** A profile fits when the columns it needs are all there under its own names. */
function recognise(columns: readonly string[]): Profile | undefined {
  return profiles.find(({ mapping }) => neededSalesFields.every((field) => columns.includes(mapping[field] ?? '')));
}

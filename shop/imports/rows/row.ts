import type { ImportFieldOf } from '../../../contract/api/import-fields.ts';
import type { RowProblem } from '../../../contract/api/imports.ts';
import type { Day } from '../../../contract/values/days.ts';
import type { RowReader, Shape } from '../kinds/kind.ts';
import type { Cell, ProblemCode } from './cells.ts';
import type { Moment } from './dates.ts';
import { isBookable } from './figures.ts';
import { type AmountField, amountFields, readersOf, type TextField } from './readers.ts';

type SalesField = ImportFieldOf<'sales'>;

/** A product or a person of the file, one object each; the first words that are not blank win. */
export type FileProduct = { readonly sku: string; name: string; spec: string };
export type FilePerson = { readonly code: string; name: string; phone: string };

/** Amounts in the smallest unit; undefined where the cell is empty or no column says so. */
export type RowAmounts = Readonly<Record<AmountField, number | undefined>>;
export type RowWords = Readonly<Record<'tender' | 'channel' | 'status', string>>;

export type FileRow = {
  readonly row: number;
  readonly number: string;
  readonly moment: Moment;
  readonly product: FileProduct;
  readonly name: string;
  readonly person: FilePerson | undefined;
  readonly milli: number;
  readonly priceE4: number;
  readonly amounts: RowAmounts;
  readonly words: RowWords;
  /** The day the customer signed for the parcel. */
  readonly signedOn: Day | undefined;
};

const noAmounts: RowAmounts = {
  paid: undefined,
  discount: undefined,
  tax: undefined,
  delivery: undefined,
  refunded: undefined,
};
const noWords: RowWords = { tender: '', channel: '', status: '' };

type RowShape = Pick<Shape, 'columns' | 'mapping' | 'timeZone' | 'digits'>;

/** A reader of the rows of one file. It remembers what it has seen, so that the same text is worked out once. */
export function rowReader({ columns, mapping, timeZone, digits }: RowShape): RowReader<FileRow> {
  const readers = readersOf({ timeZone, digits });
  const column = Object.fromEntries(
    (Object.keys(readers) as SalesField[]).map((field) => [field, columns.indexOf(mapping[field] ?? '')]),
  ) as Readonly<Record<SalesField, number>>;
  const hasAmounts = amountFields.some((field) => column[field] >= 0);
  const hasWords = [column.tender, column.channel, column.status].some((index) => index >= 0);
  const catalog = new Map<string, FileProduct>();
  const people = new Map<string, FilePerson>();

  let cells: readonly string[] = [];
  let problems: RowProblem[] = [];
  let row = 0;
  function take<T>(field: SalesField, read: (raw: string) => Cell<T>, fallback: T): T {
    const index = column[field];
    if (index < 0) return fallback;
    const cell = read(cells[index] ?? '');
    if (cell.problem === undefined) return cell.value;
    problems.push({ row, field, code: cell.problem });
    return fallback;
  }
  const text = (field: TextField): string => take(field, readers[field], '');
  const amount = (field: AmountField): number | undefined => take(field, readers[field], undefined);

  return (rowCells, rowNumber, isDamaged) => {
    cells = rowCells;
    problems = [];
    row = rowNumber;
    const number = text('saleNumber');
    const misshapen = shapeProblem(cells, { width: columns.length, isDamaged });
    if (misshapen)
      return { row, number: problems.length === 0 ? number : undefined, problems: [{ row, code: misshapen }] };
    const moment = take<Moment | undefined>('soldAt', readers.soldAt, undefined);
    const milli = take('quantity', readers.quantity, 0);
    const priceE4 = take('unitPrice', readers.unitPrice, 0);
    const name = text('productName');
    const product = productOf(catalog, { sku: text('sku'), name, spec: text('spec') });
    const person = personOf(people, {
      code: text('customer'),
      name: text('customerName'),
      phone: text('customerPhone'),
    });
    const amounts: RowAmounts = hasAmounts
      ? {
          paid: amount('paid'),
          discount: amount('discount'),
          tax: amount('tax'),
          delivery: amount('delivery'),
          refunded: amount('refunded'),
        }
      : noAmounts;
    const words: RowWords = hasWords
      ? { tender: text('tender'), channel: text('channel'), status: text('status') }
      : noWords;
    const signedOn = take<Moment | undefined>('signedOn', readers.signedOn, undefined)?.day;
    if (!isBookable(priceE4, milli)) problems.push({ row, field: 'unitPrice', code: 'not-a-price' });
    if (problems.length > 0 || moment === undefined) return { row, number: number || undefined, problems };
    return { row, number, moment, product, name, person, milli, priceE4, amounts, words, signedOn };
  };
}

const brokenText = /\uFFFD|锟斤拷/;

/** Too few cells, or more than there are columns (empty ones at the end are a habit of some exports), or broken characters. */
export function shapeProblem(
  cells: readonly string[],
  { width, isDamaged }: { width: number; isDamaged: boolean },
): ProblemCode | undefined {
  if (cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')))
    return 'wrong-cell-count';
  return isDamaged && cells.some((cell) => brokenText.test(cell)) ? 'text-damaged' : undefined;
}

function productOf(catalog: Map<string, FileProduct>, seen: FileProduct): FileProduct {
  const known = catalog.get(seen.sku);
  if (!known) {
    catalog.set(seen.sku, seen);
    return seen;
  }
  known.name ||= seen.name;
  known.spec ||= seen.spec;
  return known;
}

/** A person is known by code, else by phone, else by name. */
export function personOf(people: Map<string, FilePerson>, seen: FilePerson): FilePerson | undefined {
  const key = seen.code ? `c${seen.code}` : seen.phone ? `p${seen.phone}` : seen.name && `n${seen.name}`;
  if (key === '') return undefined;
  const known = people.get(key);
  if (!known) {
    people.set(key, seen);
    return seen;
  }
  known.name ||= seen.name;
  known.phone ||= seen.phone;
  return known;
}

import type { StoredCounts } from '../../contract/api/imports.ts';
import type { Output } from '../../contract/api.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { findBill } from '../wallets/bills/find.ts';
import { isBlank, type Table } from './file/table.ts';
import type { BadRow, FileUnit, Problems, Understood } from './kinds/kind.ts';
import { saidFields } from './kinds/said-fields.ts';
import { formulaIn, type KnownFile, knowFile } from './read.ts';
import { cleanCell } from './rows/cells.ts';

const rowsShown = 20;
const rowsTried = 1000;

type Preview = Output<'imports.preview'>;

/**
 * Looks into a file: its columns, what they seem to mean, what the first rows would become, and what is wrong with the first thousand.
 * Needed fields nobody could guess are simply not in the mapping: a person chooses them here. A mapping that names columns which are
 * not there is refused.
 */
export const previewImport: LongReadHandler<'imports.preview'> = async (context, input) => {
  const file = await knowFile(input, context, rowsTried);
  context.throwIfCancelled();
  if (file instanceof Refused) return file;
  const { opened, chosen } = file;
  const { table, sheets, sheet } = opened;
  const isAstray = chosen.missing.some((field) => Object.hasOwn(chosen.mapping, field));
  if (isAstray) return refuse('columns-unknown', { missing: [...chosen.missing], columns: [...table.columns] });
  return {
    kind: chosen.kind,
    profile: chosen.profile,
    ...walletOf(table),
    encoding: table.encoding,
    sheets: [...sheets],
    ...(sheet !== undefined && { sheet }),
    columns: [...table.columns],
    mapping: chosen.mapping,
    ...(chosen.missing.length > 0 ? unread(table) : tried(context, file)),
  };
};

function walletOf(table: Table): Pick<Preview, 'wallet'> {
  const bill = findBill(table);
  return bill ? { wallet: bill.profile.wallet } : {};
}

type FirstRows = Pick<Preview, 'sample' | 'understood' | 'rowsTried' | 'wouldStore' | 'problems'>;

/** Until every needed column is known, the rows can only be shown as they stand. */
function unread(table: Table): FirstRows {
  const sample = [...firstRows(table, rowsShown)].map(({ cells }) => shown(table.columns, cells));
  return { sample, understood: [], rowsTried: 0, wouldStore: {}, problems: [] };
}

function tried(context: LongReadContext, { opened: { table }, kind, shape }: KnownFile): FirstRows {
  const read = kind.rowReader(shape);
  const gatherer = kind.gatherer(shape);
  const sample: Preview['sample'] = [];
  const understood: Preview['understood'] = [];
  let count = 0;
  for (const { cells, row, isDamaged, hasValues } of firstRows(table, rowsTried)) {
    count += 1;
    const judged = read(cells, row, isDamaged);
    const found = hasValues ? judged : formulaIn(judged);
    const isBad = 'problems' in found;
    if (sample.length < rowsShown) {
      sample.push(shown(table.columns, cells));
      understood.push({ row, ...(isBad ? refusedRow(shape, cells) : kind.understood(found, shape)) });
    }
    if (isBad) gatherer.refuse(found as BadRow);
    else gatherer.add(found);
  }
  const units = [...gatherer.finish()].flat();
  const wouldStore = heldAgainstBooks(context, { kind, shape, units, problems: gatherer.problems });
  return { sample, understood, rowsTried: count, wouldStore, problems: inOrder(gatherer.problems) };
}

type Judged = Pick<KnownFile, 'kind' | 'shape'> & {
  readonly units: readonly FileUnit[];
  readonly problems: Problems;
};

/** What the units would add to the shop; those that it has otherwise join the problems. */
function heldAgainstBooks({ store }: LongReadContext, { kind, shape, units, problems }: Judged): Partial<StoredCounts> {
  const books = kind.books({ actionId: '', shape });
  const sums: Partial<StoredCounts> = {};
  for (const unit of units) {
    const standing = books.standing(store, unit);
    if (typeof standing === 'object') for (const row of unit.rows) problems.set(row, [{ row, ...standing }]);
    if (standing !== 'new') continue;
    for (const [name, count] of Object.entries(books.wouldStore(store, unit))) {
      const key = name as keyof StoredCounts;
      sums[key] = (sums[key] ?? 0) + count;
    }
  }
  return sums;
}

type Row = {
  readonly cells: readonly string[];
  readonly row: number;
  readonly isDamaged: boolean;
  readonly hasValues: boolean;
};

/** The first rows that have anything in them. */
function* firstRows(table: Table, most: number): Generator<Row> {
  let count = 0;
  for (const { firstRow, rows, isDamaged, withoutValue } of table.batches()) {
    for (const [index, cells] of rows.entries()) {
      if (isBlank(cells)) continue;
      if (count === most) return;
      count += 1;
      yield { cells, row: firstRow + index, isDamaged, hasValues: !withoutValue.has(index) };
    }
  }
}

function shown(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [column, cleanCell(cells[index] ?? '')]));
}

/** A row that is refused shows what its cells say. */
function refusedRow({ columns, mapping }: KnownFile['shape'], cells: readonly string[]): Understood {
  const fields = Object.entries(mapping).map(([field, column]) => [
    field,
    cleanCell(cells[columns.indexOf(column)] ?? ''),
  ]);
  return { as: 'refused', fields: saidFields(Object.fromEntries(fields)) };
}

function inOrder(problems: Problems): Preview['problems'] {
  return [...problems.values()].flat().sort((a, b) => a.row - b.row);
}

import type { Output } from '../../contract/api.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { isBlank, type Table } from './file/table.ts';
import { openFile } from './read.ts';
import { cleanCell } from './rows/cells.ts';
import { type ChosenMapping, chooseMapping } from './rows/mapping.ts';
import { rowReader } from './rows/row.ts';

const rowsShown = 20;
const rowsTried = 1000;

type Preview = Output<'imports.preview'>;

/**
 * Looks into a file: its columns, what they seem to mean, the first rows, and what is wrong with the first thousand. Needed fields
 * nobody could guess are simply not in the mapping: a person chooses them here. A mapping that names columns which are not there is refused.
 */
export const previewImport: LongReadHandler<'imports.preview'> = async (context, { path, profile, mapping }) => {
  const opened = await openFile(path, context.signal);
  context.throwIfCancelled();
  if (opened instanceof Refused) return opened;
  const { table } = opened;
  const chosen = chooseMapping(table.columns, { profile, mapping });
  const isAstray = chosen.missing.some((field) => field in chosen.mapping);
  if (isAstray) return refuse('columns-unknown', { missing: [...chosen.missing], columns: [...table.columns] });
  return {
    profile: chosen.profile,
    encoding: table.encoding,
    columns: [...table.columns],
    mapping: chosen.mapping,
    ...firstRows(context, table, chosen),
  };
};

function firstRows(
  { settings }: LongReadContext,
  table: Table,
  { mapping, missing }: ChosenMapping,
): Pick<Preview, 'sample' | 'problems'> {
  const { columns } = table;
  const digits = currencyDigits(settings.currency);
  const read = rowReader({ columns, mapping, timeZone: settings.timeZone, digits });
  const sample: Preview['sample'] = [];
  const problems: Preview['problems'] = [];
  let tried = 0;
  for (const { firstRow, rows, isDamaged } of table.batches()) {
    for (const [index, cells] of rows.entries()) {
      if (isBlank(cells)) continue;
      tried += 1;
      if (tried > rowsTried) return { sample, problems };
      if (sample.length < rowsShown) sample.push(shown(columns, cells));
      const row = missing.length === 0 && read(cells, firstRow + index, isDamaged);
      if (row && 'problems' in row) problems.push(...row.problems);
    }
  }
  return { sample, problems };
}

function shown(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [column, cleanCell(cells[index] ?? '')]));
}

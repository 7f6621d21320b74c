import type { Output } from '../../contract/api.ts';
import { damage } from '../imports/file/encoding.ts';
import { rowsWithHeading } from '../imports/file/heading.ts';
import { isBlank, type Table } from '../imports/file/table.ts';
import { cleanCell, textReader } from '../imports/rows/cells.ts';
import type { ChartAccount } from './account.ts';
import { type ChartColumns, type ChartWish, chartColumns, isAccount } from './chart-columns.ts';

/** More accounts than any ledger has; they are stored in one step that the counter waits for. */
const mostAccounts = 20_000;

type Read = Output<'accounts.readChart'>;
type Why = Read['refused'][number]['why'];

export type ChartRows = Pick<Read, 'codeColumn' | 'nameColumn' | 'rowsRead' | 'refused'> & {
  readonly accounts: readonly ChartAccount[];
};

type Row = {
  /** Counted from 1 at the first row of data. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly isDamaged: boolean;
  readonly hasValues: boolean;
};

/**
 * The accounts of a chart, row by row: what is stored and what is refused add up to what was read. Gives nothing when no two columns are
 * code and name, and gives up beyond `mostAccounts`.
 */
export function readChartRows(table: Table, wish: ChartWish): ChartRows | 'not-a-chart' | 'too-large' {
  const heading = findHeading(table, wish);
  if (!heading) return 'not-a-chart';
  const { columns, after, codeColumn, nameColumn } = heading;
  const accounts = new Map<string, ChartAccount>();
  const refused: Read['refused'] = [];
  let rowsRead = 0;
  for (const found of rowsOf(table)) {
    if (found.row <= after) continue;
    rowsRead += 1;
    if (rowsRead > mostAccounts) return 'too-large';
    const read = readRow(found, columns, accounts);
    if (typeof read === 'string') refused.push({ row: found.row - after, why: read });
    else accounts.set(read.code, read);
  }
  return { codeColumn, nameColumn, rowsRead, refused, accounts: [...accounts.values()] };
}

type Heading = {
  readonly columns: ChartColumns;
  /** The row it stands in; -1 where the file has none, and its first line is an account. */
  readonly after: number;
} & Pick<Read, 'codeColumn' | 'nameColumn'>;

/** What a person may choose among when no two columns are code and name: the first line that has two cells at least. */
export function columnsOf(table: Table): string[] {
  for (const { row, cells } of rowsOf(table)) {
    const filled = cells.map(cleanCell).filter((cell) => cell !== '');
    if (filled.length >= 2 || row > rowsWithHeading) return filled;
  }
  return table.columns.filter((name) => name !== '');
}

/** The headings of the file, or those below a title above them. */
function findHeading(table: Table, wish: ChartWish): Heading | undefined {
  const named = (headings: readonly string[], after: number): Heading | undefined => {
    const columns = chartColumns(headings, wish);
    if (!columns) return undefined;
    const [codeColumn = '', nameColumn = ''] = [headings[columns.code], headings[columns.name]];
    return { columns, after, codeColumn, nameColumn };
  };
  const isBare = isAccount(table.columns);
  const first = named(table.columns, isBare ? -1 : 0);
  if (first) return first;
  if (isBare) return { columns: { code: 0, name: 1 }, after: -1, codeColumn: '', nameColumn: '' };
  for (const { row, cells } of rowsOf(table)) {
    if (row < 1) continue;
    if (row > rowsWithHeading) return undefined;
    const below = named(cells.map(cleanCell), row);
    if (below) return below;
  }
  return undefined;
}

/** Every row with anything in it; the line of headings is row 0. */
function* rowsOf(table: Table): Generator<Row> {
  yield { row: 0, cells: table.columns, isDamaged: true, hasValues: true };
  for (const { firstRow, rows, isDamaged, withoutValue } of table.batches()) {
    for (const [index, cells] of rows.entries()) {
      if (!isBlank(cells)) yield { row: firstRow + index, cells, isDamaged, hasValues: !withoutValue.has(index) };
    }
  }
}

const readCode = textReader({ longest: 40, isCode: true });
const readName = textReader({ longest: 80 });
/** What programs draw in front of a name to show its level. */
const indent = /^[\s\-–—…·│├└─┗┣┃━|+>]+/;

function readRow(
  { cells, isDamaged, hasValues }: Row,
  columns: ChartColumns,
  known: ReadonlyMap<string, unknown>,
): ChartAccount | Why {
  const [code, name] = [cells[columns.code] ?? '', (cells[columns.name] ?? '').replace(indent, '')];
  if (!hasValues) return 'formula-without-value';
  if (isDamaged && damage.test(code + name)) return 'text-damaged';
  const [readAs, called] = [readCode(code), readName(name)];
  if (readAs.problem === 'digits-lost') return 'digits-lost';
  if (readAs.problem !== undefined || called.problem !== undefined) return 'too-long';
  if (readAs.value === '') return 'code-empty';
  if (called.value === '') return 'name-empty';
  return known.has(readAs.value) ? 'code-twice' : { code: readAs.value, name: called.value };
}

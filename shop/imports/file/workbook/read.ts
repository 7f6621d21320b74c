import { damage } from '../encoding.ts';
import { columnNames, headingAt, rowsWithHeading } from '../heading.ts';
import { largestText, mostRows } from '../limits.ts';
import { lineOf } from '../table.ts';
import { BadWorkbook } from './bad-workbook.ts';
import { openPackage, type Package } from './package.ts';
import { findParts, type Parts, type Sheet } from './parts.ts';
import { type SheetRow, sheetHearer } from './sheet.ts';
import { createSharedStrings } from './strings.ts';
import { createStyles } from './styles.ts';
import { readXml } from './xml.ts';

/** Some rows as they are handed over: packed as JSON in UTF-8, which is as small as the text they came from. */
export type PackedRows = {
  readonly firstRow: number;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly isDamaged: boolean;
  readonly withoutValue: readonly number[];
};

export type ReadSheet = {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly above: readonly string[];
};

type Wish = {
  /** The first one with rows when left out. */
  readonly sheet: string | undefined;
  /** Rows beyond these are not wanted. */
  readonly first: number | undefined;
  readonly take: (rows: PackedRows) => void;
};

/** Reads one sheet of a workbook, handing over its rows as they come. Gives the names of its sheets alone when the one asked for is not among them. */
export async function readWorkbook(
  bytes: Buffer,
  { sheet: wanted, first, take }: Wish,
): Promise<ReadSheet | Pick<ReadSheet, 'sheets'>> {
  const whole = await openPackage(bytes);
  const parts = await findParts(whole);
  const sheets = parts.sheets.map(({ name }) => name);
  const candidates = wanted === undefined ? inOrder(parts.sheets) : parts.sheets.filter(({ name }) => name === wanted);
  if (candidates.length === 0) return { sheets };
  const book = await readBook(whole, parts);
  let headingAlone: ReadSheet | undefined;
  for (const { name, part } of candidates) {
    const rows = createRows({ first, take });
    await readXml(whole.pieces(part), { ...sheetHearer(book, rows.add), isDone: rows.isDone });
    const { columns, above } = rows.finish();
    if (rows.count() > 0) return { sheets, sheet: name, columns, above };
    if (columns.length > 0) headingAlone ??= { sheets, sheet: name, columns, above };
  }
  if (headingAlone) return headingAlone;
  throw new BadWorkbook('empty', 'no sheet with rows');
}

/** What nobody sees is read last. */
function inOrder(sheets: readonly Sheet[]): Sheet[] {
  return sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
}

async function readBook(whole: Package, { strings, styles, is1904 }: Parts) {
  const shared = createSharedStrings();
  const numbers = createStyles(is1904);
  if (strings !== undefined) await readXml(whole.pieces(strings), shared.hearer);
  if (styles !== undefined) await readXml(whole.description(styles), numbers.hearer);
  return { strings: shared.strings, show: numbers.show };
}

/** So many cells, or so much text, are handed over at once, which takes a millisecond to unpack. */
const cellsPerPack = 4000;
const textPerPack = 128 * 1024;
/** More empty rows between two others are left out, not handed over. */
const longestGap = 20;

type Rows = {
  add(row: SheetRow): void;
  isDone(): boolean;
  /** Hands over what is left. Gives the columns, none when the sheet is empty, and what stands above them. */
  finish(): Pick<ReadSheet, 'columns' | 'above'>;
  count(): number;
};

/** Finds the heading among the first rows, and packs those below it. */
function createRows({ first, take }: Pick<Wish, 'first' | 'take'>): Rows {
  const top: SheetRow[] = [];
  let columns: readonly string[] | undefined;
  let above: readonly string[] = [];
  let headingRow = 0;
  let count = 0;
  const packer = createPacker(take);

  const addBelow = ({ row, cells, lacksValue }: SheetRow): void => {
    count += 1;
    if (count > mostRows) throw new BadWorkbook('too-large', 'too many rows');
    while (cells.length < (columns?.length ?? 0)) cells.push('');
    packer.add({ row: row - headingRow, cells, lacksValue });
  };
  const decideHeading = (): void => {
    const at = headingAt(top.map(({ cells }) => cells));
    const heading = at === undefined ? undefined : top[at];
    columns = columnNames(heading?.cells ?? []);
    above = top.slice(0, at).map(({ cells }) => lineOf(cells));
    headingRow = heading?.row ?? 0;
    for (const row of top.slice((at ?? 0) + 1)) addBelow(row);
  };
  return {
    add: (row) => {
      if (columns) return addBelow(row);
      if (row.cells.some((cell) => cell.trim() !== '')) top.push(row);
      if (top.length === rowsWithHeading) decideHeading();
    },
    isDone: () => first !== undefined && count >= first,
    finish: () => {
      if (!columns) decideHeading();
      packer.flush();
      return { columns: columns ?? [], above };
    },
    count: () => count,
  };
}

function createPacker(take: Wish['take']): { add(row: SheetRow): void; flush(): void } {
  let firstRow = 1;
  let rows: string[][] = [];
  let withoutValue: number[] = [];
  let cellCount = 0;
  let textLength = 0;
  let length = 0;
  const flush = (): void => {
    if (rows.length === 0) return;
    const json = JSON.stringify(rows);
    const packed = new TextEncoder().encode(json);
    length += packed.length;
    if (length > largestText) throw new BadWorkbook('too-large', 'too much text');
    take({ firstRow, packed, isDamaged: damage.test(json), withoutValue });
    firstRow += rows.length;
    [rows, withoutValue, cellCount, textLength] = [[], [], 0, 0];
  };
  const add = ({ row, cells, lacksValue }: SheetRow): void => {
    if (row - (firstRow + rows.length) > longestGap) {
      flush();
      firstRow = row;
    }
    while (firstRow + rows.length < row) rows.push([]);
    if (lacksValue) withoutValue.push(rows.length);
    rows.push(cells);
    cellCount += cells.length + 1;
    for (const cell of cells) textLength += cell.length;
    if (cellCount > cellsPerPack || textLength > textPerPack) flush();
  };
  return { add, flush };
}

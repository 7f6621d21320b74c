import { longestLine, mostColumns } from '../limits.ts';
import { BadWorkbook } from './bad-workbook.ts';
import { createTextGatherer, joined, withEscapes } from './strings.ts';
import type { ShowNumber } from './styles.ts';
import type { Attributes, XmlHearer } from './xml.ts';

/** As many as a spreadsheet has. */
const lastRow = 1_048_576;

/** A row with anything in it, by its number in the sheet, from 1. */
export type SheetRow = {
  readonly row: number;
  readonly cells: string[];
  /** One of its formulas has no value. */
  readonly lacksValue: boolean;
};

type Book = { readonly strings: readonly string[]; readonly show: ShowNumber };

/** Hears a sheet and takes each of its rows as it ends. Rows and cells that do not say where they stand follow the one before. */
export function sheetHearer({ strings, show }: Book, take: (row: SheetRow) => void): XmlHearer {
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let textLength = 0;
  let lacksValue = false;
  let cell: OpenCell | undefined;
  const inline = createTextGatherer();

  const open = (name: string, attributes: Attributes): void => {
    if (name === 'row') {
      row = nextRow(attributes().r, row);
      column = 0;
      cells = [];
      textLength = 0;
      lacksValue = false;
    } else if (name === 'c') {
      cell = openCell(attributes(), column);
      column = cell.column + 1;
      inline.begin();
    } else if (cell) {
      openInCell(cell, name);
      inline.open(name, attributes);
    }
  };
  const close = (name: string): void => {
    if (name === 'row' && cells.length > 0) take({ row, cells, lacksValue });
    else if (name === 'c' && cell) {
      const isHole = cell.formula !== undefined && !cell.hasValue;
      const text = isHole
        ? `=${cell.formula}`
        : cell.type === 'inlineStr'
          ? inline.gathered()
          : shown(cell, { strings, show });
      lacksValue ||= isHole;
      if (text !== '') put(cells, cell.column, text);
      textLength += text.length;
      // A text that stands in the file once can be shown by every cell.
      if (textLength > longestLine) throw new BadWorkbook('too-wide', 'a row of too much text');
      cell = undefined;
    } else {
      if (cell) cell.inside = undefined;
      inline.close(name);
    }
  };
  const text = (value: string): void => {
    if (!cell) return;
    if (cell.inside === 'v') {
      cell.value = joined(cell.value, value);
      cell.hasValue = true;
    } else if (cell.inside === 'f') cell.formula = joined(cell.formula ?? '', value);
    else inline.text(value);
  };
  return { open, close, text };
}

function nextRow(stated: string | undefined, last: number): number {
  const row = stated === undefined ? last + 1 : Number(stated);
  if (!Number.isInteger(row) || row <= last || row > lastRow) throw new BadWorkbook('workbook', `a row ${stated}`);
  return row;
}

type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: string | undefined;
  value: string;
  /** It is never worked out; where its value is missing it stands in the refused row. */
  formula: string | undefined;
  hasValue: boolean;
  /** Which of its elements is being read. */
  inside: 'v' | 'f' | undefined;
};

function openCell({ r, t = 'n', s }: ReturnType<Attributes>, next: number): OpenCell {
  const column = r === undefined ? next : columnOf(r);
  if (column < next || column >= mostColumns) throw new BadWorkbook('workbook', `a cell ${r}`);
  return { column, type: t, style: s, value: '', formula: undefined, hasValue: false, inside: undefined };
}

function openInCell(cell: OpenCell, name: string): void {
  if (name === 'v') {
    cell.inside = 'v';
    // An empty text is a value, an empty number is none.
    cell.hasValue ||= cell.type === 'str';
  } else if (name === 'f') {
    cell.inside = 'f';
    cell.formula ??= '';
  }
}

/** The place of `AB12` in its row, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells.push(text);
}

/** What a cell says, as the same sheet saved as CSV would say it. */
function shown({ type, value, style }: OpenCell, { strings, show }: Book): string {
  if (type === 'n') return value === '' ? '' : show(value, style);
  // A text that is not there is damage of its row alone.
  if (type === 's') return value === '' ? '' : (strings[Number(value)] ?? '\uFFFD');
  if (type === 'b') return value === '' ? '' : value.trim() === '1' ? 'TRUE' : 'FALSE';
  return type === 'd' ? value.replace('T', ' ').replace(/\.\d+|Z$/g, '') : withEscapes(value);
}

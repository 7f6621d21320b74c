import { type ZipEntry, zipped } from './zip.ts';

/** Text stays text whatever it starts with; a number is one; nothing is no cell. */
export type Cell = string | number | null;

export type WorkSheet = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
};

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const documentTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const application = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const rowsAtOnce = 100;

/** A workbook as bytes, made while its rows come. The same rows give the same bytes. */
export function workbook(sheets: readonly WorkSheet[]): Generator<Uint8Array> {
  return zipped(partsOf(sheets));
}

function partsOf(sheets: readonly WorkSheet[]): ZipEntry[] {
  const part = (name: string, body: string): ZipEntry => ({ name, pieces: [header, body] });
  return [
    part('[Content_Types].xml', contentTypes(sheets)),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', bookPart(sheets)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([...sheets.map((_, index) => ['worksheet', sheetPath(index)] as const), ['styles', 'styles.xml']]),
    ),
    part('xl/styles.xml', stylesPart),
    ...sheets.map((sheet, index) => ({ name: `xl/${sheetPath(index)}`, pieces: sheetPieces(sheet) })),
  ];
}

const sheetPath = (index: number): string => `worksheets/sheet${index + 1}.xml`;

function contentTypes(sheets: readonly WorkSheet[]): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${application}.${type}+xml"/>`;
  const parts = [
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...sheets.map((_, index) => override(sheetPath(index), 'worksheet')),
  ];
  return `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${documentTypes}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageTypes}/relationships">${all.join('')}</Relationships>`;
}

function bookPart(sheets: readonly WorkSheet[]): string {
  const all = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${documentTypes}"><sheets>${all.join('')}</sheets></workbook>`;
}

/** One style for all: a program that wants none other reads it, and numbers show as they are. */
const stylesPart = `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`;

function* sheetPieces({ headings, rows }: WorkSheet): Generator<string> {
  const columns = headings.map((_, index) => columnName(index));
  let number = 1;
  let batch = `${header}<worksheet xmlns="${main}"><sheetData>${rowPart(columns, number, headings)}`;
  for (const row of rows) {
    number += 1;
    batch += rowPart(columns, number, row);
    if (number % rowsAtOnce !== 0) continue;
    yield batch;
    batch = '';
  }
  yield `${batch}</sheetData></worksheet>`;
}

function rowPart(columns: readonly string[], number: number, row: readonly Cell[]): string {
  let part = `<row r="${number}">`;
  for (const [index, cell] of row.entries()) {
    if (cell === null || cell === '') continue;
    const place = `${columns[index]}${number}`;
    if (typeof cell === 'number') part += `<c r="${place}"><v>${cell}</v></c>`;
    else part += `<c r="${place}" t="inlineStr"><is><t${keepsSpace(cell)}>${escaped(cell)}</t></is></c>`;
  }
  return `${part}</row>`;
}

const keepsSpace = (text: string): string => (/^\s|\s$|\s\s|[\n\t]/.test(text) ? ' xml:space="preserve"' : '');

/** A to Z, then AA and so on. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is written the way workbooks have for it, and so is what only looks like that (ECMA-376, ST_Xstring). */
function escaped(text: string): string {
  if (!/[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x/u.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, codeOf);
}

function codeOf(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

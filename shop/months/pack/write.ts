import { stringify } from 'csv-stringify/sync';
import type { WrittenFile } from './control-sheet.ts';
import type { Drafts } from './folder.ts';
import type { Sheet } from './sheet.ts';

const byteOrderMark = '\uFEFF';
const rowsAtOnce = 1000;

/** A cell with a break, or with what another country's spreadsheet takes for a separator, is quoted as well. */
const layout = { record_delimiter: '\r\n', quoted_match: /[\r\n\t;]/ };

/** Writes a sheet as a CSV file; `onRows` is told after every thousand rows and may throw to give up. */
export function writeSheet(
  drafts: Drafts,
  { name, sheet, onRows }: { readonly name: string; readonly sheet: Sheet; readonly onRows: () => void },
): WrittenFile {
  let rows = 0;
  function* pieces(): Generator<string> {
    yield byteOrderMark + stringify([[...sheet.headings]], layout);
    let batch: (readonly string[])[] = [];
    for (const row of sheet.rows) {
      batch.push(row);
      rows += 1;
      if (batch.length < rowsAtOnce) continue;
      yield stringify(batch, layout);
      batch = [];
      onRows();
    }
    if (batch.length > 0) yield stringify(batch, layout);
  }
  const { sha256 } = drafts.write(name, pieces());
  return { name, rows, sha256 };
}

import type { Settings } from '../../contract/api/settings.ts';
import type { ParsedInput } from '../../contract/api.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import type { Doing } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { createGatherer, type FileDocument, type Problems } from './documents/document.ts';
import { mostRows } from './file/limits.ts';
import { loadFile } from './file/load.ts';
import { isBlank, openTable, type Table } from './file/table.ts';
import { createPauses } from './pause.ts';
import { type ChosenMapping, chooseMapping } from './rows/mapping.ts';
import { rowReader } from './rows/row.ts';

type Wish = Pick<ParsedInput<'imports.run'>, 'path' | 'profile' | 'mapping'>;
type CannotRead = Refused<'no-such-file' | 'file-not-readable' | 'columns-unknown' | 'cancelled'>;

export type OpenedFile = { readonly table: Table; readonly sha256: string; readonly length: number };

export async function openFile(path: string, signal: AbortSignal): Promise<OpenedFile | CannotRead> {
  try {
    const loaded = await loadFile(path, signal);
    if (loaded instanceof Refused) return loaded;
    const table = await openTable(loaded, createPauses());
    return table instanceof Refused ? table : { table, sha256: loaded.sha256, length: loaded.length };
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', {});
    throw error;
  }
}

export type ReadFile = {
  readonly table: Table;
  readonly sha256: string;
  readonly chosen: ChosenMapping;
  readonly rowsRead: number;
  readonly documents: readonly FileDocument[];
  readonly problems: Problems;
};

/**
 * Reads a whole file and decides everything that needs no books: what each row is, which documents they make, which rows are refused.
 * Lets other calls in between pieces; nothing is stored, so it may be given up at any time.
 */
export async function readFile(
  { path, profile, mapping }: Wish,
  { signal, onProgress, settings }: Doing & { readonly settings: Settings },
): Promise<ReadFile | CannotRead> {
  const opened = await openFile(path, signal);
  if (opened instanceof Refused) return opened;
  const { table, sha256 } = opened;
  const chosen = chooseMapping(table.columns, { profile, mapping });
  if (chosen.missing.length > 0)
    return refuse('columns-unknown', { missing: [...chosen.missing], columns: [...table.columns] });

  const digits = currencyDigits(settings.currency);
  const read = rowReader({ columns: table.columns, mapping: chosen.mapping, timeZone: settings.timeZone, digits });
  const gatherer = createGatherer(digits);
  const pause = createPauses();
  let rowsRead = 0;
  for (const { firstRow, rows, isDamaged, bytesRead } of table.batches()) {
    for (let index = 0; index < rows.length; index += 1) {
      const cells = rows[index] as string[];
      if (isBlank(cells)) continue;
      rowsRead += 1;
      const row = read(cells, firstRow + index, isDamaged);
      if ('problems' in row) gatherer.refuse(row);
      else gatherer.add(row);
    }
    if (rowsRead > mostRows) return refuse('file-not-readable', { path, why: 'too-large' });
    // How many rows there are is not known before the end; from the length of those so far it can be guessed.
    onProgress({ phase: 'reading', done: rowsRead, total: Math.round((rowsRead * opened.length) / bytesRead) });
    await pause();
    if (signal.aborted) return refuse('cancelled', {});
  }
  const documents: FileDocument[] = [];
  for (const made of gatherer.finish()) {
    for (const document of made) documents.push(document);
    await pause();
  }
  if (signal.aborted) return refuse('cancelled', {});
  return { table, sha256, chosen, rowsRead, documents, problems: gatherer.problems };
}

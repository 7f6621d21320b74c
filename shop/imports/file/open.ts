import { Refused, refuse } from '../../refused.ts';
import { createPauses } from '../pause.ts';
import { type LoadedFile, loadFile } from './load.ts';
import { isLocked, signatureOf } from './signature.ts';
import { openTable, type Table } from './table.ts';
import { openWorkbook } from './workbook/open.ts';

export type OpenedFile = {
  readonly table: Table;
  /** The sheets of a workbook, as they stand in it; a text has none. */
  readonly sheets: readonly string[];
  /** The one that is read. */
  readonly sheet: string | undefined;
  /** Of the file as it lies there. */
  readonly sha256: string;
  /** What `bytesRead` of the last batch comes to. */
  readonly length: number;
};

export type CannotOpenFile = Refused<'no-such-file' | 'file-not-readable' | 'no-such-sheet' | 'cancelled'>;

type Wish = {
  /** Of a workbook; its first one with rows when left out. */
  readonly sheet?: string | undefined;
  /** Rows beyond these are not wanted: only a look into the file. A text may give more. */
  readonly first?: number | undefined;
  readonly signal: AbortSignal;
};

/** Opens a file of any kind that can be read as a table: a text, plain or gzip, or a workbook (XLSX). */
export async function openFile(path: string, wish: Wish): Promise<OpenedFile | CannotOpenFile> {
  const { signal } = wish;
  try {
    const loaded = await loadFile(path, signal);
    if (loaded instanceof Refused) return loaded;
    const opened = await openLoaded(loaded, wish);
    return opened instanceof Refused ? opened : { ...opened, sha256: loaded.sha256 };
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', {});
    throw error;
  }
}

async function openLoaded(
  loaded: LoadedFile,
  { sheet, first, signal }: Wish,
): Promise<Omit<OpenedFile, 'sha256'> | Refused<'file-not-readable' | 'no-such-sheet'>> {
  const { path, bytes, length } = loaded;
  const signature = signatureOf(bytes[0]);
  if (signature === 'zip') return openWorkbook(loaded, { sheet, first, signal });
  if (signature === 'compound')
    return refuse('file-not-readable', { path, why: isLocked(bytes) ? 'protected' : 'workbook' });
  if (sheet !== undefined) return refuse('no-such-sheet', { sheet, sheets: [] });
  const table = await openTable(loaded, createPauses());
  return table instanceof Refused ? table : { table, sheets: [], sheet: undefined, length };
}

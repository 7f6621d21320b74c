import { Refused, refuse } from '../../refused.ts';
import { createPauses } from '../pause.ts';
import { loadFile } from './load.ts';
import { openTable, type Table } from './table.ts';

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
  /** Rows beyond these are not wanted: only a look into the file. */
  readonly first?: number | undefined;
  readonly signal: AbortSignal;
};

/** Opens a file of any kind that can be read as a table. */
export async function openFile(path: string, { sheet, signal }: Wish): Promise<OpenedFile | CannotOpenFile> {
  try {
    const loaded = await loadFile(path, signal);
    if (loaded instanceof Refused) return loaded;
    const table = await openTable(loaded, createPauses());
    if (table instanceof Refused) return table;
    if (sheet !== undefined) return refuse('no-such-sheet', { sheet, sheets: [] });
    return { table, sheets: [], sheet: undefined, sha256: loaded.sha256, length: loaded.length };
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', {});
    throw error;
  }
}

import { Worker } from 'node:worker_threads';
import { moduleBeside } from '../../../beside.ts';
import { type Refused, refuse } from '../../../refused.ts';
import type { LoadedFile } from '../load.ts';
import type { Batch, Table } from '../table.ts';
import type { PackedRows, ReadSheet } from './read.ts';
import type { FromWorkbookWorker, WorkbookTask } from './worker.ts';

export type OpenedWorkbook = Omit<ReadSheet, 'columns' | 'above'> & { readonly table: Table; readonly length: number };

type Wish = {
  readonly sheet: string | undefined;
  readonly first: number | undefined;
  readonly signal: AbortSignal;
};

type CannotOpen = Refused<'file-not-readable' | 'no-such-sheet'>;

/**
 * Reads a workbook in a thread of its own, which may take so much memory and so long, and no more: whatever a file was made to do, it does it
 * there. The rows wait here, packed, until they are asked for.
 */
export async function openWorkbook(
  { path, bytes }: LoadedFile,
  { sheet, first, signal }: Wish,
): Promise<OpenedWorkbook | CannotOpen> {
  const packs: PackedRows[] = [];
  const end = await readApart({ bytes: oneBuffer(bytes), sheet, first }, { signal, take: (rows) => packs.push(rows) });
  if ('bad' in end) return refuse('file-not-readable', { path, why: end.bad });
  if (!('columns' in end.done)) return refuse('no-such-sheet', { sheet: sheet ?? '', sheets: [...end.done.sheets] });
  const { columns, above, ...rest } = end.done;
  const length = packs.reduce((sum, { packed }) => sum + packed.length, 0);
  return { ...rest, length, table: { encoding: 'xlsx', columns, above, batches: () => batchesOf(packs) } };
}

/** A copy that can be given away. */
function oneBuffer(pieces: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const entry = moduleBeside(import.meta.url, './worker.ts', './workbook-worker.js');

const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const longestMs = 180_000;

type End = Exclude<FromWorkbookWorker, { readonly rows: PackedRows }>;

async function readApart(
  task: WorkbookTask,
  { signal, take }: { signal: AbortSignal; take: (rows: PackedRows) => void },
): Promise<End> {
  const { promise, resolve, reject } = Promise.withResolvers<End>();
  const worker = new Worker(entry, { workerData: task, transferList: [task.bytes.buffer], resourceLimits });
  const cancel = (): void => reject(signal.reason);
  const timer = setTimeout(() => resolve({ bad: 'too-large' }), longestMs);
  signal.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: FromWorkbookWorker) => {
    if ('rows' in message) take(message.rows);
    else resolve(message);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ bad: 'too-large' });
    else reject(error);
  });
  worker.on('exit', () => reject(new Error('the reader of workbooks stopped')));
  try {
    signal.throwIfAborted();
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

function* batchesOf(packs: readonly PackedRows[]): Generator<Batch> {
  let bytesRead = 0;
  for (const { firstRow, packed, isDamaged, withoutValue } of packs) {
    bytesRead += packed.length;
    const rows = JSON.parse(new TextDecoder().decode(packed)) as string[][];
    yield { firstRow, rows, isDamaged, withoutValue: new Set(withoutValue), bytesRead };
  }
}

import { parentPort, workerData } from 'node:worker_threads';
import { BadWorkbook, type WhyBad } from './bad-workbook.ts';
import { type PackedRows, type ReadSheet, readWorkbook } from './read.ts';

export type WorkbookTask = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sheet: string | undefined;
  readonly first: number | undefined;
};
export type FromWorkbookWorker =
  | { readonly rows: PackedRows }
  | { readonly done: ReadSheet | Pick<ReadSheet, 'sheets'> }
  | { readonly bad: WhyBad };

const { bytes, sheet, first } = workerData as WorkbookTask;

function tell(message: FromWorkbookWorker, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

try {
  const done = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    sheet,
    first,
    take: (rows) => tell({ rows }, [rows.packed.buffer]),
  });
  tell({ done });
} catch (error) {
  if (!(error instanceof BadWorkbook)) throw error;
  tell({ bad: error.why });
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../contract/api.ts';
import { openReader } from '../db/open.ts';
import { createReadStore } from '../db/store.ts';
import { Cancelled, type LongReadContext } from './context.ts';
import { longReadHandlers } from './long-reads.ts';
import { contextOf } from './read-context.ts';
import type { FromWorker, ToWorker } from './reader.ts';
import { Refused } from './refused.ts';

const { folder } = workerData as { folder: string };
const connection = openReader(folder);
const store = createReadStore(connection);
const tell = (message: FromWorker): void => parentPort?.postMessage(message);

/** Handlers are looked up by name; the table in `long-reads.ts` proves that each fits its procedure. */
type AnyHandler = (context: LongReadContext, input: unknown) => unknown;

async function read({ run, name, input, cancelled }: ToWorker): Promise<void> {
  const flag = new Int32Array(cancelled);
  const controller = new AbortController();
  const throwIfCancelled = (): void => {
    if (Atomics.load(flag, 0) === 0) return;
    controller.abort();
    throw new Cancelled();
  };
  const onProgress = (progress: Progress): void => {
    throwIfCancelled();
    tell({ run, progress });
  };
  const context: LongReadContext = {
    ...contextOf({ clock: Date.now, folder }, store),
    connection,
    signal: controller.signal,
    onProgress,
    throwIfCancelled,
  };
  try {
    throwIfCancelled();
    const result = await (longReadHandlers[name] as AnyHandler)(context, input);
    if (result instanceof Refused) tell({ run, refused: { code: result.code as never, data: result.data as never } });
    else tell({ run, done: result });
  } catch (error) {
    if (error instanceof Cancelled) tell({ run, refused: { code: 'cancelled' as never, data: {} as never } });
    else tell({ run, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (message: ToWorker) => void read(message));

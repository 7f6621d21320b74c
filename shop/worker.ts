import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../contract/api.ts';
import { openReader } from '../db/open.ts';
import { createReadStore } from '../db/store.ts';
import { cannotWrite } from './cannot-write.ts';
import { Cancelled, type LongReadContext } from './context.ts';
import { isDamage } from './damaged.ts';
import { longReadHandlers } from './long-reads.ts';
import { contextOf } from './read-context.ts';
import type { FromWorker, ToWorker } from './reader.ts';
import { Refused, refuse } from './refused.ts';

const { folder } = workerData as { folder: string };
const connection = openReader(folder);
const store = createReadStore(connection);
const tell = (message: FromWorker): void => parentPort?.postMessage(message);
const refused = (run: number, { code, data }: Refused): void =>
  tell({ run, refused: { code: code as never, data: data as never } });

/** Handlers are looked up by name; the table in `long-reads.ts` proves that each fits its procedure. */
type AnyHandler = (context: LongReadContext, input: unknown) => unknown;

async function read({ run, now, name, input, cancelled }: ToWorker): Promise<void> {
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
    ...contextOf({ clock: () => now, folder }, store),
    connection,
    signal: controller.signal,
    onProgress,
    throwIfCancelled,
  };
  try {
    throwIfCancelled();
    const result = await (longReadHandlers[name] as AnyHandler)(context, input);
    if (result instanceof Refused) refused(run, result);
    else tell({ run, done: result });
  } catch (error) {
    const expected = error instanceof Cancelled ? refuse('cancelled', {}) : cannotWrite(error, folder);
    if (expected) refused(run, expected);
    else if (isDamage(error)) tell({ run, damaged: (error as Error).message });
    else tell({ run, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (message: ToWorker) => void read(message));

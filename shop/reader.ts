import { Worker } from 'node:worker_threads';
import type { Progress } from '../contract/api.ts';
import type { Doing, NamesOfKind } from './context.ts';
import { DamagedFile } from './damaged.ts';
import { Refused, refuse } from './refused.ts';

export type LongRead = { readonly name: NamesOfKind<'long-read'>; readonly input: unknown };

export type ToWorker = LongRead & {
  readonly run: number;
  /** The shop's clock when it was asked for: the worker has none of its own. */
  readonly now: number;
  /** One 32-bit word: not zero once the read is no longer wanted. A message would not be heard while SQL runs. */
  readonly cancelled: SharedArrayBuffer;
};
export type FromWorker =
  | { readonly run: number; readonly progress: Progress }
  | { readonly run: number; readonly done: unknown }
  | { readonly run: number; readonly refused: { code: never; data: never } }
  | { readonly run: number; readonly damaged: string }
  | { readonly run: number; readonly bug: string };

export type LongReader = {
  run(read: LongRead, doing: Doing): Promise<unknown>;
  close(): Promise<void>;
};

/** Bundled code has its worker beside it as `.js`; from source it is `.ts`. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

type Waiting = {
  readonly doing: Doing;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/** Long reads run in a worker with a read-only connection of its own, so that the counter never waits for the accountant. */
export function createLongReader({ folder, clock }: { folder: string; clock: () => number }): LongReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let runs = 0;

  const hear = (message: FromWorker): void => {
    const read = waiting.get(message.run);
    if (!read) return;
    if ('progress' in message) {
      read.doing.onProgress(message.progress);
      return;
    }
    waiting.delete(message.run);
    if (waiting.size === 0) worker?.unref();
    if ('done' in message) read.resolve(message.done);
    else if ('refused' in message) read.resolve(new Refused(message.refused.code, message.refused.data));
    else read.reject('damaged' in message ? new DamagedFile(message.damaged) : new Error(message.bug));
  };
  const gone = (error: Error): void => {
    worker = undefined;
    for (const read of waiting.values()) read.reject(error);
    waiting.clear();
  };
  /** The file is being closed: what is still read from it is given up. */
  const giveUp = (): void => {
    for (const read of waiting.values()) read.resolve(refuse('cancelled', {}));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(workerFile, { workerData: { folder } });
    started.on('message', hear);
    started.on('error', gone);
    started.on('exit', () => gone(new Error('the reader stopped')));
    return started;
  };

  return {
    run: ({ name, input }, doing) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        // A process with nothing else to do, like the command line's, waits for an answer, but not for an idle worker.
        worker.ref();
        runs += 1;
        const run = runs;
        const cancelled = new SharedArrayBuffer(4);
        waiting.set(run, { doing, resolve, reject });
        doing.signal.addEventListener('abort', () => Atomics.store(new Int32Array(cancelled), 0, 1), { once: true });
        if (doing.signal.aborted) Atomics.store(new Int32Array(cancelled), 0, 1);
        worker.postMessage({ run, now: clock(), name, input, cancelled } satisfies ToWorker);
      }),
    close: async () => {
      const stopping = worker;
      worker = undefined;
      giveUp();
      await stopping?.terminate();
    },
  };
}

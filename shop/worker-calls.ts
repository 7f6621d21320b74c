import { parentPort, Worker } from 'node:worker_threads';
import type { Progress } from '../contract/api.ts';
import { CannotOpen } from '../db/cannot-open.ts';
import { cannotWrite } from './cannot-write.ts';
import { Cancelled, type Doing } from './context.ts';
import { DamagedFile, isDamage } from './damaged.ts';
import { Refused, refuse } from './refused.ts';

type ToWorker<Call> = {
  readonly run: number;
  readonly call: Call;
  /** One 32-bit word: not zero once the work is no longer wanted. A message would not be heard while SQL runs. */
  readonly cancelled: SharedArrayBuffer;
};
type FromWorker =
  | { readonly run: number; readonly progress: Progress }
  | { readonly run: number; readonly done: unknown }
  | { readonly run: number; readonly refused: { code: never; data: never } }
  | { readonly run: number; readonly damaged: string }
  | { readonly run: number; readonly bug: string };

type Waiting = {
  readonly doing: Doing;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

export type WorkerCalls<Call> = {
  run(call: Call, doing: Doing): Promise<unknown>;
  /** Gives up what is still running; it is answered with `cancelled`. */
  close(): Promise<void>;
};

/** Long work makes much that is soon forgotten; left to itself a thread keeps a hundred megabytes of it. */
const youngMegabytes = 16;

/** Runs work in a thread of its own, which is started for the first of it, with progress and cancel. */
export function callWorker<Call>(entry: URL, workerData: unknown): WorkerCalls<Call> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let runs = 0;

  const hear = (message: FromWorker): void => {
    const work = waiting.get(message.run);
    if (!work) return;
    if ('progress' in message) {
      work.doing.onProgress(message.progress);
      return;
    }
    waiting.delete(message.run);
    if (waiting.size === 0) worker?.unref();
    if ('done' in message) work.resolve(message.done);
    else if ('refused' in message) work.resolve(new Refused(message.refused.code, message.refused.data));
    else work.reject('damaged' in message ? new DamagedFile(message.damaged) : new Error(message.bug));
  };
  const gone = (stopped: Worker, error: Error): void => {
    if (worker !== stopped) return;
    worker = undefined;
    for (const work of waiting.values()) work.reject(error);
    waiting.clear();
  };
  const giveUp = (): void => {
    for (const work of waiting.values()) work.resolve(refuse('cancelled', {}));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
    started.on('message', hear);
    started.on('error', (error: Error) => gone(started, error));
    started.on('exit', () => gone(started, new Error('the worker stopped')));
    return started;
  };

  return {
    run: (call, doing) =>
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
        worker.postMessage({ run, call, cancelled } satisfies ToWorker<Call>);
      }),
    close: async () => {
      const stopping = worker;
      worker = undefined;
      giveUp();
      await stopping?.terminate();
    },
  };
}

export type WorkerDoing = Doing & { readonly throwIfCancelled: () => void };

/** The other end: answers the calls of the thread that started this one. What the disk says is said of `folder`. */
export function answerCalls<Call>(folder: string, work: (call: Call, doing: WorkerDoing) => unknown): void {
  const tell = (message: FromWorker): void => parentPort?.postMessage(message);
  const refused = (run: number, { code, data }: Refused): void =>
    tell({ run, refused: { code: code as never, data: data as never } });
  const answer = async ({ run, call, cancelled }: ToWorker<Call>): Promise<void> => {
    const doing = doingOf(cancelled, (progress) => tell({ run, progress }));
    try {
      doing.throwIfCancelled();
      const result = await work(call, doing);
      if (result instanceof Refused) refused(run, result);
      else tell({ run, done: result });
    } catch (error) {
      const expected = expectedOf(error, folder);
      if (expected) refused(run, expected);
      else if (isDamage(error)) tell({ run, damaged: (error as Error).message });
      else tell({ run, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  parentPort?.on('message', (message: ToWorker<Call>) => void answer(message));
}

/** Bugs and what looks like damage are none. */
function expectedOf(error: unknown, folder: string): Refused | undefined {
  if (error instanceof Cancelled) return refuse('cancelled', {});
  const unwritten = cannotWrite(error, folder);
  if (unwritten || !(error instanceof CannotOpen)) return unwritten;
  return refuse('shop-cannot-open', { why: error.why, path: error.path, detail: error.message });
}

function doingOf(cancelled: SharedArrayBuffer, tell: (progress: Progress) => void): WorkerDoing {
  const flag = new Int32Array(cancelled);
  const controller = new AbortController();
  const throwIfCancelled = (): void => {
    if (Atomics.load(flag, 0) === 0) return;
    controller.abort();
    throw new Cancelled();
  };
  const onProgress = (progress: Progress): void => {
    throwIfCancelled();
    tell(progress);
  };
  return { signal: controller.signal, onProgress, throwIfCancelled };
}

import { moduleBeside } from './beside.ts';
import type { Doing, NamesOfKind } from './context.ts';
import { callWorker } from './worker-calls.ts';

export type LongRead = { readonly name: NamesOfKind<'long-read'>; readonly input: unknown };

/**
 * A long read with the moment it is asked for. A worker goes by the system's clock where the shop does; a clock that tests set stands still
 * for it.
 */
export type TimedRead = LongRead & { readonly now: number; readonly bySystemClock: boolean };

export type LongReader = {
  run(read: LongRead, doing: Doing): Promise<unknown>;
  close(): Promise<void>;
};

const workerFile = moduleBeside(import.meta.url, './worker.ts', './worker.js');

/** Long reads run in a worker with a read-only connection of its own, so that the counter never waits for the accountant. */
export function createLongReader({ folder, clock }: { folder: string; clock: () => number }): LongReader {
  const { run, close } = callWorker<TimedRead>(workerFile, { folder });
  return { run: (read, doing) => run({ ...read, now: clock(), bySystemClock: clock === Date.now }, doing), close };
}

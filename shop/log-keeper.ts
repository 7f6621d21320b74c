import { errorKind } from '../contract/log-line.ts';
import type { WriteStore } from '../db/store.ts';
import { moduleBeside } from './beside.ts';
import { callWorker } from './worker-calls.ts';

/** `copy` while others write; `empty` in quiet moments. */
export type LogCall = 'copy' | 'empty';

/** How long the desk must be quiet before the log is emptied. */
const quietMs = 2000;
/** Pages of 4 KB in the log from which on it is copied into the file beside the work. */
const manyPages = 4000;
/** Few enough to be copied in between: some milliseconds. */
const fewPages = 1000;

const workerFile = moduleBeside(import.meta.url, './log-worker.ts', './log-worker.js');

export type LogKeeper = {
  /** Something was committed. */
  changed(): void;
  /** Empties it now, as before the PC goes to sleep. */
  rest(): void;
  close(): Promise<void>;
};

/**
 * Keeps the write-ahead log short without making anybody wait: a thread copies it into the file, and only the little that was written
 * meanwhile is copied here, between two actions, so that the log begins again. Without that the copying would happen within a commit, or
 * the log would grow as long as somebody writes.
 */
export function keepLogShort({
  folder,
  writer,
  log,
}: {
  readonly folder: string;
  readonly writer: Pick<WriteStore, 'log'>;
  readonly log: (line: string) => void;
}): LogKeeper {
  const worker = callWorker<LogCall>(workerFile, { folder });
  let quiet: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isClosed = false;

  const left = (): number => {
    const { pages, copied } = writer.log.state();
    return pages - copied;
  };
  const run = async (how: LogCall): Promise<void> => {
    isRunning = true;
    try {
      await worker.run(how, { signal: new AbortController().signal, onProgress: () => undefined });
    } catch (error) {
      log(`the log was not copied: ${errorKind(error)}`);
    }
    isRunning = false;
    if (isClosed || how === 'empty' || left() === 0) return;
    if (left() <= fewPages) writer.log.copy();
    else if (left() >= manyPages) void run('copy');
  };
  return {
    changed: () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => void (isRunning || run('empty')), quietMs).unref();
      if (!isRunning && left() >= manyPages) void run('copy');
    },
    rest: () => {
      clearTimeout(quiet);
      if (!isRunning) void run('empty');
    },
    close: async () => {
      isClosed = true;
      clearTimeout(quiet);
      await worker.close();
    },
  };
}

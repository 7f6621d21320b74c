import { workerData } from 'node:worker_threads';
import { openReader } from '../db/open.ts';
import { createReadStore, type ReadStore } from '../db/store.ts';
import type { LongReadContext } from './context.ts';
import { longReadHandlers } from './long-reads.ts';
import { contextOf } from './read-context.ts';
import type { TimedRead } from './reader.ts';
import { answerCalls } from './worker-calls.ts';

const { folder } = workerData as { folder: string };

type Opened = Pick<LongReadContext, 'connection'> & { readonly store: ReadStore };

let opened: Opened | undefined;

/** What goes wrong with opening is the answer to whoever asked; the next one tries again. */
function open(): Opened {
  const connection = openReader(folder);
  try {
    return { connection, store: createReadStore(connection) };
  } catch (error) {
    connection.raw.close();
    throw error;
  }
}

/** Handlers are looked up by name; the table in `long-reads.ts` proves that each fits its procedure. */
type AnyHandler = (context: LongReadContext, input: unknown) => unknown;

answerCalls(folder, ({ name, input, now, bySystemClock }: TimedRead, doing) => {
  opened ??= open();
  const { connection, store } = opened;
  const context = {
    ...contextOf({ clock: () => now, folder }, store),
    clock: bySystemClock ? Date.now : () => now,
    connection,
    ...doing,
  };
  return (longReadHandlers[name] as AnyHandler)(context, input);
});

import { workerData } from 'node:worker_threads';
import { openReader } from '../db/open.ts';
import { createReadStore } from '../db/store.ts';
import type { LongReadContext } from './context.ts';
import { longReadHandlers } from './long-reads.ts';
import { contextOf } from './read-context.ts';
import type { TimedRead } from './reader.ts';
import { answerCalls } from './worker-calls.ts';

const { folder } = workerData as { folder: string };
const connection = openReader(folder);
const store = createReadStore(connection);

/** Handlers are looked up by name; the table in `long-reads.ts` proves that each fits its procedure. */
type AnyHandler = (context: LongReadContext, input: unknown) => unknown;

answerCalls(folder, ({ name, input, now }: TimedRead, doing) =>
  (longReadHandlers[name] as AnyHandler)(
    { ...contextOf({ clock: () => now, folder }, store), connection, ...doing },
    input,
  ),
);

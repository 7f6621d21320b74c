import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { percentile } from './measure.ts';

type Pair = { readonly ours: number; readonly floor: number };

export type Watched = {
  readonly rows: number;
  readonly ms: number;
  /** The longest a call of the counter took during the import, and alone. */
  readonly wait: Pair;
  /** Of the whole process in megabytes: at most during the import, and before it. */
  readonly memory: Pair;
};

const everyMs = 20;
const callsAlone = 200;

/** Reads a file of sales into a shop while somebody at the counter looks up a sale fifty times a second. */
export async function importWatched(folder: string, path: string): Promise<Watched> {
  const shop = testShop({ folder });
  await shop.call('settings.set', { timeZone: 'Europe/London', currency: 'GBP' });
  const alone: number[] = [];
  while (alone.length < callsAlone) alone.push(await waitOf(shop));
  const memoryBefore = megabytes();
  const waits: number[] = [];
  let memory = memoryBefore;
  let isDone = false;
  const counter = (async () => {
    while (!isDone) {
      waits.push(await waitOf(shop));
      memory = Math.max(memory, megabytes());
    }
  })();
  const started = performance.now();
  const { rowsRead } = await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
  const ms = performance.now() - started;
  isDone = true;
  await counter;
  await shop.close();
  const longest = (values: readonly number[]): number => percentile(values, 1);
  return {
    rows: rowsRead,
    ms,
    wait: { ours: longest(waits), floor: longest(alone) },
    memory: { ours: memory, floor: memoryBefore },
  };
}

/** From when the call was due until its answer: it may have to wait before it is even heard. */
async function waitOf(shop: TestShop): Promise<number> {
  const due = performance.now() + everyMs;
  await sleep(everyMs);
  await shop.call('sales.search', { text: '', limit: 20 });
  return performance.now() - due;
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { TestShop } from '../../fixtures/shop.ts';

type Pair = { readonly ours: number; readonly floor: number };

export type Watched = {
  readonly ms: number;
  /** The longest a call of the counter took meanwhile, and alone. */
  readonly wait: Pair;
  /** Of the whole process in megabytes: at most meanwhile, and before it. */
  readonly memory: Pair;
};

const everyMs = 20;
const callsAlone = 200;

/** Does some work of the shop while somebody at the counter looks up a sale fifty times a second, and says how that went. */
export async function watched<T>(shop: TestShop, work: () => Promise<T>): Promise<{ result: T } & Watched> {
  let longestAlone = 0;
  for (let calls = 0; calls < callsAlone; calls += 1) longestAlone = Math.max(longestAlone, await waitOf(shop));
  const memoryBefore = megabytes();
  let longest = 0;
  let memory = memoryBefore;
  let isDone = false;
  const counter = (async () => {
    while (!isDone) {
      longest = Math.max(longest, await waitOf(shop));
      memory = Math.max(memory, megabytes());
    }
  })();
  const started = performance.now();
  const result = await work();
  const ms = performance.now() - started;
  isDone = true;
  await counter;
  return {
    result,
    ms,
    wait: { ours: longest, floor: longestAlone },
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

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExportFormat } from '../../contract/api/months.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

type Pair = { readonly ours: number; readonly floor: number };
export type PackAsked = {
  readonly folder: string;
  readonly month: string;
  readonly format: ExportFormat;
  readonly zip: boolean;
};
export type PackWatched = {
  readonly ms: number;
  /** The longest a call of the counter took meanwhile, and alone. */
  readonly wait: Pair;
  /** Of the whole process in megabytes: at most, and before the pack. */
  readonly memory: Pair;
};

const everyMs = 20;
const callsAlone = 100;

/** From when the call was due until its answer: it may have to wait before it is even heard. */
async function waitOf(shop: TestShop): Promise<number> {
  const due = performance.now() + everyMs;
  await sleep(everyMs);
  await shop.call('sales.search', { text: '', limit: 20 });
  return performance.now() - due;
}

const megabytes = (): number => process.memoryUsage.rss() / 1024 / 1024;

/** Writes a pack while somebody at the counter looks up a sale fifty times a second, and says how it went. */
async function watch({ folder, ...wanted }: PackAsked): Promise<PackWatched> {
  const shop = testShop({ folder });
  // The worker is there before it is measured, as after any report that was looked at.
  await shop.call('months.preview', { month: '2020-01' });
  const alone: number[] = [];
  while (alone.length < callsAlone) alone.push(await waitOf(shop));
  const before = megabytes();
  const waits: number[] = [];
  let memory = before;
  let isDone = false;
  const counter = (async () => {
    while (!isDone) {
      waits.push(await waitOf(shop));
      memory = Math.max(memory, megabytes());
    }
  })();
  const started = performance.now();
  await shop.call('months.export', { ...wanted, to: join(folder, 'exports', wanted.format) });
  const ms = performance.now() - started;
  isDone = true;
  await counter;
  await shop.close();
  return {
    ms,
    wait: { ours: Math.max(...waits), floor: Math.max(...alone) },
    memory: { ours: memory, floor: before },
  };
}

console.log(JSON.stringify(await watch(JSON.parse(process.argv[2] ?? '{}'))));

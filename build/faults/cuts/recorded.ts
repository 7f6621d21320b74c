import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { noHash } from '../../../db/chain.ts';
import { shopFile } from '../../../db/open.ts';
import { testNow } from '../../../fixtures/shop.ts';
import type { Act, Start } from '../acts/act.ts';
import { randomOf } from '../random.ts';
import { type Bench, setUp } from '../rig/trial.ts';
import { Disk } from './disk.ts';
import { History, type Step } from './history.ts';
import { type Operation, operationsOf } from './operations.ts';

export type HistoryPlan = {
  readonly seed: number;
  readonly from: Start;
  readonly steps: number;
  /** With synchronous=NORMAL, which promises less than the shop does. */
  readonly isWeak: boolean;
};

/** What stood when a step had been answered. */
export type Acknowledged = Step & {
  /** The chain's heads that this step made, in order; the last is the one that was answered. The first of all: as it was opened. */
  readonly heads: readonly string[];
};

/** One history as it went over the disk: marks in the operations say when each step had been answered. */
export type Recorded = {
  readonly disk: Disk;
  readonly operations: readonly Operation[];
  readonly acknowledged: readonly Acknowledged[];
};

const minuteMs = 60_000;

/** Lets a process go through a history and records every change of the disk. */
export async function recordHistory(bench: Bench, { seed, from, steps, isWeak }: HistoryPlan): Promise<Recorded> {
  const { shim, folder } = bench;
  setUp(bench, { from } as Act);
  mkdirSync(folder, { recursive: true });
  const disk = new Disk(folder);
  shim.watch(folder);
  const seen = await shim.inFork<Acknowledged[]>(
    async () => {
      if (isWeak) weaken();
      const quiet = quietMoments();
      const random = randomOf(seed);
      let now = testNow;
      shim.startRecord();
      const history = new History(folder, { random, clock: () => now });
      let chain = chainOf(folder);
      const acknowledged: Acknowledged[] = [{ name: 'opening', heads: chain.slice(-1) }];
      shim.mark(0);
      for (let step = 1; step <= steps; step += 1) {
        now += minuteMs;
        const done = await history.step();
        shim.mark(step);
        const before = new Set(chain);
        chain = chainOf(folder);
        acknowledged.push({ ...done, heads: chain.filter((head) => !before.has(head)) });
        if (random.percent(15)) quiet();
      }
      await history.close();
      shim.disarm();
      shim.tell(acknowledged);
    },
    { timeoutMs: 120_000 },
  );
  if (seen.status !== 0 || !seen.told) throw new Error(`history ${seed} from ${from} ended with ${seen.status}`);
  return { disk, operations: operationsOf(shim.recorded()), acknowledged: seen.told };
}

/** The hashes of all events, from before the first. */
function chainOf(folder: string): string[] {
  const raw = new Database(shopFile(folder), { readonly: true });
  try {
    const hashes = raw.prepare('SELECT hash FROM journal_of_events ORDER BY seq').pluck().all();
    return [noHash, ...(hashes as string[])];
  } finally {
    raw.close();
  }
}

/** In this process the shop believes that it has synchronous=FULL, and has not. */
function weaken(): void {
  const real = Database.prototype.pragma;
  Database.prototype.pragma = function (this: Database.Database, source: string, options?: Database.PragmaOptions) {
    if (source === 'synchronous') return 2;
    return real.call(this, source.replace(/^synchronous = FULL$/, 'synchronous = NORMAL'), options);
  } as typeof real;
}

/** How long the desk must be quiet before the shop moves its log into its file (`shop/open-shop.ts`). */
const quietMs = 2000;

/** Gives a way to let the quiet moment pass at once that the shop is waiting for. */
function quietMoments(): () => void {
  const real = globalThis.setTimeout;
  let waiting: { timer: NodeJS.Timeout; call: () => void } | undefined;
  globalThis.setTimeout = ((call: () => void, ms?: number, ...rest: []) => {
    const timer = real(call, ms, ...rest);
    if (ms === quietMs) waiting = { timer, call };
    return timer;
  }) as typeof setTimeout;
  return () => {
    const stillWaits = waiting && !(waiting.timer as unknown as { _destroyed: boolean })._destroyed;
    if (stillWaits) waiting?.call();
    waiting = undefined;
  };
}

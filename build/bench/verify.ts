import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { shopFile } from '../../db/open.ts';
import { factTableNames, hashedTable } from '../../db/schema/facts.ts';
import { testShop } from '../../fixtures/shop.ts';
import { makeBigShop } from './big-shop.ts';
import type { Bench, Measure } from './measure.ts';

/** A million moves, half a million numbers of returns, credit notes, payouts and sales, and as many of entries. */
const bigShop = { returns: 125_000, linesEach: 4 };

/**
 * The check of a shop of a million moves through the shop's door, against SQLite's own integrity_check and a bare reading and hashing of the
 * very rows the chain covers; and the quick form of every start, against quick_check alone.
 */
export const verifyBench: Bench = {
  name: 'verify',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-verify-'));
    try {
      makeBigShop(folder, bigShop);
      const floor = floorOf(folder);
      const { fullMs, quickMs } = await verified(folder);
      return measures({ ...floor, fullMs, quickMs });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Times = {
  readonly rows: number;
  readonly floorMs: number;
  readonly quickFloorMs: number;
  readonly fullMs: number;
  readonly quickMs: number;
};

function measures({ rows, floorMs, quickFloorMs, fullMs, quickMs }: Times): Measure[] {
  const thousandsPerSecond = (ms: number): number => rows / ms;
  return [
    { what: 'verify 1,000,000 moves', unit: 's', ours: fullMs / 1000, floor: floorMs / 1000, aim: 'at most 3×' },
    {
      what: 'verify, rows a second',
      unit: 'k/s',
      ours: thousandsPerSecond(fullMs),
      floor: thousandsPerSecond(floorMs),
      aim: 'the same, turned over',
    },
    { what: 'verify, quick form', unit: 's', ours: quickMs / 1000, floor: quickFloorMs / 1000, aim: 'below 5 s' },
  ];
}

async function verified(folder: string): Promise<{ fullMs: number; quickMs: number }> {
  await using shop = testShop({ folder });
  const timed = async (quick: boolean): Promise<number> => {
    const started = performance.now();
    const { ok, checks } = await shop.call('care.verify', { quick });
    if (!ok) throw new Error(`the shop is not in order: ${JSON.stringify(checks.filter((check) => !check.ok))}`);
    return performance.now() - started;
  };
  return { quickMs: await timed(true), fullMs: await timed(false) };
}

function floorOf(folder: string): { rows: number; floorMs: number; quickFloorMs: number } {
  const raw = new Database(shopFile(folder), { readonly: true });
  try {
    const quickFloorMs = timed(() => raw.pragma('quick_check'));
    let rows = 0;
    const floorMs = timed(() => {
      raw.pragma('integrity_check');
      rows = hashAll(raw);
    });
    return { rows, floorMs, quickFloorMs };
  } finally {
    raw.close();
  }
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Gives the number of rows. */
function hashAll(raw: Database.Database): number {
  const hash = createHash('sha256');
  let rows = 0;
  for (const table of ['journal_of_events', ...factTableNames.map((name) => hashedTable(name).sqlName)])
    for (const row of raw.prepare(`SELECT * FROM ${table} ORDER BY rowid`).raw().iterate() as Iterable<unknown[]>) {
      hash.update(row.join('\n'));
      rows += 1;
    }
  hash.digest();
  return rows;
}

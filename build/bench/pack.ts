import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { type ExportFormat, exportFormats } from '../../contract/api/months.ts';
import { daysOfMonth, monthOf } from '../../contract/values/days.ts';
import { openReader } from '../../db/open.ts';
import { monthPackReads } from '../../db/queries/month-pack.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { compileProcesses } from '../compile/processes.ts';
import { firstDay, makeBigShop } from './big-shop.ts';
import type { Bench, Measure } from './measure.ts';
import type { PackAsked } from './pack-watched.ts';
import type { Watched } from './watched.ts';

/** Nine lines of the journal each: a month of 100,800. */
const returns = 11_200;
const month = monthOf(firstDay);
const rowsAtOnce = 1000;
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The pack of a month with more than 10,000 returns and 100,000 lines of the journal, written by a process of its own through the shop's
 * door, against its raw queries and csv-stringify over their rows as they come.
 */
export const packBench: Bench = {
  name: 'pack',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-pack-'));
    // As the program is shipped: run from its sources, Node's reading of TypeScript takes more memory than what is measured.
    const outFolder = join(root, 'out', 'bench');
    await compileProcesses({ root, outFolder }, { 'pack-watched': 'build/bench/pack-watched.ts' });
    const script = join(outFolder, 'pack-watched.js');
    const packFrom = (format: ExportFormat, zip: boolean) => watchedPack(script, { folder, month, format, zip });
    try {
      makeBigShop(folder, { returns, linesEach: 1, days: 31 });
      packFrom('csv', false);
      const floor = Math.min(floorOf(folder), floorOf(folder));
      return [
        ...measuresOf('csv', floor, packFrom('csv', false)),
        ...measuresOf('csv with a zip', floor, packFrom('csv', true)),
        ...exportFormats
          .filter((format) => format !== 'csv')
          .flatMap((format) => measuresOf(`${format} with a zip`, floor, packFrom(format, true))),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function measuresOf(what: string, floor: number, { ms, wait, memory }: Watched): Measure[] {
  return [
    { what: `pack of a month: ${what}`, unit: 'ms', ours: ms, floor, aim: what === 'csv' ? 'at most 3×' : '' },
    { what: `… longest wait of the counter: ${what}`, unit: 'ms', ...wait, aim: 'below 50 ms' },
    { what: `… memory of the process: ${what}`, unit: 'MB', ...memory, aim: 'below 300 MB' },
  ];
}

/** A process that does nothing else, so that its memory is the pack's. */
function watchedPack(script: string, asked: PackAsked): Watched {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, JSON.stringify(asked)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Watched;
}

/** Milliseconds of the queries of all tables of the pack, and of csv-stringify over what they give. */
function floorOf(folder: string): number {
  const connection = openReader(folder);
  const { accounts: _, ...tables } = monthPackReads(connection.orm);
  const started = performance.now();
  inSnapshot(connection, () => {
    for (const table of Object.values(tables))
      for (const batch of batchesOf(table(daysOfMonth(month)))) stringify(batch);
  });
  const ms = performance.now() - started;
  connection.raw.close();
  return ms;
}

function* batchesOf(rows: Iterable<object>): Generator<object[]> {
  let batch: object[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

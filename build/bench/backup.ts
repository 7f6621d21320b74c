import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyShop } from '../../db/backup.ts';
import { shopFile } from '../../db/open.ts';
import { syncFile } from '../../db/sync.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { backUp } from '../../shop/care/backup.ts';
import { makeBigShop } from './big-shop.ts';
import { type Bench, percentile, timeEach } from './measure.ts';

const returns = 20_000;
const rounds = 3;

/** A verified backup (copied, checked page by page, synced, its SHA-256 taken) against SQLite's copy alone, synced as well. */
export const backupBench: Bench = {
  name: 'backup',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-backup-'));
    try {
      makeBigShop(folder, { returns, linesEach: 4 });
      const megabytes = statSync(shopFile(folder)).size / 2 ** 20;
      const alone = join(folder, 'alone.db');
      const floor = await timeEach(rounds, () => {
        rmSync(alone, { force: true });
        copyShop({ folder, to: alone });
        syncFile(alone);
      });
      const ours = await timeEach(rounds, () => inThisThread(folder, (context) => backUp(context, {})));
      const rate = (times: readonly number[]): number => (1000 * megabytes) / percentile(times, 0.5);
      return [
        {
          what: `backup of ${megabytes.toFixed(0)} MB, beside VACUUM INTO alone`,
          unit: 'MB/s',
          ours: rate(ours),
          floor: rate(floor),
          aim: 'at least 0.3×',
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

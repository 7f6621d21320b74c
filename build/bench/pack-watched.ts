import { join } from 'node:path';
import type { ExportFormat } from '../../contract/api/months.ts';
import { testShop } from '../../fixtures/shop.ts';
import { type Watched, watched } from './watched.ts';

export type PackAsked = {
  readonly folder: string;
  readonly month: string;
  readonly format: ExportFormat;
  readonly zip: boolean;
};

/** Writes a pack while the counter goes on. */
async function watch({ folder, ...wanted }: PackAsked): Promise<Watched> {
  const shop = testShop({ folder });
  // The worker is there before it is measured, as after any report that was looked at.
  await shop.call('months.preview', { month: '2020-01' });
  const { result: _, ...went } = await watched(shop, () =>
    shop.call('months.export', { ...wanted, to: join(folder, 'exports', wanted.format) }),
  );
  await shop.close();
  return went;
}

console.log(JSON.stringify(await watch(JSON.parse(process.argv[2] ?? '{}'))));

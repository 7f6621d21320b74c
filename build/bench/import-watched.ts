import { randomUUID } from 'node:crypto';
import { testShop } from '../../fixtures/shop.ts';
import { type Watched, watched } from './watched.ts';

type ImportWatched = Watched & { readonly rows: number };

/** Reads a file of sales into a shop while the counter goes on. */
export async function importWatched(folder: string, path: string): Promise<ImportWatched> {
  const shop = testShop({ folder });
  await shop.call('settings.set', { timeZone: 'Europe/London', currency: 'GBP' });
  const { result, ...went } = await watched(shop, () =>
    shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' }),
  );
  await shop.close();
  return { rows: result.rowsRead, ...went };
}

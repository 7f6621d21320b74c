import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the shop's folder, by its path within it. */
export type ShopFile = { readonly path: string; readonly bytes: number };

/** They belong to who has the folder open, not to the shop. */
const lock = /^(shop|restoring)\.lock(-journal)?$/;

/** Every file of a shop's folder. Links are followed, so that the copy stands for itself; a link back to where it lies is left out. */
export function filesBelow(folder: string): ShopFile[] {
  const seen = new Set<string>();
  const walk = (below: string): ShopFile[] => {
    const real = realpathSync(join(folder, below));
    if (seen.has(real)) return [];
    seen.add(real);
    return readdirSync(real).flatMap((name): ShopFile[] => {
      const path = join(below, name);
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      if (found?.isDirectory()) return walk(path);
      if (!found?.isFile() || (below === '' && lock.test(name))) return [];
      return [{ path, bytes: found.size }];
    });
  };
  return walk('');
}

export function bytesOf(files: readonly ShopFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

import { isAbsolute, relative, resolve } from 'node:path';

export type Reach = { pick(path: string): void; allows(path: string): boolean };

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

/** What a window may have shown to the person: things below the shop's folder, and below what the person picked. */
export function reachOf(shopFolder: () => string): Reach {
  const picked = new Set<string>();
  return {
    pick: (path) => void picked.add(resolve(path)),
    allows: (path) => isAbsolute(path) && [shopFolder(), ...picked].some((folder) => isWithin(folder, resolve(path))),
  };
}

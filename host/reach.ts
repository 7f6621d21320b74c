import { isAbsolute, relative, resolve } from 'node:path';

export type Reach = {
  pick(path: string): void;
  /** Whether the person picked just that. */
  wasPicked(path: string): boolean;
  /** Whether a window may have it shown. */
  allows(path: string): Promise<boolean>;
};

type ReachOptions = {
  readonly shopFolder: () => string;
  /** The second backup folder that the shop's settings name; asked for only when nothing else allows a path. */
  readonly secondFolder: () => Promise<string>;
};

/** Whether a path is the folder itself or lies below it; both are whole paths. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

/**
 * What a window may have shown to the person: things below the shop's folder, below what the person picked, and below the second backup
 * folder, which somebody picked another day.
 */
export function reachOf({ shopFolder, secondFolder }: ReachOptions): Reach {
  const picked = new Set<string>();
  return {
    pick: (path) => void picked.add(resolve(path)),
    wasPicked: (path) => picked.has(resolve(path)),
    allows: async (path) => {
      if (!isAbsolute(path)) return false;
      const isBelow = (folder: string): boolean => isWithin(folder, resolve(path));
      if ([shopFolder(), ...picked].some(isBelow)) return true;
      const second = await secondFolder();
      return isAbsolute(second) && isBelow(resolve(second));
    },
  };
}

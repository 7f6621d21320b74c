import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';

type Place = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** Where the shop of this person lies when nobody names a folder: local data, never a folder that roams or syncs. */
export function defaultFolderIn({ platform, env, home }: Place): string {
  if (platform === 'win32') return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'Backshelf');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Backshelf');
  return posix.join(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'backshelf');
}

/** The folder that somebody named for this start, if anybody did. */
export function namedFolder(named?: string): string | undefined {
  const asked = named || process.env.BACKSHELF_DATA;
  return asked ? resolve(asked) : undefined;
}

export function defaultFolder(): string {
  return resolve(defaultFolderIn({ platform: process.platform, env: process.env, home: homedir() }));
}

/** The made-up shop lies beside the person's own and can be thrown away. */
export function demoFolder(folder: string): string {
  return `${folder}-demo`;
}

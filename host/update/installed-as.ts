import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InstalledAs } from '../../contract/update.ts';
import { isWithin } from '../reach.ts';

export type Running = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  /** The names of what lies beside the program. */
  readonly beside: readonly string[];
  /** What the packing wrote into the program's resources: `deb` in a package of that kind, else nothing. */
  readonly packageType: string;
};

export type Installation = {
  readonly installedAs: InstalledAs;
  /** The one file that is the whole program, where it is one: it is replaced as a file. */
  readonly ownFile?: string;
};

/**
 * How a packed program came onto this PC; nothing for one that was only unpacked, which nobody knows how to replace. What a variable says is
 * believed only where the program itself agrees: whatever another AppImage or portable program started has its variables too.
 */
export function installationOf(running: Running): Installation | undefined {
  const { platform, env, beside, packageType } = running;
  switch (platform) {
    case 'win32':
      if (beside.some((name) => /^Uninstall .*\.exe$/i.test(name))) return { installedAs: 'windows-installer' };
      if (!env.PORTABLE_EXECUTABLE_FILE) return undefined;
      return { installedAs: 'windows-portable', ownFile: env.PORTABLE_EXECUTABLE_FILE };
    case 'darwin':
      return { installedAs: 'mac-image' };
    case 'linux':
      if (packageType === 'deb') return { installedAs: 'linux-package' };
      if (!env.APPIMAGE || !env.APPDIR || !isWithin(env.APPDIR, running.execPath)) return undefined;
      return { installedAs: 'linux-appimage', ownFile: env.APPIMAGE };
    default:
      return undefined;
  }
}

/** What of this process and its folder says how it was installed. */
export function runningFrom(program: {
  readonly execPath: string;
  readonly resourcesFolder: string | undefined;
  readonly env: Running['env'];
  readonly platform: NodeJS.Platform;
}): Running {
  const { execPath, env, platform, resourcesFolder = '' } = program;
  return {
    platform,
    env,
    execPath,
    beside: orNothing(() => readdirSync(dirname(execPath))) ?? [],
    packageType: orNothing(() => readFileSync(join(resourcesFolder, 'package-type'), 'utf8').trim()) ?? '',
  };
}

function orNothing<Found>(look: () => Found): Found | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

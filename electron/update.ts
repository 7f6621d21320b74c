import { dirname, join } from 'node:path';
import { app, shell } from 'electron';
import type { InstalledAs, UpdateAbilities } from '../contract/update.ts';
import { type Installation, installationOf, runningFrom } from '../host/update/installed-as.ts';
import { obstacleTo } from '../host/update/obstacle.ts';
import { publicKeys } from '../host/update/public-keys.ts';
import { putInPlace } from '../host/update/replace-file.ts';
import { startApart } from '../host/update/start-apart.ts';
import { forgetUpdates, type TakenUpdate } from '../host/update/take-update.ts';
import { type UpdaterParts, updaterOf } from '../host/update/updater.ts';

/** How this program is installed; nothing for one that runs from its sources. */
export function installation(): Installation | undefined {
  if (!app.isPackaged) return undefined;
  const { execPath, resourcesPath: resourcesFolder, env, platform } = process;
  return installationOf(runningFrom({ execPath, resourcesFolder, env, platform }));
}

const endings: Readonly<Record<InstalledAs, string>> = {
  'windows-installer': 'exe',
  'windows-portable': 'exe',
  'mac-image': 'dmg',
  'linux-appimage': 'AppImage',
  'linux-package': 'deb',
};

/** By which ending the person finds the installer among other files. */
export const endingOf = (installedAs: InstalledAs): string => endings[installedAs];

/** A program that is one file starts anew from there, as soon as this one lets it. */
async function startAnew(taken: TakenUpdate, target: string): Promise<void> {
  await putInPlace(taken, target);
  app.releaseSingleInstanceLock();
  await startApart(target, []);
}

async function start(taken: TakenUpdate): Promise<void> {
  const { installedAs, ownFile = '' } = installation() ?? {};
  switch (installedAs) {
    case 'windows-installer':
      // It waits for this program to end, and does not ask again where to install.
      return startApart(taken.path, ['--updated']);
    case 'windows-portable':
      // Windows lets nobody write over a program that runs: the new one lies beside it, under its own name.
      return startAnew(taken, join(dirname(ownFile), taken.file));
    case 'linux-appimage':
      return startAnew(taken, ownFile);
    case 'mac-image':
    case 'linux-package': {
      const problem = await shell.openPath(taken.path);
      if (problem) throw new Error(problem);
      return;
    }
    default:
      throw new Error('Only an installed program is updated.');
  }
}

/** What an update needs of the shop. */
export type UpdatedShop = Pick<UpdaterParts, 'backUp' | 'closeShop' | 'reopenShop'> & {
  /** The person's own, also while the made-up one is open. */
  readonly shopFolder: () => string;
};
type Parts = UpdatedShop & Pick<UpdaterParts, 'pick'>;

/** Updates by a file, with what only Electron and the system can do. */
export function electronUpdates(parts: Parts): UpdateAbilities {
  const folder = join(app.getPath('userData'), 'updates');
  // What the last update was installed from.
  void forgetUpdates(folder);
  const archs = [process.arch, ...(app.runningUnderARM64Translation ? ['arm64'] : [])];
  return updaterOf({
    ...parts,
    taking: () => {
      const installedAs = installation()?.installedAs;
      return installedAs && { running: { version: app.getVersion(), installedAs, archs }, keys: publicKeys, folder };
    },
    obstacle: () =>
      obstacleTo({ installation: installation(), execPath: process.execPath, shopFolder: parts.shopFolder() }),
    start,
    quit: () => app.quit(),
  });
}

import type { InstalledAs, UpdateAbilities, UpdateRefusal } from '../../contract/update.ts';
import type { Obstacle } from './obstacle.ts';
import { isUnchanged, type TakenUpdate, type Taking, takeUpdate } from './take-update.ts';

export type UpdaterParts = {
  /** How it is installed and where copies go; nothing for a program that cannot be updated. */
  readonly taking: () => Taking | undefined;
  readonly pick: (from: 'file' | 'folder', installedAs: InstalledAs) => Promise<string | undefined>;
  readonly obstacle: () => Promise<Obstacle | undefined>;
  readonly backUp: () => Promise<boolean>;
  /** The shop's file is closed when it returns. */
  readonly closeShop: () => Promise<void>;
  readonly reopenShop: () => Promise<void>;
  /** Hands the copy to the system, or puts it in place. Throws when that does not work; the program still runs then. */
  readonly start: (taken: TakenUpdate) => Promise<void>;
  readonly quit: () => void;
};

/** Updates as a window asks for them: what it starts is what the person chose and this side has checked, whatever the window says. */
export function updaterOf(parts: UpdaterParts): UpdateAbilities {
  let taken: TakenUpdate | undefined;
  let isBusy = false;

  async function chosen(from: 'file' | 'folder'): ReturnType<UpdateAbilities['chooseUpdate']> {
    const taking = parts.taking();
    if (!taking) return { refused: { code: 'not-installed' } };
    const path = await parts.pick(from, taking.running.installedAs);
    if (path === undefined) return undefined;
    taken = undefined;
    const answer = await takeUpdate({ from, path }, taking);
    if ('refused' in answer) return answer;
    taken = answer.taken;
    return { found: { file: taken.file, version: taken.version } };
  }

  async function started(): Promise<UpdateRefusal | undefined> {
    if (!taken) throw new Error('An update was to be started before one was chosen.');
    const { file, version } = taken;
    const obstacle = await parts.obstacle();
    if (obstacle) return { code: obstacle, file, version };
    if (!(await parts.backUp())) return { code: 'backup-failed', file, version };
    await parts.closeShop();
    const code = await startedNow(taken);
    if (!code) return undefined;
    await parts.reopenShop();
    return { code, file, version };
  }

  /** Checked once more at the last moment: a backup takes its time. */
  async function startedNow(update: TakenUpdate): Promise<UpdateRefusal['code'] | undefined> {
    if (!(await isUnchanged(update))) return 'content-wrong';
    try {
      await parts.start(update);
    } catch {
      return 'cannot-start';
    }
    parts.quit();
    return undefined;
  }

  /** Two dialogs, or two installers, would get into each other's way: the second asks for nothing. */
  async function alone<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (isBusy) return undefined;
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  return {
    chooseUpdate: (from) => alone(() => chosen(from)),
    startUpdate: () => alone(started),
  };
}

import { existsSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stampOf } from '../contract/values/days.ts';
import { tryLock, whileLocked } from './lock.ts';
import { syncFile, syncFolder } from './sync.ts';
import { filesOf, isThere, remove, tidy } from './tidy.ts';

/**
 * Puts another file in the place of `shop.db` so that a kill or a power cut at any moment leaves the old shop or the new one. The new file
 * is made whole in `restoring/`. `restoring/ready.json` is the point of no return: it appears by one rename, and as long as it is there, the
 * next opening goes on where the last one stopped, before anything opens `shop.db`.
 *
 * | stopped                                     | `restoring/`        | `shop.db` and its log   | the next opening            |
 * |---------------------------------------------|---------------------|-------------------------|-----------------------------|
 * | while the new file is made                  | a part              | old, untouched          | removes the part: old shop  |
 * | after `ready.json`                          | new file, promise   | old, untouched          | does all of it: new shop    |
 * | between moving `shop.db`, `-wal` and `-shm` | new file, promise   | the rest of the old     | moves the rest, goes on     |
 * | after all were moved                        | new file, promise   | nothing                 | puts the new file in        |
 * | after the new file was put in               | promise             | new, never opened       | takes the promise away      |
 *
 * Whether `shop.db` is the old or the new file is told by `restoring/shop.db`: as long as that is there, what lies in the shop's folder is
 * old, and all of it is moved. Folders are synced between the rows, so that after a power cut no later row is seen without the earlier ones.
 */

/** They all move together, or committed work would be lost or met by another file. */
const fileNames = filesOf('shop.db');

/** Where the former file will lie: its folder within the shop's, and the whole path; no path when there is no former file. */
export type AsidePlace = { readonly aside: string; readonly movedTo?: string };

export type Preparation = {
  /** Where the new file is to be made, `restoring/shop.db`: one file of its own, closed, with nothing beside it. */
  readonly file: string;
  placeFor(at: string): AsidePlace;
  /**
   * The point of no return: the next opening puts the file in place. Nobody may have the shop's file open, and the shop's lock must be
   * held.
   */
  promise(place: AsidePlace): void;
  /** Whether the promise may have been given: from then on only the shop's file, opened again, tells. */
  mayBePromised(): boolean;
  /** Lets others prepare again. What was made and not promised is removed. Never throws. */
  end(): void;
};

/** Begins to make a new file for a shop, in an empty `restoring/`. Nothing when that is being done already, here or elsewhere. */
export function prepareSwap(folder: string): Preparation | undefined {
  const lock = tryLock(join(folder, 'restoring.lock'));
  if (!lock) return undefined;
  const restoring = restoringFolder(folder);
  try {
    // What was promised and could not be ended, as on a disk that fails, comes first.
    if (isThere(promiseFile(folder))) whileLocked(folder, () => finishSwap(folder));
    remove(restoring);
    mkdirSync(restoring);
  } catch (error) {
    lock.close();
    throw error;
  }
  const file = join(restoring, 'shop.db');
  let mayBePromised = false;
  return {
    file,
    placeFor: (at) => {
      const aside = asideFolder(folder, at);
      const hasFormer = fileNames.some((name) => existsSync(join(folder, name)));
      return hasFormer ? { aside, movedTo: join(folder, aside, 'shop.db') } : { aside };
    },
    promise: ({ aside }) => {
      assertAlone(file);
      syncFile(file);
      syncFolder(restoring);
      syncFolder(folder);
      mayBePromised = true;
      writePromise(folder, { aside });
    },
    mayBePromised: () => mayBePromised,
    end: () =>
      tidy(
        () => !isThere(promiseFile(folder)) && remove(restoring),
        () => lock.close(),
      ),
  };
}

/**
 * Ends a swap that was promised, however far it came before; else removes what was prepared and never promised. To be called with the
 * shop's lock held, before its file is opened. `step` hears of each row of the table above; tests stop there.
 */
export function finishSwap(folder: string, step: (name: string) => void = () => undefined): void {
  const restoring = restoringFolder(folder);
  if (!isThere(promiseFile(folder))) {
    tidy(() => forgetUnpromised(folder));
    return;
  }
  const file = join(restoring, 'shop.db');
  if (isThere(file)) {
    moveAside(folder, join(folder, readPromise(folder).aside), step);
    renameSync(file, join(folder, 'shop.db'));
    syncFolder(folder);
    syncFolder(restoring);
    step('put in place');
  }
  unlinkSync(promiseFile(folder));
  syncFolder(restoring);
  step('promise taken away');
  tidy(() => remove(restoring));
}

function moveAside(folder: string, aside: string, step: (name: string) => void): void {
  mkdirSync(aside, { recursive: true });
  syncFolder(dirname(aside));
  step('folder made');
  for (const name of fileNames) {
    const path = join(folder, name);
    if (!isThere(path)) continue;
    renameSync(path, join(aside, name));
    step(`${name} moved`);
  }
  syncFolder(aside);
  syncFolder(folder);
}

/** Somebody may be preparing while the shop cannot be opened: then it is no leftover. */
function forgetUnpromised(folder: string): void {
  const restoring = restoringFolder(folder);
  if (!existsSync(restoring)) return;
  const lock = tryLock(join(folder, 'restoring.lock'));
  if (!lock) return;
  try {
    remove(restoring);
  } finally {
    lock.close();
  }
}

function restoringFolder(folder: string): string {
  return join(folder, 'restoring');
}

function promiseFile(folder: string): string {
  return join(restoringFolder(folder), 'ready.json');
}

type Promised = { readonly aside: string };

function writePromise(folder: string, promised: Promised): void {
  const path = promiseFile(folder);
  writeFileSync(`${path}.tmp`, `${JSON.stringify(promised)}\n`, { flush: true });
  renameSync(`${path}.tmp`, path);
  syncFolder(restoringFolder(folder));
}

/** That the promise is there is what counts. Where it cannot be read any more, the folder's name comes from its time. */
function readPromise(folder: string): Promised {
  const path = promiseFile(folder);
  try {
    const { aside } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Promised>;
    if (typeof aside === 'string' && aside !== '') return { aside };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { aside: asideName(folder, new Date(statSync(path).mtimeMs).toISOString()) };
}

/** A folder that does not exist yet. */
function asideFolder(folder: string, at: string): string {
  const first = asideName(folder, at);
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? first : `${first}-${n}`;
    if (!existsSync(join(folder, name))) return name;
  }
}

/** Among the backups, unless they lie on another disk: what is moved there must get there by a rename. */
function asideName(folder: string, at: string): string {
  const name = `set-aside-${stampOf(at)}`;
  const backups = statSync(join(folder, 'backups'), { throwIfNoEntry: false });
  return !backups || backups.dev === statSync(folder).dev ? join('backups', name) : name;
}

function assertAlone(file: string): void {
  for (const beside of ['-wal', '-journal'].map((end) => `${file}${end}`))
    if (existsSync(beside)) throw new Error(`${beside} is left: the new file is not closed`);
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const windowFile = 'window.json';
const askedFile = 'asked';

/** Where the windows of one shop's folder meet: not in the folder itself, which may be read-only or gone. */
export function meetingPlace(folder: string): string {
  return join(tmpdir(), `backshelf-window-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`);
}

/** A window that lives and does not hear within this hangs, or is no window of ours at all. */
const hearWithinMs = 3000;
const lookEveryMs = 50;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function windowAt(place: string): number | undefined {
  try {
    const { pid } = JSON.parse(readFileSync(join(place, windowFile), 'utf8')) as { pid?: unknown };
    return typeof pid === 'number' && pid !== process.pid && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks the window that has this folder open to come to the front, where one lives and hears. It takes the question away to say that it
 * did; otherwise the caller opens a window of its own, and the lock of the shop's file decides.
 */
export async function askFirstWindow(folder: string): Promise<boolean> {
  const place = meetingPlace(folder);
  if (windowAt(place) === undefined) return false;
  const asked = join(place, askedFile);
  writeFileSync(asked, '');
  for (let waited = 0; waited < hearWithinMs; waited += lookEveryMs) {
    await wait(lookEveryMs);
    if (!existsSync(asked)) return true;
  }
  rmSync(asked, { force: true });
  return false;
}

/** Says that this process is the window of the folder, and hears when it is asked to come to the front. Gives the way to stop. */
export function hearSecondStarts(folder: string, show: () => void): () => void {
  const place = meetingPlace(folder);
  const asked = join(place, askedFile);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  rmSync(asked, { force: true });
  writeFileSync(join(place, windowFile), JSON.stringify({ pid: process.pid }));
  const watcher = watch(place, () => {
    if (!existsSync(asked)) return;
    rmSync(asked, { force: true });
    show();
  });
  return () => {
    watcher.close();
    rmSync(place, { recursive: true, force: true });
  };
}

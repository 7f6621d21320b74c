import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { MoveUnfit } from '../../contract/move.ts';
import { networkShare } from '../../db/place.ts';
import { syncedBy } from '../care/place.ts';
import { isRemovable } from './drive.ts';
import { bytesOf, filesBelow } from './files.ts';

/** Lies in a folder while a shop is being copied there, and says whose it will be. */
export const markName = 'moving.json';

/** Longest name below the shop's folder, with room for what SQLite puts beside a file. */
const longestBelow = 100;
/** SQLite takes 512 bytes on other systems; Windows' own limit is 260 characters. */
const longestPath = process.platform === 'win32' ? 259 : 511;
/** The copy grows while it is checked, and backups go on. */
const spareBytes = 64 * 1024 * 1024;

export type Places = { readonly from: string; readonly to: string };

/** Why a folder cannot take the shop in; nothing when it can. */
export function unfitness({ from, to }: Places): MoveUnfit | undefined {
  if (!isAbsolute(to) || !statSync(to, { throwIfNoEntry: false })?.isDirectory()) return { why: 'no-folder' };
  if (!isWritable(to)) return { why: 'not-writable' };
  if (isNested({ from, to })) return { why: 'nested' };
  if (networkShare(to) !== undefined) return { why: 'network-share' };
  if (isRemovable(realpathSync.native(to))) return { why: 'removable' };
  const program = syncedBy(to);
  if (program !== undefined) return { why: 'synced', detail: program };
  if (Buffer.byteLength(to) + longestBelow > longestPath) return { why: 'too-long' };
  if (!isEmpty(to) && !isBrokenOff({ from, to })) return { why: 'not-empty' };
  return tooLittleRoom({ from, to });
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * One within the other, whatever links lead there; also within what lies beside the shop under its name, and within the program's own folder,
 * which an installer empties.
 */
function isNested({ from, to }: Places): boolean {
  const [old, fresh] = [realpathSync.native(from), realpathSync.native(to)];
  const program = dirname(realpathSync.native(process.execPath));
  return [old, `${old}-demo`, `${old}-window`, program].some((ours) => isWithin(ours, fresh)) || isWithin(fresh, old);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

/** What systems put into folders by themselves is nothing. */
const nothing = ['.DS_Store', 'desktop.ini', 'Thumbs.db'];

function isEmpty(folder: string): boolean {
  return readdirSync(folder).every((name) => nothing.includes(name));
}

/** A copy of this same shop that was broken off: it may be begun again over what it left. */
function isBrokenOff({ from, to }: Places): boolean {
  const mark = join(to, markName);
  if (!existsSync(mark)) return false;
  try {
    return (JSON.parse(readFileSync(mark, 'utf8')) as { from?: unknown }).from === resolve(from);
  } catch {
    return false;
  }
}

function tooLittleRoom({ from, to }: Places): MoveUnfit | undefined {
  const { bavail, bsize } = statfsSync(to);
  const missing = bytesOf(filesBelow(from)) + spareBytes - bavail * bsize;
  return missing > 0 ? { why: 'no-room', detail: String(missing) } : undefined;
}

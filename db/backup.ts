import type Database from 'better-sqlite3';
import { CannotOpen } from './cannot-open.ts';
import { CheckedDatabase } from './database.ts';
import { applicationId, knownVersion } from './migrate.ts';
import { shopFile } from './open.ts';
import { type History, historyReads } from './queries/history.ts';

export type CopyHead = ReturnType<History['head']>;

/**
 * Writes the shop as it is at one moment into a new file. A connection of its own: the reader's may write nothing at all, not even
 * there; and a writer goes on beside it undisturbed.
 */
export function copyShop({ folder, to }: { readonly folder: string; readonly to: string }): void {
  const raw = new CheckedDatabase(shopFile(folder), { readonly: true, timeout: 5000 });
  try {
    raw.prepare('VACUUM INTO ?').run(to);
  } finally {
    raw.close();
  }
}

/** Reads a copy again and gives the head of its chain. Throws CannotOpen when it is not a whole shop of ours, or newer than we are. */
export function checkCopy(path: string): CopyHead {
  return lookInto(path, (raw) => {
    const found = raw.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new CannotOpen('damaged', path, String(found));
    return historyReads(raw).head();
  });
}

/** Looks into a file that may be a shop of ours, without a trace. Throws CannotOpen when it is not, or newer than we are. */
export function lookInto<T>(path: string, look: (raw: Database.Database) => T): T {
  const raw = new CheckedDatabase(path, { readonly: true, fileMustExist: true });
  try {
    if (raw.pragma('application_id', { simple: true }) !== applicationId) throw new CannotOpen('foreign-file', path);
    const version = Number(raw.pragma('user_version', { simple: true }));
    if (version > knownVersion()) throw new CannotOpen('newer-file', path, `version ${version}`);
    return look(raw);
  } finally {
    raw.close();
  }
}

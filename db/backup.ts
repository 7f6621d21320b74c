import Database from 'better-sqlite3';
import { noHash } from './chain.ts';
import { applicationId } from './migrate.ts';
import { shopFile } from './open.ts';

export type CopyHead = { readonly seq: number; readonly hash: string };

/**
 * Writes the shop as it is at one moment into a new file. A connection of its own: the reader's may write nothing at all, not even
 * there; and a writer goes on beside it undisturbed.
 */
export function copyShop({ folder, to }: { readonly folder: string; readonly to: string }): void {
  const raw = new Database(shopFile(folder), { readonly: true, timeout: 5000 });
  try {
    raw.prepare('VACUUM INTO ?').run(to);
  } finally {
    raw.close();
  }
}

/** Reads a copy again and gives the head of its chain. Throws when it is not a whole shop of ours. */
export function checkCopy(path: string): CopyHead {
  const raw = new Database(path, { readonly: true, fileMustExist: true });
  try {
    if (raw.pragma('application_id', { simple: true }) !== applicationId) throw new Error(`${path} is no shop of ours`);
    const found = raw.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`${path} is damaged: ${found}`);
    const head = raw.prepare('SELECT seq, hash FROM journal_of_events ORDER BY seq DESC LIMIT 1').get();
    return (head as CopyHead | undefined) ?? { seq: 0, hash: noHash };
  } finally {
    raw.close();
  }
}

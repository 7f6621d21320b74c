import Database from 'better-sqlite3';

/** The write-ahead log: how many pages lie in it, and how many of them are in the file already. */
export type LogState = { readonly pages: number; readonly copied: number };

type Counted = { readonly log: number; readonly checkpointed: number };

/** Asks for the state of the log without touching it: a few microseconds, so that it can be asked after every commit. */
export function logStateOf(raw: Database.Database): () => LogState {
  const asked = raw.prepare<[], Counted>('PRAGMA wal_checkpoint(NOOP)');
  return () => stateOf(asked.get());
}

/**
 * Copies what lies in the log into the file, while others read and write. Once all of it is there, the next write begins the log again
 * from its start.
 */
export function copyLog(raw: Database.Database): void {
  withoutWaiting(raw, 'PASSIVE');
}

/**
 * Copies the log into the file and empties it. Waits for no reader: the counter comes first. What a long read or a full disk leaves in the
 * log is not lost, and goes into the file another time.
 */
export function emptyLog(raw: Database.Database): void {
  withoutWaiting(raw, 'TRUNCATE');
}

function withoutWaiting(raw: Database.Database, how: 'PASSIVE' | 'TRUNCATE'): void {
  const waits = raw.pragma('busy_timeout', { simple: true });
  raw.pragma('busy_timeout = 0');
  try {
    raw.pragma(`wal_checkpoint(${how})`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    raw.pragma(`busy_timeout = ${waits}`);
  }
}

/** A file without a log answers −1. */
function stateOf(counted: Counted | undefined): LogState {
  return { pages: Math.max(counted?.log ?? 0, 0), copied: Math.max(counted?.checkpointed ?? 0, 0) };
}

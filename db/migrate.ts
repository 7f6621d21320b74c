import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { CannotOpen } from './cannot-open.ts';
import { CheckedDatabase } from './database.ts';
import { syncFile, syncFolder } from './sync.ts';
import { remove, tidy } from './tidy.ts';

/** `BSHF`: marks a file as a shop of ours. */
export const applicationId = 0x42534846;

export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

type MigrationJournal = { readonly entries: readonly { readonly tag: string }[] };

/** The schema version this program writes: the number of its migrations. */
export function knownVersion(migrations = migrationsFolder): number {
  const journal = JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')) as MigrationJournal;
  return journal.entries.length;
}

export type Migration = { readonly raw: Database.Database; readonly folder: string; readonly migrations?: string };

/**
 * Brings a file to this program's version. A file that is in use is first kept as a backup, then the whole migration is rehearsed
 * on a copy: only when that went well is the file itself touched. Throws CannotOpen, or what the disk said, with the file as it was.
 */
export function migrateFile({ raw, folder, migrations = migrationsFolder }: Migration): void {
  const version = Number(raw.pragma('user_version', { simple: true }));
  if (version === knownVersion(migrations)) return;
  try {
    if (version > 0) rehearse({ raw, folder, migrations, version });
    migrateWithKeysOff(raw, migrations);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (diskSays.some((known) => code.startsWith(known))) throw error;
    throw new CannotOpen('migration-failed', folder, message);
  }
}

/** Codes that tell of the disk, not of the migration. */
const diskSays = [
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'ENOSPC',
  'EROFS',
  'EACCES',
  'EPERM',
];

/** Both copies have temporary names of their own until they are whole, and are gone: what a killed program leaves is replaced by the next. */
function rehearse({ raw, folder, migrations, version }: Required<Migration> & { version: number }): void {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const kept = join(backups, 'before-migration.db.tmp');
  copyInto(raw, kept);
  syncFile(kept);
  const stamp = new Date().toISOString().replace(/[:.]/g, '');
  renameSync(kept, join(backups, `before-migration-${version}-${stamp}.db`));
  syncFolder(backups);

  const trial = join(backups, 'trial.db.tmp');
  copyInto(raw, trial);
  const copy = new CheckedDatabase(trial);
  try {
    migrateWithKeysOff(copy, migrations);
  } finally {
    copy.close();
    tidy(() => forget(trial));
  }
}

function copyInto(raw: Database.Database, path: string): void {
  forget(path);
  try {
    raw.prepare('VACUUM INTO ?').run(path);
  } catch (error) {
    tidy(() => forget(path));
    throw error;
  }
}

/** With the journal beside it, which would be played into the next copy of that name. */
function forget(path: string): void {
  for (const part of [path, `${path}-journal`]) remove(part);
}

/**
 * Foreign keys go off outside of the transaction: inside it the pragma does nothing, and rebuilding a table would delete the rows
 * that point to it.
 */
function migrateWithKeysOff(raw: Database.Database, migrations: string): void {
  raw.pragma('foreign_keys = OFF');
  try {
    raw.exec('BEGIN IMMEDIATE');
    runMigrations(raw, { migrations });
    raw.exec('COMMIT');
  } finally {
    tidy(
      () => raw.inTransaction && raw.exec('ROLLBACK'),
      () => raw.pragma('foreign_keys = ON'),
    );
  }
}

/**
 * Drizzle's files, journal and table of what has run, in a transaction of our own: Drizzle's has the version and the marks of the file
 * outside of it, and when a full disk ends it, reports that it could not roll back.
 */
export function runMigrations(
  raw: Database.Database,
  { migrations = migrationsFolder, upTo = knownVersion(migrations) }: { migrations?: string; upTo?: number },
): void {
  raw.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const last = Number(raw.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0);
  const done = raw.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: migrations }).slice(0, upTo)) {
    if (folderMillis <= last) continue;
    // A migration may widen a CHECK in the schema itself, which the connection otherwise defends.
    raw.unsafeMode(true);
    try {
      for (const statement of sql) raw.exec(statement);
    } finally {
      raw.unsafeMode(false);
    }
    done.run(hash, folderMillis);
  }
  const broken = raw.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows point nowhere after the migration`);
  raw.pragma(`application_id = ${applicationId}`);
  raw.pragma(`user_version = ${upTo}`);
}

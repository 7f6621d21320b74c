import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { CannotOpen } from './cannot-open.ts';

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
 * on a copy: only when that went well is the file itself touched. Throws CannotOpen with the file as it was.
 */
export function migrateFile({ raw, folder, migrations = migrationsFolder }: Migration): void {
  const version = Number(raw.pragma('user_version', { simple: true }));
  if (version === knownVersion(migrations)) return;
  try {
    if (version > 0) rehearse({ raw, folder, migrations, version });
    migrateWithKeysOff(raw, migrations);
  } catch (error) {
    throw new CannotOpen('migration-failed', folder, error instanceof Error ? error.message : String(error));
  }
}

function rehearse({ raw, folder, migrations, version }: Required<Migration> & { version: number }): void {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const stamp = new Date().toISOString().replace(/[:.]/g, '');
  raw.prepare('VACUUM INTO ?').run(join(backups, `before-migration-${version}-${stamp}.db`));
  const trial = join(backups, `trial-${stamp}.db`);
  raw.prepare('VACUUM INTO ?').run(trial);
  const copy = new Database(trial);
  try {
    migrateWithKeysOff(copy, migrations);
  } finally {
    copy.close();
    rmSync(trial, { force: true });
  }
}

/**
 * Foreign keys go off outside of `migrate()`: inside its transaction the pragma does nothing, and rebuilding a table would delete
 * the rows that point to it.
 */
function migrateWithKeysOff(raw: Database.Database, migrations: string): void {
  raw.pragma('foreign_keys = OFF');
  try {
    migrate(drizzle(raw), { migrationsFolder: migrations });
    const broken = raw.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows point nowhere after the migration`);
    raw.pragma(`application_id = ${applicationId}`);
    raw.pragma(`user_version = ${knownVersion(migrations)}`);
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

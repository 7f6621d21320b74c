import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { CannotOpen } from './cannot-open.ts';
import { knownVersion, migrateFile, migrationsFolder } from './migrate.ts';

/** Our migrations and one more. */
function migrationsWith(statements: readonly string[]): string {
  const folder = temporaryFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8'));
  const idx = journal.entries.length;
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx, when: last.when + 1, tag: `000${idx}_next` });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(folder, `000${idx}_next.sql`), statements.join('\n--> statement-breakpoint\n'));
  return folder;
}

/** A file at our version, with a parent that has children which would vanish with it. */
function oldShop(): { folder: string; raw: Database.Database } {
  const folder = temporaryFolder();
  const raw = new Database(join(folder, 'shop.db'));
  migrateFile({ raw, folder });
  raw.exec(`CREATE TABLE shelves (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE boxes (id INTEGER PRIMARY KEY, shelf_id INTEGER NOT NULL REFERENCES shelves (id) ON DELETE CASCADE);
    INSERT INTO shelves VALUES (1, 'top'), (2, 'bottom');
    INSERT INTO boxes VALUES (1, 1), (2, 2), (3, 2);`);
  return { folder, raw };
}

/** The way SQLite tells us to rebuild a table: a new one, copied, the old one dropped. */
const rebuild = [
  'CREATE TABLE shelves_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, height INTEGER) STRICT',
  'INSERT INTO shelves_new SELECT id, name, NULL FROM shelves',
  'DROP TABLE shelves',
  'ALTER TABLE shelves_new RENAME TO shelves',
];

test('a table rebuilt under its children keeps them, and the file is kept as it was before', () => {
  const { folder, raw } = oldShop();
  const migrations = migrationsWith(rebuild);
  migrateFile({ raw, folder, migrations });
  expect(raw.prepare('SELECT * FROM boxes').all()).toHaveLength(3);
  expect(raw.prepare('SELECT * FROM shelves').all()).toEqual([
    { id: 1, name: 'top', height: null },
    { id: 2, name: 'bottom', height: null },
  ]);
  const pragmas = ['user_version', 'foreign_keys'].map((name) => raw.pragma(name, { simple: true }));
  expect(pragmas).toEqual([knownVersion() + 1, 1]);
  raw.close();

  const [backup = '', ...others] = readdirSync(join(folder, 'backups'));
  expect([backup.startsWith(`before-migration-${knownVersion()}-`), others]).toEqual([true, []]);
  const kept = new Database(join(folder, 'backups', backup), { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(knownVersion());
  expect(kept.prepare('SELECT count(*) FROM boxes').pluck().get()).toBe(3);
  kept.close();
});

test('the same rebuild with foreign keys left on loses the children: the precaution is needed', () => {
  const { raw } = oldShop();
  raw.pragma('foreign_keys = ON');
  raw.transaction(() => {
    raw.pragma('foreign_keys = OFF');
    for (const statement of rebuild) raw.exec(statement);
  })();
  expect(raw.prepare('SELECT * FROM boxes').all()).toEqual([]);
  raw.close();
});

test.each([
  ['an error in its last statement', [...rebuild, 'CREATE TABLE shelves (again)']],
  ['rows that point nowhere', ['INSERT INTO boxes VALUES (4, 99)']],
])('a migration with %s leaves the file at its version, byte for byte', (_, statements) => {
  const { folder, raw } = oldShop();
  raw.close();
  const path = join(folder, 'shop.db');
  const before = readFileSync(path);
  const migrations = migrationsWith(statements);
  const again = new Database(path);
  expect(() => migrateFile({ raw: again, folder, migrations })).toThrow(CannotOpen);
  expect(again.inTransaction).toBe(false);
  migrateFile({ raw: again, folder });
  expect(again.prepare('SELECT count(*) FROM boxes').pluck().get()).toBe(3);
  again.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('trial'))).toEqual([]);
});

test('a new file gets no backup, and migrating twice does nothing', () => {
  const folder = temporaryFolder();
  const raw = new Database(join(folder, 'shop.db'));
  migrateFile({ raw, folder });
  const schema = raw.prepare('SELECT * FROM sqlite_schema').all();
  migrateFile({ raw, folder });
  expect(raw.prepare('SELECT * FROM sqlite_schema').all()).toEqual(schema);
  expect(existsSync(join(folder, 'backups'))).toBe(false);
  raw.close();
});

import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { CannotOpen } from './cannot-open.ts';
import { CheckedDatabase } from './database.ts';
import { knownVersion, runMigrations } from './migrate.ts';

/**
 * SHA-256 of the schema of each version, the first one first. Looking is quicker than migrating an empty file at every opening;
 * `db/fingerprint.test.ts` holds each against what the migrations make.
 */
export const fingerprints: readonly string[] = [
  '0ab552708d10b8aef20614c33c4bd336e04585d9a572257b4063e3413f728c37',
  '4183188173c01c802e1da89be4935495964937bb36c30503d1c1a3c5300c0992',
  'a870123fe95f3ea73b5dc0326593399a982307b2f364e39841039afc23fcdfc4',
  '6dbe43bed7007ef998ccf6ca6fd6fe13fbf78ee003d6c53227115016570b9efa',
  'd39d2c8d0457c74af79db7cdd8cd95a6ee03ef226ea816fffaf526df181bb3bb',
  'cfe50f2ed62184c030e9a611df5e31df2bad5030d17f34b8bf517832431617d0',
  '12a4f29b303aa46e2782bfee392bb2357144da4b2e1ad3e5991a38a6abb62769',
];

/** Every table, index, view and trigger with its text, by `type name`. What SQLite adds for itself and for the search is left out. */
export function schemaOf(raw: Database.Database): ReadonlyMap<string, string> {
  const rows = raw
    .prepare(
      `SELECT type || ' ' || name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' AND name NOT LIKE 'find@_names@_%' ESCAPE '@' ORDER BY 1`,
    )
    .raw()
    .all();
  return new Map(rows as [string, string][]);
}

/** The schema as this program's migrations make it, up to a version. */
export function freshSchema(version = knownVersion()): ReadonlyMap<string, string> {
  const raw = new CheckedDatabase(':memory:');
  try {
    runMigrations(raw, { upTo: version });
    return schemaOf(raw);
  } finally {
    raw.close();
  }
}

export function fingerprintOf(schema: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of schema) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex');
}

/** Throws when a file's schema is not the one of its version: somebody has changed it, and its books guard themselves no longer. */
export function assertUnaltered(raw: Database.Database, path: string): void {
  const version = Number(raw.pragma('user_version', { simple: true }));
  const differences = version === 0 ? [] : alterations(schemaOf(raw), version);
  if (differences.length === 0) return;
  const detail = differences.map(([problem, name]) => `${problem === 'altered' ? 'changed' : problem}: ${name}`);
  throw new CannotOpen('altered', path, detail.join(', '));
}

type SchemaDifference = readonly [problem: 'missing' | 'extra' | 'altered', name: string];

/** What a schema has otherwise than this program's migrations make it, up to a version. */
export function alterations(
  schema: ReadonlyMap<string, string>,
  version = knownVersion(),
): readonly SchemaDifference[] {
  return fingerprintOf(schema) === fingerprints[version - 1] ? [] : schemaDifferences(schema, freshSchema(version));
}

/** What a schema lacks of the one it should be, what it has beyond that, and what is of other words. */
function schemaDifferences(
  found: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): readonly SchemaDifference[] {
  const of = (problem: SchemaDifference[0], names: Iterable<string>, differs: (name: string) => boolean) =>
    [...names].filter(differs).map((name): SchemaDifference => [problem, name]);
  return [
    ...of('missing', expected.keys(), (name) => !found.has(name)),
    ...of('extra', found.keys(), (name) => !expected.has(name)),
    ...of('altered', expected.keys(), (name) => found.has(name) && found.get(name) !== expected.get(name)),
  ];
}

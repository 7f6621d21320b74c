import Database from 'better-sqlite3';
import { getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshSchema } from '../fingerprint.ts';
import { runMigrations } from '../migrate.ts';
import { cachedColumns, factTableNames, factTables, hashedTable } from '../schema/facts.ts';

let raw: Database.Database;
beforeAll(() => {
  raw = new Database(':memory:');
  runMigrations(raw, {});
});
afterAll(() => raw.close());

const triggers = (): { name: string; table: string; sql: string }[] =>
  raw
    .prepare(`SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)
    .all() as never;

/** Every table of the file but those of settings, drafts, master data, sums, packs handed out, guesses, search and SQLite's own. */
function factTablesInFile(): string[] {
  const others = [
    'settings',
    'drafts',
    'products',
    'customers',
    'suppliers',
    'product_barcodes',
    'import_mappings',
    'import_traces',
    'stock_balances',
    'account_totals',
    'month_packs',
    'chart_accounts',
    'role_permissions',
    'staff_guesses',
    '__drizzle_migrations',
  ];
  return [...freshSchema().keys()]
    .flatMap((key) => /^table (?!find_names)(\w+)$/.exec(key)?.[1] ?? [])
    .filter((table) => !others.includes(table));
}

describe('no table of facts is without its guards', () => {
  test('the facts of the chain are the tables that are guarded', () => {
    const chained = ['journal_of_events', ...factTableNames.map((name) => hashedTable(name).sqlName)];
    expect(factTablesInFile().sort()).toEqual(chained.sort());
  });

  test.each(['kept', 'stays', 'once', 'in_order', 'unmoved'])('%s', (guard) => {
    const there = triggers().map(({ name }) => name);
    expect(factTablesInFile().filter((table) => !there.includes(`${table}_${guard}`))).toEqual([]);
  });

  test('every fact but the event itself belongs to the event being written', () => {
    const there = triggers().map(({ name }) => name);
    const facts = factTablesInFile().filter((table) => table !== 'journal_of_events');
    expect(facts.filter((table) => !there.includes(`${table}_posted`))).toEqual([]);
  });

  test('every fact with a day is kept out of closed months, but rows of files without a side here', () => {
    const there = triggers().map(({ name }) => name);
    const dated = factTableNames
      .filter((name) => ['day', 'month'].some((column) => column in getTableColumns(factTables[name])))
      .map((name) => hashedTable(name).sqlName);
    expect(dated.filter((table) => !there.includes(`${table}_month_open`))).toEqual([
      'stock_adjustments',
      'sale_refunds',
      'wallet_lines',
    ]);
  });

  test('every cached sum begins at nothing: the stage as a draft, all others at nought; only due times are set by the shop', () => {
    const begins = triggers().filter(({ name }) => name.endsWith('_bare') || name === 'returns_fit');
    const unguarded = Object.entries(cachedColumns).flatMap(([name, columns]) => {
      const table = hashedTable(name as keyof typeof factTables).sqlName;
      const all = getTableColumns(factTables[name as keyof typeof factTables]) as Record<string, { name: string }>;
      const text = begins.map((trigger) => (trigger.table === table ? trigger.sql : '')).join('\n');
      return columns
        .map((key) => all[key]?.name ?? key)
        .filter((column) => !new RegExp(`NEW\\.${column} (<>|IS NOT NULL)`).test(text))
        .map((column) => `${table}.${column}`);
    });
    expect(unguarded).toEqual(['returns.due_at', 'repair_tickets.due_at']);
  });
});

describe('no trigger looks through a table', () => {
  test('every statement of every trigger finds its rows by an index', () => {
    // A file is taken back rarely, and what it brought is everywhere. The coins of a count are in its own row.
    const often = triggers().filter(({ table }) => table !== 'import_undos');
    const scans = often.flatMap(({ name, sql }) =>
      statementsOf(sql).flatMap((statement) =>
        planOf(statement)
          .filter((step) => /^SCAN (?!CONSTANT ROW|so_far$|json_each VIRTUAL TABLE)/.test(step))
          .map((step) => `${name}: ${step} in ${statement}`),
      ),
    );
    expect(scans).toEqual([]);
  });

  test('a statement that does would be seen', () => {
    expect(planOf('SELECT 1 FROM payouts WHERE tender = NEW.tender')).toEqual(['SCAN payouts']);
  });

  /** The condition of a trigger and the statements of its body. */
  function statementsOf(trigger: string): string[] {
    const [, when, body = ''] =
      /^CREATE TRIGGER[^;]*?(?:\sWHEN\s([^;]*?))?\sBEGIN\s(.*?);?\s*END$/s.exec(trigger) ?? [];
    if (body === '') throw new Error(`not understood: ${trigger}`);
    return [...(when ? [`SELECT ${when}`] : []), ...body.split(/;\s*/)].filter((text) => text.trim() !== '');
  }

  /** How SQLite would run it; what a trigger alone may say is put as a value that is given. */
  function planOf(statement: string): string[] {
    const plain = statement
      .replace(/RAISE\(ABORT, '[^']*'\)/g, '1')
      .replace(/\b(NEW|OLD)\.(\w+)/g, (_, which: string, column: string) => `@${which}_${column}`);
    const plan = raw.prepare(`EXPLAIN QUERY PLAN ${plain}`);
    const names = [...plain.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]);
    return (plan.all(Object.fromEntries(names)) as { detail: string }[]).map(({ detail }) => detail);
  }
});

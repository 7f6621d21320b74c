import type Database from 'better-sqlite3';

export function lastRow(raw: Database.Database, table: string): number {
  return Number(raw.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get());
}

/**
 * The first row of a fact table that belongs to that event or to a later one, found by halving: rows lie in the order of their events, and
 * for what is seldom asked no index has to be kept.
 */
export function firstRowOf(raw: Database.Database, table: string, seq: number): number {
  return firstRowFrom(raw, { table, column: 'event_seq', least: seq });
}

/** The first event of that day or a later one; business days never run backward. */
export function firstEventOf(raw: Database.Database, day: string): number {
  return firstRowFrom(raw, { table: 'journal_of_events', column: 'day', least: day });
}

type Halving = { readonly table: string; readonly column: string; readonly least: number | string };

function firstRowFrom(raw: Database.Database, { table, column, least }: Halving): number {
  const rowFrom = raw.prepare(`SELECT rowid AS id, ${column} AS value FROM ${table} WHERE rowid >= ? LIMIT 1`);
  let [low, high] = [1, lastRow(raw, table) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = rowFrom.get(middle) as { id: number; value: number | string } | undefined;
    if (row === undefined || row.value >= least) high = middle;
    else low = row.id + 1;
  }
  return low;
}

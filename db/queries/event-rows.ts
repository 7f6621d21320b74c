import type Database from 'better-sqlite3';

export function lastRow(raw: Database.Database, table: string): number {
  return Number(raw.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get());
}

/**
 * The first row of a fact table that belongs to that event or to a later one, found by halving: rows lie in the order of their events, and
 * for what is seldom asked no index has to be kept.
 */
export function firstRowOf(raw: Database.Database, table: string, seq: number): number {
  const rowFrom = raw.prepare(`SELECT rowid AS id, event_seq AS eventSeq FROM ${table} WHERE rowid >= ? LIMIT 1`);
  let [low, high] = [1, lastRow(raw, table) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = rowFrom.get(middle) as { id: number; eventSeq: number } | undefined;
    if (row === undefined || row.eventSeq >= seq) high = middle;
    else low = row.id + 1;
  }
  return low;
}

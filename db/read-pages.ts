import type Database from 'better-sqlite3';
import { inSnapshot } from './snapshot.ts';

/**
 * Reads every page and says what does not fit, at most ten lines, or `ok`; `quick_check` without comparing indexes with their tables. FTS5
 * keeps what it knew of its segments when it was last searched, and would call those damaged that another connection has written since. So it is
 * searched just before, at the same moment of the file.
 */
export function readPages(raw: Database.Database, check: 'integrity_check' | 'quick_check'): string[] {
  const read = (): string[] => {
    lookAnew(raw);
    return (raw.pragma(`${check}(10)`) as Record<typeof check, string>[]).map((row) => row[check]);
  };
  return raw.inTransaction ? read() : inSnapshot({ raw }, read);
}

function lookAnew(raw: Database.Database): void {
  try {
    raw.prepare(`SELECT rowid FROM find_names WHERE find_names MATCH 'a' LIMIT 1`).get();
  } catch {
    // What is damaged is told by the check itself.
  }
}

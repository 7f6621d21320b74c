import type { WorkRow } from './work-rows.ts';

type Waiting = Pick<WorkRow, 'key' | 'dueAt'>;

/**
 * Sees what becomes overdue while the window is open: each thing once. What was late already when it was first seen has been told by the
 * list itself.
 */
export class OverdueWatch {
  readonly #inTime = new Map<string, string>();

  /** What stands in the list now; gives what was in time at the last look and no longer is. */
  look<Row extends Waiting>(rows: readonly Row[], now: number): Row[] {
    const fresh: Row[] = [];
    for (const row of rows) {
      if (row.dueAt === undefined) continue;
      const isLate = Date.parse(row.dueAt) < now;
      if (!isLate) this.#inTime.set(row.key, row.dueAt);
      else if (this.#inTime.delete(row.key)) fresh.push(row);
    }
    return fresh;
  }
}

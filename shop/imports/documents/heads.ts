import { isBlank, type Table } from '../file/table.ts';
import type { BadRow, Shape } from '../kinds/kind.ts';
import { type ChosenProfile, chooseProfile } from '../profiles/index.ts';
import { cleanCell } from '../rows/cells.ts';
import { type FileRow, rowReader } from '../rows/row.ts';

/** What a platform's list of whole orders says, by the number of the order; or why it cannot be read. */
export type Heads = ReadonlyMap<string, FileRow | BadRow>;

/** How such a list is read. */
export function chooseHeads(columns: readonly string[]): ChosenProfile {
  return chooseProfile(columns, { kind: 'sales' });
}

/** Reads the list piece by piece, so that the caller can pause. */
export function* readHeads(table: Table, shape: Pick<Shape, 'timeZone' | 'digits'>): Generator<undefined, Heads> {
  const { columns } = table;
  const { mapping, habits } = chooseHeads(columns);
  const read = rowReader({ ...shape, columns, mapping, habits });
  const at = columns.indexOf(mapping.saleNumber ?? '');
  const heads = new Map<string, FileRow | BadRow>();
  for (const { firstRow, rows, isDamaged } of table.batches()) {
    for (const [index, cells] of rows.entries()) {
      if (isBlank(cells)) continue;
      const head = read(cells, firstRow + index, isDamaged);
      heads.set(head.number ?? cleanCell(cells[at] ?? ''), head);
    }
    yield undefined;
  }
  return heads;
}

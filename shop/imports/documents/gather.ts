import type { BadRow, Gatherer, Problems, Shape } from '../kinds/kind.ts';
import type { FileRow } from '../rows/row.ts';
import { documentsOf, type FileDocument } from './document.ts';
import { type Heads, readHeads } from './heads.ts';

type Gathering = Pick<Shape, 'digits' | 'habits' | 'timeZone' | 'orders'>;

/** Gathers rows into documents. A number with a bad row is refused as a whole: half a sale would be a wrong sale. */
export function createGatherer(shape: Gathering): Gatherer<FileRow, FileDocument> {
  const byNumber = new Map<string, FileRow[]>();
  const poisoned = new Set<string>();
  const problems: Problems = new Map();

  const refuseOthers = (rows: readonly FileRow[]): void => {
    for (const { row } of rows) if (!problems.has(row)) problems.set(row, [{ row, code: 'in-part-refused' }]);
  };
  return {
    add: (row: FileRow): void => {
      const same = byNumber.get(row.number);
      if (same) same.push(row);
      else byNumber.set(row.number, [row]);
    },
    refuse: ({ row, number, problems: found }: BadRow): void => {
      problems.set(row, found);
      if (number !== undefined) poisoned.add(number);
    },
    finish: function* (): Generator<FileDocument[]> {
      const heads = yield* headsOf(shape);
      for (const [number, rows] of byNumber) {
        // Rows and documents together would be twice the file.
        byNumber.delete(number);
        const documents = poisoned.has(number) ? undefined : documentsOf(rows, { ...shape, problems, heads });
        if (!documents) refuseOthers(rows);
        else yield documents;
      }
    },
    problems,
  };
}

function* headsOf({ orders, ...shape }: Gathering): Generator<FileDocument[], Heads> {
  if (!orders) return new Map();
  const reading = readHeads(orders, shape);
  for (;;) {
    const piece = reading.next();
    if (piece.done) return piece.value;
    yield [];
  }
}

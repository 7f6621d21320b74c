import type { RowProblem } from '../../../contract/api/imports.ts';
import type { AnyRow, FileUnit, Gatherer, Problems } from './kind.ts';

const unitsPerPiece = 500;

/** What the rows of one number make; or what is wrong with all of them. */
export type MakeUnit<Row, Unit> = (rows: readonly [Row, ...Row[]]) => Unit | Omit<RowProblem, 'row'>;

/** Gathers rows by what they are known by. A number with a bad row is refused as a whole. */
export function gatherByNumber<Row extends AnyRow, Unit extends FileUnit>(
  make: MakeUnit<Row, Unit>,
): Gatherer<Row, Unit> {
  const byNumber = new Map<string, [Row, ...Row[]]>();
  const poisoned = new Set<string>();
  const problems: Problems = new Map();
  const refuseAll = (rows: readonly Row[], problem: Omit<RowProblem, 'row'>): void => {
    for (const { row } of rows) if (!problems.has(row)) problems.set(row, [{ row, ...problem }]);
  };
  return {
    add: (row) => {
      const same = byNumber.get(row.number);
      if (same) same.push(row);
      else byNumber.set(row.number, [row]);
    },
    refuse: ({ row, number, problems: found }) => {
      problems.set(row, found);
      if (number !== undefined) poisoned.add(number);
    },
    finish: function* () {
      let units: Unit[] = [];
      for (const [number, rows] of byNumber) {
        byNumber.delete(number);
        const made = poisoned.has(number) ? ({ code: 'in-part-refused' } as const) : make(rows);
        if ('rows' in made) units.push(made);
        else refuseAll(rows, made);
        if (units.length < unitsPerPiece) continue;
        yield units;
        units = [];
      }
      yield units;
    },
    problems,
  };
}

/** Rows of one thing that say the same are one; that say different things, nobody knows which is right. */
export function sameRows<Row extends { readonly values: object }>(rows: readonly [Row, ...Row[]]): boolean {
  if (rows.length === 1) return true;
  const first = JSON.stringify(rows[0].values);
  return rows.every(({ values }) => JSON.stringify(values) === first);
}

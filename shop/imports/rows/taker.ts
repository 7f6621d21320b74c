import type { ImportFieldOf } from '../../../contract/api/import-fields.ts';
import type { RowProblem } from '../../../contract/api/imports.ts';
import type { Shape } from '../kinds/kind.ts';
import type { CellOf } from '../profiles/habits.ts';
import { plainHeading } from '../profiles/profile.ts';
import { type Cell, cleanCell, type ProblemCode } from './cells.ts';

export type SalesField = ImportFieldOf<'sales'>;
export type TakenFrom = Pick<Shape, 'columns' | 'mapping' | 'habits'>;

/** Takes the fields of one row after another from its cells, and gathers what is wrong with them. */
export function cellTaker({ columns, mapping, habits }: TakenFrom) {
  const { derived = {} } = habits;
  const indexOf = new Map(columns.map((heading, index) => [plainHeading(heading), index]));
  const columnOf = (field: SalesField): number => columns.indexOf(mapping[field] ?? '');
  const plain = (text: string): string => (habits.dashIsEmpty && cleanCell(text) === '-' ? '' : text);
  let cells: readonly string[] = [];
  let row = 0;
  let problems: RowProblem[] = [];

  const cell: CellOf = Object.assign(
    (heading: string) => plain(cleanCell(cells[indexOf.get(plainHeading(heading)) ?? -1] ?? '')),
    { has: (heading: string) => indexOf.has(plainHeading(heading)) },
  );
  const refuse = (field: SalesField, code: ProblemCode): void => {
    problems.push({ row, field, code });
  };
  return {
    begin: (rowCells: readonly string[], rowNumber: number): void => {
      cells = rowCells;
      row = rowNumber;
      problems = [];
    },
    cell,
    refuse,
    problems: (): RowProblem[] => problems,
    isSaid: (field: SalesField): boolean => columnOf(field) >= 0 || derived[field] !== undefined,
    /** How a field is taken from the row that was begun last; the fallback when no column says it, or when it cannot be read. */
    field: <T>(field: SalesField, read: (raw: string) => Cell<T>, fallback: T): (() => T) => {
      const index = columnOf(field);
      const derive = derived[field];
      if (index < 0 && !derive) return () => fallback;
      return () => {
        const own = plain(cells[index] ?? '');
        const found = read(derive ? derive(cleanCell(own), cell) : own);
        if (found.problem === undefined) return found.value;
        refuse(field, found.problem);
        return fallback;
      };
    },
  };
}

export type Taker = ReturnType<typeof cellTaker>;

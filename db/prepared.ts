import { is, Placeholder } from 'drizzle-orm';
import type { Orm } from './open.ts';

/** A select of plain columns, as Drizzle builds it. */
type Select<Row> = {
  readonly _: { readonly result: Row[]; readonly selectedFields: object };
  toSQL(): { sql: string; params: unknown[] };
};

export type Prepared<Row> = {
  all(values?: Readonly<Record<string, unknown>>): Row[];
  get(values?: Readonly<Record<string, unknown>>): Row | undefined;
};

/**
 * Prepares a select once and reads its rows straight from SQLite. Drizzle's own way maps every value of every row again, which at the
 * counter costs more than finding the row; our columns are integers and texts and need no mapping.
 */
export function prepared<Row>(orm: Orm, select: Select<Row>): Prepared<Row> {
  const { sql, params } = select.toSQL();
  const keys = Object.keys(select._.selectedFields);
  const statement = orm.$client.prepare(sql).raw();
  const bound = (values: Readonly<Record<string, unknown>>): unknown[] =>
    params.map((param) => (is(param, Placeholder) ? values[param.name] : param));
  const rowOf = (found: unknown[]): Row => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < keys.length; index += 1) row[keys[index] as string] = found[index];
    return row as Row;
  };
  return {
    all: (values = {}) => (statement.all(bound(values)) as unknown[][]).map(rowOf),
    get: (values = {}) => {
      const found = statement.get(bound(values)) as unknown[] | undefined;
      return found && rowOf(found);
    },
  };
}

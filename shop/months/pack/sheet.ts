/** One file of the pack: what its columns are called and how its rows come. */
export type Sheet = {
  readonly key: string;
  /** Chinese and, after the last space, the name a script goes by. */
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
};

export type Column<Row> = readonly [heading: string, cell: (row: Row) => string];
/** An amount as a cell, in the currency's decimals. */
export type Amount = (cents: number) => string;

export function sheet<Row>(key: string, rows: Iterable<Row>, columns: readonly Column<Row>[]): Sheet {
  return {
    key,
    headings: columns.map(([heading]) => heading),
    rows: mapped(rows, (row) => columns.map(([, cell]) => cell(row))),
  };
}

function* mapped<From, To>(rows: Iterable<From>, change: (row: From) => To): Generator<To> {
  for (const row of rows) yield change(row);
}

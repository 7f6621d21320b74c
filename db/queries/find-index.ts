import type { Orm } from '../open.ts';

export type IndexedKind = 'product' | 'customer';
/** A row of the find index: twice the id, plus one for customers; and what it is found by. */
export type RowToIndex = { readonly rowid: number; readonly id: number; readonly parts: readonly (string | null)[] };
type Asked = { readonly after: number; readonly limit: number };

/** The find index as a whole: it is no fact, and is made anew when the program looks for more than before. */
export function findIndexReads({ $client: raw }: Orm) {
  const rowsOf: Readonly<Record<IndexedKind, ReturnType<typeof prepare>>> = {
    product:
      prepare(`SELECT id * 2, id, sku, name, spec, (SELECT group_concat(code, ' ') FROM product_barcodes b WHERE b.product_id = p.id)
      FROM products p WHERE id > @after ORDER BY id LIMIT @limit`),
    customer: prepare(
      'SELECT id * 2 + 1, id, code, name, phone FROM customers WHERE id > @after ORDER BY id LIMIT @limit',
    ),
  };
  function prepare(sql: string) {
    return raw.prepare<Asked, [number, number, ...(string | null)[]]>(sql).raw(true);
  }
  return {
    /** Those behind an id, in their order. */
    rows: (kind: IndexedKind, asked: Asked): RowToIndex[] =>
      rowsOf[kind].all(asked).map(([rowid, id, ...parts]) => ({ rowid, id, parts })),
  };
}

export function findIndexWrites({ $client: raw }: Orm) {
  const forget = raw.prepare('DELETE FROM find_names WHERE rowid = ?');
  const index = raw.prepare('INSERT INTO find_names (rowid, grams) VALUES (?, ?)');
  const add = (rowid: number, grams: string): void => void index.run(rowid, grams);
  return {
    /** What was not there before. */
    add,
    replace: (rowid: number, grams: string): void => {
      forget.run(rowid);
      add(rowid, grams);
    },
  };
}

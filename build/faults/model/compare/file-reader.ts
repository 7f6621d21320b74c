import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Facts, type Mark, markOf } from '../rules/books.ts';
import { monthOf } from '../rules/figures.ts';
import { balanceOf } from '../rules/sums.ts';
import { mustEqual } from './answers.ts';
import { factRows } from './rows.ts';

const nothing = (books: Facts): Mark =>
  Object.fromEntries(Object.keys(books).map((name) => [name, 0])) as unknown as Mark;

/** Reads the shop's file beside the shop, by plain SQL, and holds it against the model. */
export class FileReader {
  readonly #raw: Database.Database;
  readonly #facts;
  readonly #lengths;
  readonly #balances;
  readonly #head;
  /** What has been compared already: facts never change, so only what came since is read. */
  #seen: Mark | undefined;
  #rows = new Map<string, number>();

  constructor(folder: string) {
    this.#raw = new Database(join(folder, 'shop.db'), { readonly: true });
    this.#facts = factRows.map(({ table, columns, rows }) => ({
      table,
      rows,
      statement: this.#raw
        .prepare<[number], unknown[]>(`SELECT ${columns} FROM ${table} WHERE rowid > ? ORDER BY rowid`)
        .raw(true),
    }));
    const lengths = factRows.map(({ table }) => `(SELECT coalesce(max(rowid), 0) FROM ${table})`);
    this.#lengths = this.#raw.prepare<[], number[]>(`SELECT ${lengths.join(', ')}`).raw(true);
    this.#balances = this.#raw
      .prepare<[string], unknown[]>(
        `SELECT place, quantity_milli, value_cents, unknown_milli FROM stock_balances
        WHERE product_id = (SELECT id FROM products WHERE sku = ?) ORDER BY place`,
      )
      .raw(true);
    this.#head = this.#raw.prepare('SELECT hash FROM journal_of_events ORDER BY seq DESC LIMIT 1').pluck();
  }

  head(): string | undefined {
    return this.#head.get() as string | undefined;
  }

  /** The facts since the last comparison, table by table, row by row. */
  compareFacts(books: Facts): void {
    const from = this.#seen ?? nothing(books);
    const lengths = this.#lengths.get() ?? [];
    for (const [index, { table, rows, statement }] of this.#facts.entries()) {
      const before = this.#rows.get(table) ?? 0;
      const shop = lengths[index] === before ? [] : statement.all(before);
      const model = rows(books, from);
      if (shop.length > 0 || model.length > 0) mustEqual(`the rows of ${table}`, { shop, model });
      this.#rows.set(table, before + shop.length);
    }
    this.#seen = markOf(books);
  }

  /** Cached balances and totals; of some items, or of all. */
  compareSums(books: Facts, skus?: readonly string[]): void {
    const items = skus ?? books.products.map(({ sku }) => sku);
    for (const sku of items)
      mustEqual(`the balances of ${sku}`, { shop: this.#balances.all(sku), model: balancesOf(books, sku) });
    if (skus) return;
    const shop = this.#raw
      .prepare('SELECT month, role, debit_cents, credit_cents FROM account_totals ORDER BY month, role')
      .raw(true)
      .all();
    mustEqual('the account totals', { shop, model: totalsOf(books) });
  }

  close(): void {
    this.#raw.close();
  }
}

function balancesOf(books: Facts, sku: string): unknown[] {
  const places = new Set(books.moves.filter((row) => row.sku === sku).flatMap(({ from, to }) => [from, to]));
  return [...places].sort().map((place) => {
    const { milli, cents, unknownMilli } = balanceOf(books, sku, place);
    return [place, milli, cents, unknownMilli];
  });
}

function totalsOf(books: Facts): unknown[] {
  const totals = new Map<string, { debit: number; credit: number }>();
  for (const { day, lines } of books.entries)
    for (const { role, debit, credit } of lines) {
      const key = `${monthOf(day)} ${role}`;
      const before = totals.get(key) ?? { debit: 0, credit: 0 };
      totals.set(key, { debit: before.debit + debit, credit: before.credit + credit });
    }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { debit, credit }]) => [...key.split(' '), debit, credit]);
}

import { addDays } from '../../contract/values/days.ts';
import { createFactWriter } from '../../db/facts.ts';
import { type Connection, openShopFile } from '../../db/open.ts';
import { addReturn, addSale, customers, products, type Trade } from './big-shop-trade.ts';

export type BigShop = {
  /** Each one sale of `linesEach` items, of every one of which one unit of two comes back over the counter. */
  readonly returns: number;
  readonly linesEach: number;
  /** Over how many days it goes; about three years when left out. */
  readonly days?: number;
};

/** The day of the first sale. */
export const firstDay = '2024-01-01';
const usualDays = 1000;
const perTransaction = 1000;

/**
 * Founds a shop of years of trade in a folder: every fact and the chain as the program itself would have written them, by the program's own
 * writer of facts, but with its triggers put aside meanwhile and the sums made at the end, or it would take an hour.
 */
export function makeBigShop(folder: string, shop: BigShop): void {
  const file = openShopFile(folder);
  const { raw } = file.writer;
  try {
    raw.pragma('synchronous = OFF');
    raw.pragma('foreign_keys = OFF');
    const triggers = raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
    for (const { name } of triggers as { name: string }[]) raw.exec(`DROP TRIGGER ${name}`);
    raw.exec('BEGIN');
    addNames(file.writer);
    addTrade(file.writer, shop);
    raw.exec(sums);
    for (const { sql } of triggers as { sql: string }[]) raw.exec(sql);
    raw.exec('COMMIT');
  } finally {
    file.close();
  }
}

function addNames({ raw }: Connection): void {
  const product = raw.prepare('INSERT INTO products (id, sku, name) VALUES (?, ?, ?)');
  const customer = raw.prepare('INSERT INTO customers (id, code, name) VALUES (?, ?, ?)');
  for (let id = 1; id <= products; id += 1) product.run(id, `SKU-${id}`, `商品${id}`);
  for (let id = 1; id <= customers; id += 1) customer.run(id, `K${id}`, `顾客${id}`);
}

function addTrade(writer: Connection, { returns, linesEach, days = usualDays }: BigShop): void {
  const trade: Trade = { facts: createFactWriter(writer), numbers: new Map(), entries: 0 };
  for (let n = 0; n < returns; n += 1) {
    const day = addDays(firstDay, Math.floor((n * days) / returns));
    const moment = { day, at: `${day}T03:00:00.000Z` };
    const saleId = addSale(trade, moment, { n, linesEach });
    addReturn(trade, moment, { n, linesEach, saleId });
    if (n % perTransaction === 0) writer.raw.exec('COMMIT; BEGIN');
  }
}

const sums = `INSERT INTO stock_balances SELECT product, place, sum(milli), sum(cents), 0 FROM (
    SELECT product_id AS product, from_place AS place, -quantity_milli AS milli, -from_value_cents AS cents FROM stock_moves
    UNION ALL SELECT product_id, to_place, quantity_milli, to_value_cents FROM stock_moves) GROUP BY 1, 2;
  INSERT INTO account_totals SELECT substr(e.day, 1, 7), l.role, sum(l.debit_cents), sum(l.credit_cents)
    FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id GROUP BY 1, 2;`;

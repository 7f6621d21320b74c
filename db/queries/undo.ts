import type { Orm } from '../open.ts';

type DeskReturn = { readonly id: number; readonly number: string; readonly stage: string };
/** How an item or a customer is spoken of: by what everybody sees, by what was taken back, or not at all. */
export type Spoken = 'living' | 'withdrawn' | 'not';

/** The parts of one reading, as a JSON array of the numbers of their events. */
type Parts = { readonly parts: string };
type Ids = { readonly ids: string };

const some = 10;
const isPart = (table: string) => `${table}.event_seq IN (SELECT value FROM json_each(@parts))`;
const asked = 'SELECT value AS id FROM json_each(@ids)';
/** Whether the file that an event of a reading belongs to was taken back; needs the event's number. */
export const takenBack = (seq: string) => `EXISTS (SELECT 1 FROM journal_of_events part
  JOIN journal_of_events whole ON whole.action_id = substr(part.action_id, 1, instr(part.action_id, '#') - 1)
  JOIN imports file ON file.event_seq = whole.seq JOIN import_undos undo ON undo.import_id = file.id WHERE part.seq = ${seq})`;

/** What taking a file back asks of the books: what came with it, and what others made of it since. */
export function undoReads({ $client: raw }: Orm) {
  const parts = raw
    .prepare<[number], number>(`SELECT c.seq FROM journal_of_events e JOIN journal_of_events c
      ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE e.seq = ? ORDER BY c.seq`)
    .pluck();
  const salesUsedBy = raw
    .prepare<Parts, string>(`WITH own AS MATERIALIZED (SELECT s.id FROM sales s WHERE ${isPart('s')})
      SELECT r.number FROM own JOIN returns r ON r.sale_id = own.id
      UNION SELECT r.number FROM own JOIN returns r ON r.matched_sale_id = own.id
      UNION SELECT r.number FROM own JOIN sale_lines l ON l.sale_id = own.id JOIN return_links k ON k.sale_line_id = l.id
        JOIN return_lines b ON b.id = k.return_line_id JOIN returns r ON r.id = b.return_id WHERE r.withdrawn = 0 AND NOT ${isPart('r')}
      UNION SELECT c.code FROM own JOIN store_credit_events v ON v.sale_id = own.id JOIN store_credits c ON c.id = v.store_credit_id
      UNION SELECT s.number FROM own JOIN sale_refunds f ON f.sale_id = own.id JOIN sales s ON s.id = own.id
        WHERE NOT ${isPart('f')} AND NOT ${takenBack('f.event_seq')}
      UNION SELECT s.number FROM own JOIN sale_statuses f ON f.sale_id = own.id JOIN sales s ON s.id = own.id
        WHERE NOT ${isPart('f')} AND NOT ${takenBack('f.event_seq')}
      LIMIT ${some}`)
    .pluck();
  const unknownTax = raw
    .prepare<Parts, string>(`SELECT DISTINCT r.number FROM returns r JOIN return_lines l ON l.return_id = r.id
      JOIN return_links k ON k.return_line_id = l.id
      WHERE ${isPart('r')} AND k.file_share_cents IS NOT NULL AND k.file_tax_cents IS NULL LIMIT ${some}`)
    .pluck();
  const deskReturns = raw.prepare<Parts, DeskReturn>(
    `SELECT r.id, r.number, r.stage FROM returns r WHERE ${isPart('r')} AND r.origin = 'desk' ORDER BY r.id`,
  );
  const receipts = raw
    .prepare<Parts, string>(`SELECT g.number FROM goods_receipts g WHERE ${isPart('g')} AND g.voids_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM goods_receipts v WHERE v.voids_id = g.id) ORDER BY g.id DESC`)
    .pluck();
  const spoken = { product: spokenOf(raw, productSpeakers), customer: spokenOf(raw, customerSpeakers) };
  const suppliers = raw
    .prepare<Ids, number>(`SELECT id FROM (${asked}) a WHERE EXISTS (SELECT 1 FROM products WHERE supplier_id = a.id)
      OR EXISTS (SELECT 1 FROM goods_receipts WHERE supplier_id = a.id) OR EXISTS (SELECT 1 FROM supplier_claims WHERE supplier_id = a.id)`)
    .pluck();
  return {
    parts: (eventSeq: number): string => JSON.stringify(parts.all(eventSeq)),
    /** Returns, vouchers and sales of later files that hold on to sales of the file. */
    salesUsedBy: (of: string) => salesUsedBy.all({ parts: of }),
    /** Returns of earlier versions whose share of the tax is not known. */
    unknownTax: (of: string) => unknownTax.all({ parts: of }),
    deskReturns: (of: string) => deskReturns.all({ parts: of }),
    /** Goods that came with the file and stand, the newest first. */
    receipts: (of: string) => receipts.all({ parts: of }),
    spoken: (kind: 'product' | 'customer', ids: readonly number[]) => spoken[kind](ids),
    /** Which suppliers anything names. */
    namedSuppliers: (ids: readonly number[]) => new Set(suppliers.all({ ids: JSON.stringify(ids) })),
  };
}

type Speakers = { readonly living: string; readonly withdrawn: string };

const everywhere = ['goods_receipt_lines', 'supplier_claim_lines', 'stocktake_differences', 'stock_moves'];
const scanned = ['stocktake_counts WHERE 1', 'stock_adjustments WHERE withdrawn = 0'];
const twins = [
  'SELECT twin_of FROM products',
  'SELECT twin_id FROM inspections',
  'SELECT twin_id FROM repair_outcomes',
];
const productSpeakers: Speakers = {
  living: [
    'EXISTS (SELECT 1 FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE l.product_id = a.id AND s.withdrawn = 0)',
    'EXISTS (SELECT 1 FROM return_lines l JOIN returns r ON r.id = l.return_id WHERE l.product_id = a.id AND r.withdrawn = 0)',
    ...everywhere.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE product_id = a.id)`),
    ...scanned.map((table) => `a.id IN (SELECT product_id FROM ${table})`),
    ...twins.map((select) => `a.id IN (${select} WHERE ${select.split(' ')[1]} IS NOT NULL)`),
  ].join(' OR '),
  withdrawn: `EXISTS (SELECT 1 FROM sale_lines WHERE product_id = a.id) OR EXISTS (SELECT 1 FROM return_lines WHERE product_id = a.id)
    OR a.id IN (SELECT product_id FROM stock_adjustments)`,
};
const customerSpeakers: Speakers = {
  living: `EXISTS (SELECT 1 FROM sales WHERE customer_id = a.id AND withdrawn = 0)
    OR EXISTS (SELECT 1 FROM returns WHERE customer_id = a.id AND withdrawn = 0)
    OR EXISTS (SELECT 1 FROM store_credits WHERE customer_id = a.id)`,
  withdrawn: `EXISTS (SELECT 1 FROM sales WHERE customer_id = a.id) OR EXISTS (SELECT 1 FROM returns WHERE customer_id = a.id)`,
};

function spokenOf(raw: Orm['$client'], { living, withdrawn }: Speakers) {
  const statement = raw.prepare<Ids, { id: number; spoken: Spoken }>(`
    SELECT id, CASE WHEN ${living} THEN 'living' WHEN ${withdrawn} THEN 'withdrawn' ELSE 'not' END AS spoken FROM (${asked}) a`);
  return (ids: readonly number[]): Map<number, Spoken> =>
    new Map(statement.all({ ids: JSON.stringify(ids) }).map(({ id, spoken }) => [id, spoken]));
}

/** No code begins with it. */
const nobody = '\u{f8ff}';

export function undoWrites({ $client: raw }: Orm) {
  const prepare = (sql: string) => raw.prepare<[number], void>(sql);
  const bare = (id: string) => [
    prepare(`DELETE FROM find_names WHERE rowid = ${id}`),
    prepare('DELETE FROM product_barcodes WHERE product_id = ?'),
  ];
  const product = {
    bare: bare('? * 2'),
    remove: prepare('DELETE FROM products WHERE id = ?'),
    withdraw: prepare(`UPDATE products SET withdrawn = 1, sku = '${nobody}' || id, category = NULL, supplier_id = NULL,
      price_e4 = NULL, cost_e4 = NULL, min_milli = NULL, max_milli = NULL, photo = NULL, photo_type = NULL WHERE id = ?`),
  };
  const customer = {
    bare: bare('? * 2 + 1').slice(0, 1),
    remove: prepare('DELETE FROM customers WHERE id = ?'),
    withdraw: prepare(
      `UPDATE customers SET withdrawn = 1, code = NULL, phone = NULL, email = NULL, vip = NULL, name = '${nobody}' WHERE id = ?`,
    ),
  };
  const supplier = prepare('DELETE FROM suppliers WHERE id = ?');
  const removeFrom =
    ({ bare: first, remove, withdraw }: typeof product) =>
    (id: number, spoken: 'withdrawn' | 'not'): void => {
      for (const statement of first) statement.run(id);
      (spoken === 'not' ? remove : withdraw).run(id);
    };
  return {
    /** Takes it out of sight; what was taken back and still names it keeps the row. */
    removeProduct: removeFrom(product),
    removeCustomer: removeFrom(customer),
    removeSupplier: (id: number): void => void supplier.run(id),
  };
}

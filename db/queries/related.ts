import type { Orm } from '../open.ts';

export type BriefRow = {
  readonly returnId: number;
  readonly number: string;
  readonly stage: string;
  readonly day: string;
  readonly goods: string;
  readonly quantityMilli: number;
  readonly creditedCents: number;
};

const columns = `r.id AS returnId, r.number, r.stage, r.day,
  (SELECT p.name FROM return_lines l JOIN products p ON p.id = l.product_id WHERE l.return_id = r.id ORDER BY l.line_no LIMIT 1) AS goods,
  (SELECT sum(requested_milli) FROM return_lines WHERE return_id = r.id) AS quantityMilli,
  (SELECT sum(credited_cents) FROM return_lines WHERE return_id = r.id) AS creditedCents`;
const newest = 'r.id <> @id AND r.withdrawn = 0 ORDER BY r.id DESC LIMIT 20';

/** Other returns that belong to one: newest first, 20 at most of each kind. */
export function relatedReads({ $client: raw }: Orm) {
  const byId = raw.prepare<{ of: number }, BriefRow>(`SELECT ${columns} FROM returns r WHERE r.id = @of`);
  const children = raw.prepare<{ id: number }, BriefRow>(
    `SELECT ${columns} FROM returns r WHERE r.parent_id = @id AND ${newest}`,
  );
  const visit = raw.prepare<{ id: number; of: string }, BriefRow>(
    `SELECT ${columns} FROM returns r WHERE r.visit = @of AND ${newest}`,
  );
  const ofCustomer = raw.prepare<{ id: number; of: number }, BriefRow>(
    `SELECT ${columns} FROM returns r WHERE r.customer_id = @of AND ${newest}`,
  );
  const ofSale = raw.prepare<{ id: number; of: number }, BriefRow>(
    `SELECT ${columns} FROM returns r WHERE r.id IN (SELECT id FROM returns WHERE sale_id = @of UNION SELECT id FROM returns WHERE matched_sale_id = @of) AND ${newest}`,
  );
  return {
    brief: (returnId: number) => byId.get({ of: returnId }),
    children: (id: number) => children.all({ id }),
    visit: (id: number, of: string) => visit.all({ id, of }),
    ofCustomer: (id: number, of: number) => ofCustomer.all({ id, of }),
    ofSale: (id: number, of: number) => ofSale.all({ id, of }),
  };
}

export type CandidateRow = {
  readonly saleId: number;
  readonly why: 'serial' | 'item' | 'customer' | 'phone' | 'waybill';
};
type Sought = { readonly returnId: number };

/** Sales that goods without an order could be of, by whatever points to them; the newest of each kind. */
export function candidateReads({ $client: raw }: Orm) {
  const bySerial = raw.prepare<Sought, CandidateRow>(`
    SELECT DISTINCT s.sale_id AS saleId, 'serial' AS why FROM return_lines l LEFT JOIN receipts a ON a.return_line_id = l.id
      JOIN sale_units u ON u.code = coalesce(a.serial, l.serial) AND u.kind = 'serial'
      JOIN sale_lines s ON s.id = u.sale_line_id AND s.product_id = l.product_id JOIN sales d ON d.id = s.sale_id AND d.withdrawn = 0
      WHERE l.return_id = @returnId`);
  const byWaybill = raw.prepare<Sought, CandidateRow>(`
    SELECT DISTINCT coalesce(o.matched_sale_id, o.sale_id) AS saleId, 'waybill' AS why FROM returns r
      JOIN returns o ON o.waybill = r.waybill AND o.id <> r.id
      WHERE r.id = @returnId AND coalesce(o.matched_sale_id, o.sale_id) IS NOT NULL`);
  const byCustomer = raw.prepare<Sought, CandidateRow>(`
    SELECT s.id AS saleId, 'customer' AS why FROM returns r JOIN sales s ON s.customer_id = r.customer_id AND s.withdrawn = 0
      WHERE r.id = @returnId ORDER BY s.sold_at DESC LIMIT 100`);
  const byPhone = raw.prepare<Sought, CandidateRow>(`
    SELECT s.id AS saleId, 'phone' AS why FROM returns r JOIN customers c ON c.id = r.customer_id
      JOIN customers o ON o.phone = c.phone AND o.id <> c.id JOIN sales s ON s.customer_id = o.id AND s.withdrawn = 0
      WHERE r.id = @returnId ORDER BY s.sold_at DESC LIMIT 100`);
  const byItem = raw.prepare<{ productId: number; until: string }, CandidateRow>(`
    SELECT DISTINCT s.sale_id AS saleId, 'item' AS why FROM sale_lines s WHERE s.product_id = @productId
      AND s.returned_milli < s.quantity_milli AND EXISTS (SELECT 1 FROM sales WHERE id = s.sale_id AND day <= @until AND withdrawn = 0)
      ORDER BY s.sale_id DESC LIMIT 200`);
  return {
    named: (returnId: number) =>
      [bySerial, byWaybill, byCustomer, byPhone].flatMap((statement) => statement.all({ returnId })),
    /** Sales of an item until a day, with units left that could come back. */
    byItem: (productId: number, until: string) => byItem.all({ productId, until }),
  };
}

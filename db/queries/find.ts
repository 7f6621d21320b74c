import type { Orm } from '../open.ts';
import { prefixEnd } from './search.ts';

export type Found = {
  readonly kind: 'return' | 'sale' | 'customer' | 'product';
  readonly id: number;
  readonly title: string;
  readonly detail: string;
};

export function findReads({ $client: raw }: Orm) {
  const returns = raw.prepare(
    `SELECT 'return' AS kind, r.id, r.number AS title, coalesce(c.name, c.code, '') AS detail
     FROM returns r LEFT JOIN customers c ON c.id = r.customer_id WHERE r.number >= @text AND r.number < @end AND r.withdrawn = 0 ORDER BY r.number LIMIT @limit`,
  );
  const parcels = raw.prepare(
    `SELECT 'return' AS kind, id, number AS title, waybill AS detail FROM returns WHERE waybill = @text AND withdrawn = 0 ORDER BY id DESC LIMIT @limit`,
  );
  const sales = raw.prepare(
    `SELECT 'sale' AS kind, s.id, s.number AS title, coalesce(c.name, c.code, '') AS detail
     FROM sales s LEFT JOIN customers c ON c.id = s.customer_id WHERE s.number >= @text AND s.number < @end AND s.withdrawn = 0 ORDER BY s.number LIMIT @limit`,
  );
  const products = raw.prepare(
    `SELECT 'product' AS kind, id, sku AS title, name AS detail FROM products WHERE sku >= @text AND sku < @end ORDER BY sku LIMIT @limit`,
  );
  const customers = raw.prepare(
    `SELECT * FROM (SELECT 'customer' AS kind, id, coalesce(name, code, phone) AS title, coalesce(code, '') AS detail FROM customers
       WHERE code >= @text AND code < @end ORDER BY code LIMIT @limit)
     UNION ALL SELECT * FROM (SELECT 'customer', id, coalesce(name, code, phone), phone FROM customers
       WHERE phone >= @text AND phone < @end ORDER BY phone LIMIT @limit)`,
  );
  const names = raw.prepare(
    `SELECT CASE n.rowid % 2 WHEN 0 THEN 'product' ELSE 'customer' END AS kind, n.rowid / 2 AS id,
       CASE n.rowid % 2 WHEN 0 THEN p.name ELSE coalesce(c.name, c.code, c.phone) END AS title,
       CASE n.rowid % 2 WHEN 0 THEN p.sku ELSE coalesce(c.phone, c.code, '') END AS detail
     FROM (SELECT rowid FROM find_names WHERE find_names MATCH @query LIMIT @limit) n
     LEFT JOIN products p ON n.rowid % 2 = 0 AND p.id = n.rowid / 2 LEFT JOIN customers c ON n.rowid % 2 = 1 AND c.id = n.rowid / 2`,
  );
  return {
    byNumber: ({ text, limit }: { text: string; limit: number }): Found[] =>
      [returns, parcels, sales, products, customers].flatMap(
        (statement) => statement.all({ text, end: prefixEnd(text), limit }) as Found[],
      ),
    byName: ({ query, limit }: { query: string; limit: number }) => names.all({ query, limit }) as Found[],
  };
}

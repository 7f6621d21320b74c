import type { Orm } from '../open.ts';
import type { Period } from './months.ts';

export type ProductToExport = {
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  /** As a JSON array, in the order of their codes. */
  readonly barcodes: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly supplier: string | null;
  readonly costE4: number | null;
  readonly priceE4: number | null;
  readonly tracking: string | null;
  readonly expires: number;
  readonly minMilli: number | null;
  readonly maxMilli: number | null;
  readonly location: string | null;
  readonly accessories: string | null;
};
export type CustomerToExport = Readonly<Record<'code' | 'name' | 'phone' | 'email' | 'vip', string | null>>;
export type SupplierToExport = {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly claimDays: number | null;
  readonly leadDays: number | null;
  readonly note: string | null;
};
export type StockToExport = {
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  readonly barcodes: string;
  readonly quantityMilli: number;
  readonly unknownMilli: number;
  readonly valueCents: number;
};
export type SaleLineToExport = {
  readonly saleId: number;
  readonly number: string;
  readonly reference: string | null;
  readonly soldAt: string;
  readonly customerCode: string | null;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  readonly quantityMilli: number;
  readonly unitPriceE4: number;
  readonly paidCents: number;
  readonly taxCents: number;
  /** As a JSON array of pairs: the tender, and how much. */
  readonly tenders: string;
  readonly channel: string | null;
  readonly totalCents: number;
  readonly deliveryCents: number;
  readonly status: string | null;
  readonly refundedCents: number;
  readonly signedOn: string | null;
};

const barcodes = (product: string): string =>
  `(SELECT json_group_array(code) FROM (SELECT code FROM product_barcodes WHERE product_id = ${product} ORDER BY code))`;
/** What a later file said of a sale, newest first. */
const later = (column: string): string =>
  `(SELECT ${column} FROM sale_statuses WHERE sale_id = s.id AND ${column} IS NOT NULL ORDER BY id DESC LIMIT 1)`;

/** The lists that are written as files, one row at a time. What was taken back with its file is not among them. */
export function listExportReads({ $client: raw }: Orm) {
  const count = (of: string) => raw.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM ${of}`);
  const counts = {
    products: count('products WHERE withdrawn = 0'),
    customers: count('customers WHERE withdrawn = 0'),
    suppliers: count('suppliers'),
    stock: count("stock_balances WHERE place = 'shelf' AND quantity_milli > 0"),
  };
  const saleLines = raw.prepare<Period, { rows: number }>(
    'SELECT count(*) AS rows FROM sales s JOIN sale_lines l ON l.sale_id = s.id WHERE s.withdrawn = 0 AND s.day BETWEEN @from AND @to',
  );
  const products = raw.prepare<[], ProductToExport>(`
    SELECT p.sku, p.name, p.spec, ${barcodes('p.id')} AS barcodes, p.category, p.unit, s.name AS supplier, p.cost_e4 AS costE4,
      p.price_e4 AS priceE4, p.tracking, p.expires, p.min_milli AS minMilli, p.max_milli AS maxMilli, p.location, p.accessories
    FROM products p LEFT JOIN suppliers s ON s.id = p.supplier_id WHERE p.withdrawn = 0 ORDER BY p.sku`);
  const customers = raw.prepare<[], CustomerToExport>(
    'SELECT code, name, phone, email, vip FROM customers WHERE withdrawn = 0 ORDER BY id',
  );
  const suppliers = raw.prepare<[], SupplierToExport>(
    'SELECT name, phone, email, claim_days AS claimDays, lead_days AS leadDays, note FROM suppliers ORDER BY name',
  );
  const stock = raw.prepare<[], StockToExport>(`
    SELECT p.sku, p.name, p.spec, ${barcodes('p.id')} AS barcodes, b.quantity_milli AS quantityMilli, b.unknown_milli AS unknownMilli,
      b.value_cents AS valueCents
    FROM stock_balances b JOIN products p ON p.id = b.product_id WHERE b.place = 'shelf' AND b.quantity_milli > 0 ORDER BY p.sku`);
  const sales = raw.prepare<Period, SaleLineToExport>(`
    SELECT s.id AS saleId, s.number, l.reference, s.sold_at AS soldAt, c.code AS customerCode, c.name AS customerName, c.phone AS customerPhone,
      p.sku, coalesce(l.name, p.name) AS name, p.spec, l.quantity_milli AS quantityMilli, l.unit_price_e4 AS unitPriceE4,
      l.paid_cents AS paidCents, l.tax_cents AS taxCents,
      (SELECT json_group_array(json_array(tender, amount_cents)) FROM (SELECT tender, amount_cents FROM sale_tenders WHERE sale_id = s.id ORDER BY id)) AS tenders,
      s.channel, s.total_cents AS totalCents, s.delivery_cents AS deliveryCents, coalesce(${later('status')}, s.status) AS status,
      s.refunded_cents AS refundedCents, coalesce(${later('signed_on')}, s.signed_on) AS signedOn
    FROM sales s JOIN sale_lines l ON l.sale_id = s.id JOIN products p ON p.id = l.product_id LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.withdrawn = 0 AND s.day BETWEEN @from AND @to ORDER BY s.day, s.id, l.line_no`);
  return {
    count: (kind: keyof typeof counts | 'sales', period: Period): number =>
      (kind === 'sales' ? saleLines.get(period) : counts[kind].get())?.rows ?? 0,
    products: () => products.iterate(),
    customers: () => customers.iterate(),
    suppliers: () => suppliers.iterate(),
    stock: () => stock.iterate(),
    sales: (period: Period) => sales.iterate(period),
  };
}
export type ListExportReads = ReturnType<typeof listExportReads>;

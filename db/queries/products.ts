import type { Orm } from '../open.ts';

export type ListedProduct = {
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly priceE4: number | null;
  readonly photo: string | null;
  readonly minMilli: number | null;
  readonly maxMilli: number | null;
  readonly shelfMilli: number;
  readonly supplier: string | null;
};

type Asked = {
  /** The items to choose from, as a JSON array of their ids; NULL for all. */
  readonly among: string | null;
  readonly category: string | null;
  readonly supplierId: number | null;
};
type Page = Asked & { readonly after: string; readonly limit: number };

const columns = `p.id AS productId, p.sku, p.name, p.spec, p.category, p.unit, p.price_e4 AS priceE4, p.photo,
  p.min_milli AS minMilli, p.max_milli AS maxMilli, coalesce(b.quantity_milli, 0) AS shelfMilli, s.name AS supplier`;
const wanted = `p.withdrawn = 0 AND (@category IS NULL OR p.category = @category) AND (@supplierId IS NULL OR p.supplier_id = @supplierId)`;
const among = 'p.id IN (SELECT value FROM json_each(@among))';

/** Items in lists, and by what else they are known: barcodes, serial numbers, a part of their code. */
export function productReads({ $client: raw }: Orm) {
  const pageOf = (where: string) =>
    raw.prepare<Page, ListedProduct>(`SELECT ${columns} FROM products p LEFT JOIN suppliers s ON s.id = p.supplier_id
      LEFT JOIN stock_balances b ON b.product_id = p.id AND b.place = 'shelf'
      WHERE ${where} AND ${wanted} AND p.sku > @after ORDER BY p.sku LIMIT @limit`);
  const countOf = (where: string) =>
    raw.prepare<Asked, { total: number }>(`SELECT count(*) AS total FROM products p WHERE ${where} AND ${wanted}`);
  const [page, pageAmong] = [pageOf('@among IS NULL'), pageOf(among)];
  const [count, countAmong] = [countOf('@among IS NULL'), countOf(among)];
  const barcodes = raw.prepare<[number], string>(
    'SELECT code FROM product_barcodes WHERE product_id = ? ORDER BY code',
  );
  const byPart = raw.prepare<{ part: string }, number>(`
    SELECT id FROM products WHERE withdrawn = 0 AND (instr(lower(sku), @part) > 0 OR lower(category) = @part)
    UNION SELECT product_id FROM product_barcodes WHERE instr(lower(code), @part) > 0`);
  const byName = raw.prepare<{ query: string }, number>(
    'SELECT rowid / 2 FROM find_names WHERE find_names MATCH @query AND rowid % 2 = 0',
  );
  const bySerial = raw.prepare<{ code: string }, number>(`
    SELECT productId FROM (
      SELECT l.product_id AS productId, u.event_seq AS seq FROM goods_receipt_units u
        JOIN goods_receipt_lines l ON l.id = u.goods_receipt_line_id WHERE u.code = @code AND u.kind = 'serial'
      UNION ALL SELECT l.product_id, u.event_seq FROM sale_units u JOIN sale_lines l ON l.id = u.sale_line_id
        WHERE u.code = @code AND u.kind = 'serial'
      UNION ALL SELECT l.product_id, a.event_seq FROM receipts a JOIN return_lines l ON l.id = a.return_line_id
        WHERE a.serial = @code) ORDER BY seq DESC LIMIT 1`);
  return {
    page: (asked: Page) => (asked.among === null ? page : pageAmong).all(asked),
    count: ({ among: ids, category, supplierId }: Asked) =>
      (ids === null ? count : countAmong).get({ among: ids, category, supplierId })?.total ?? 0,
    barcodes: (productId: number) => barcodes.pluck().all(productId),
    /** Items whose name the search of the find index finds (shop/find/grams.ts). */
    idsByName: (query: string) => byName.pluck().all({ query }),
    /** Items with this part, in small letters, in their code or a barcode, or of this category. */
    idsByPart: (part: string) => byPart.pluck().all({ part }),
    /** The item that had this serial number last. */
    idBySerial: (code: string) => bySerial.pluck().get({ code }),
  };
}

export function productWrites({ $client: raw }: Orm) {
  const clearBarcodes = raw.prepare('DELETE FROM product_barcodes WHERE product_id = ?');
  const addBarcode = raw.prepare('INSERT INTO product_barcodes (code, product_id) VALUES (?, ?)');
  const setPhoto = raw.prepare('UPDATE products SET photo = ?, photo_type = ? WHERE id = ?');
  return {
    /** Puts these barcodes in the place of those an item had. */
    setBarcodes: (productId: number, codes: readonly string[]): void => {
      clearBarcodes.run(productId);
      for (const code of codes) addBarcode.run(code, productId);
    },
    setPhoto: (productId: number, photo: { sha256: string; type: string } | null): void =>
      void setPhoto.run(photo?.sha256 ?? null, photo?.type ?? null, productId),
  };
}

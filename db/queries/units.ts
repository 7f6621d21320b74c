import type { Orm } from '../open.ts';

export type SoldUnit = {
  readonly saleLineId: number;
  readonly kind: string;
  readonly code: string;
  readonly quantityMilli: number;
};

/** Serial numbers and batches: what was sold, and what of it is with us again. */
export function unitReads({ $client: raw }: Orm) {
  const columns = 'sale_line_id AS saleLineId, kind, code, quantity_milli AS quantityMilli';
  const sold = raw.prepare<[number], SoldUnit>(`SELECT ${columns} FROM sale_units WHERE sale_line_id = ? ORDER BY id`);
  const soldOnSale = raw.prepare<[number], SoldUnit>(
    `SELECT ${columns} FROM sale_units WHERE sale_line_id IN (SELECT id FROM sale_lines WHERE sale_id = ?) ORDER BY id`,
  );
  // Announced and not given free, or received and not gone home again.
  const back = raw.prepare<{ saleLineId: number; serial: string; lineId: number }, { found: number }>(`
    SELECT 1 AS found FROM return_links k JOIN return_lines l ON l.id = k.return_line_id
      WHERE k.sale_line_id = @saleLineId AND l.id <> @lineId AND l.serial = @serial AND k.released_milli < k.quantity_milli
    UNION ALL SELECT 1 FROM receipts a JOIN return_lines l ON l.id = a.return_line_id JOIN return_links k ON k.return_line_id = l.id
      WHERE a.serial = @serial AND k.sale_line_id = @saleLineId AND l.sent_back_milli < l.received_milli LIMIT 1`);
  const backUnlinked = raw.prepare<{ productId: number; serial: string }, { found: number }>(`
    SELECT 1 AS found FROM receipts a JOIN return_lines l ON l.id = a.return_line_id
      WHERE a.serial = @serial AND l.product_id = @productId AND l.sent_back_milli < l.received_milli
        AND NOT EXISTS (SELECT 1 FROM return_links WHERE return_line_id = l.id) LIMIT 1`);
  const backOnSale = raw.prepare<{ saleId: number }, { saleLineId: number; serial: string }>(`
    SELECT k.sale_line_id AS saleLineId, coalesce(a.serial, l.serial) AS serial
      FROM sale_lines s JOIN return_links k ON k.sale_line_id = s.id JOIN return_lines l ON l.id = k.return_line_id
        LEFT JOIN receipts a ON a.return_line_id = l.id
      WHERE s.sale_id = @saleId AND k.released_milli < k.quantity_milli AND coalesce(a.serial, l.serial) IS NOT NULL`);
  const batchBack = raw.prepare<{ saleLineId: number; batch: string }, { milli: number }>(`
    SELECT coalesce(sum(k.quantity_milli - k.released_milli), 0) AS milli FROM return_links k
      JOIN return_lines l ON l.id = k.return_line_id WHERE k.sale_line_id = @saleLineId AND l.batch = @batch`);
  const received = raw.prepare<[number], { serial: string }>(
    'SELECT serial FROM receipts WHERE return_line_id = ? AND serial IS NOT NULL',
  );
  return {
    sold: (saleLineId: number) => sold.all(saleLineId),
    soldOnSale: (saleId: number) => soldOnSale.all(saleId),
    isBack: (asked: { saleLineId: number; serial: string; lineId: number }) => back.get(asked) !== undefined,
    /** Of goods whose sale nobody knows. */
    isBackUnlinked: (productId: number, serial: string) => backUnlinked.get({ productId, serial }) !== undefined,
    backOnSale: (saleId: number) => backOnSale.all({ saleId }),
    batchBackMilli: (saleLineId: number, batch: string) => batchBack.get({ saleLineId, batch })?.milli ?? 0,
    /** Of a return line. */
    received: (returnLineId: number) => received.all(returnLineId).map(({ serial }) => serial),
  };
}

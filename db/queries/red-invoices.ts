import type { Orm } from '../open.ts';

export type RedInvoiceRow = {
  readonly returnId: number;
  readonly returnNumber: string;
  readonly customerCode: string | null;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly creditedCents: number;
  readonly taxCents: number;
  readonly status: string;
  readonly blueNumber: string | null;
  readonly number: string | null;
  readonly note: string | null;
  readonly at: string;
  readonly person: string;
};
export type RedInvoiceStep = Pick<RedInvoiceRow, 'status' | 'blueNumber' | 'number' | 'note' | 'at' | 'person'>;

const newest = `
  SELECT i.return_id AS returnId, r.number AS returnNumber, c.code AS customerCode, c.name AS customerName, c.phone AS customerPhone,
    (SELECT coalesce(sum(n.goods_cents + n.tax_cents), 0) FROM credit_notes n WHERE n.return_id = r.id) AS creditedCents,
    (SELECT coalesce(sum(n.tax_cents), 0) FROM credit_notes n WHERE n.return_id = r.id) AS taxCents,
    i.status, i.blue_number AS blueNumber, i.number, i.note, i.at, i.person
  FROM red_invoices i JOIN returns r ON r.id = i.return_id LEFT JOIN customers c ON c.id = r.customer_id
  WHERE NOT EXISTS (SELECT 1 FROM red_invoices later WHERE later.return_id = i.return_id AND later.id > i.id)`;

/** How far the red invoices of returns are; the newest row of each return counts. */
export function redInvoiceReads({ $client: raw }: Orm) {
  const current = raw.prepare<[number], RedInvoiceRow>(`${newest} AND i.return_id = ?`);
  const history = raw.prepare<[number], RedInvoiceStep>(`
    SELECT status, blue_number AS blueNumber, number, note, at, person FROM red_invoices WHERE return_id = ? ORDER BY id DESC`);
  const order = `ORDER BY iif(i.status = 'requested', 0, 1), i.at LIMIT @limit`;
  const all = raw.prepare<{ limit: number }, RedInvoiceRow>(`${newest} ${order}`);
  const open = raw.prepare<{ limit: number }, RedInvoiceRow>(
    `${newest} AND i.status NOT IN ('issued', 'not-needed') ${order}`,
  );
  return {
    current: (returnId: number) => current.get(returnId),
    /** Newest first. */
    history: (returnId: number) => history.all(returnId),
    all: (limit: number) => all.all({ limit }),
    open: (limit: number) => open.all({ limit }),
  };
}

import type { Orm } from '../open.ts';
import { takenBack } from './undo.ts';

/** What the newest file that speaks of it says of a sale, as an expression on its row. */
export const newestSaid = (column: 'status' | 'signed_on'): string => `coalesce(
  (SELECT f.${column} FROM sale_statuses f WHERE f.sale_id = sales.id AND f.${column} IS NOT NULL AND NOT ${takenBack('f.event_seq')} ORDER BY f.id DESC LIMIT 1), sales.${column})`;

export type SaleMoney = {
  readonly totalCents: number;
  /** Given back elsewhere, as files say. */
  readonly refundedCents: number;
  /** Of the goods, credited here or in returns that were read from files. */
  readonly creditedCents: number;
};
export type SaleNews = SaleMoney & { readonly status: string | null; readonly signedOn: string | null };

const money = `total_cents AS totalCents, refunded_cents AS refundedCents,
  (SELECT coalesce(sum(credited_cents), 0) FROM sale_lines WHERE sale_id = sales.id) AS creditedCents`;

/** What files have said of a sale since it was made. */
export function saleNewsReads({ $client: raw }: Orm) {
  const news = raw.prepare<[number], SaleNews>(
    `SELECT ${newestSaid('status')} AS status, ${newestSaid('signed_on')} AS signedOn, ${money} FROM sales WHERE id = ?`,
  );
  const moneyOf = raw.prepare<[number], SaleMoney>(`SELECT ${money} FROM sales WHERE id = ?`);
  return {
    of: (saleId: number): SaleNews => news.get(saleId) as SaleNews,
    money: (saleId: number): SaleMoney => moneyOf.get(saleId) as SaleMoney,
  };
}

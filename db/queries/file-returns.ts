import type { Orm } from '../open.ts';
import { takenBack } from './undo.ts';

/** A return of this desk that a file announced: how far it is, and whether anything was done to it here. */
export type AnnouncedReturn = {
  readonly id: number;
  readonly stage: string;
  readonly waybill: string | null;
  /** 1 once goods came, were waived, or money was given for it. */
  readonly isTouched: number;
};

export type StoredFileReturn = { readonly id: number; readonly stage: string; readonly day: string };
export type SaleByLine = { readonly saleId: number; readonly saleLineId: number };
export type SaleMoney = {
  readonly totalCents: number;
  readonly refundedCents: number;
  /** Of all its lines, here and by files. */
  readonly creditedCents: number;
};

/** What reading a platform's list of returns asks of the books. What was taken back is not there. */
export function fileReturnReads({ $client: raw }: Orm) {
  const stored = raw.prepare<[string], StoredFileReturn>(
    'SELECT id, stage, day FROM returns WHERE number = ? AND withdrawn = 0',
  );
  const lines = raw.prepare<[number], { milli: number; fileAmountCents: number | null }>(
    'SELECT requested_milli AS milli, file_amount_cents AS fileAmountCents FROM return_lines WHERE return_id = ? ORDER BY line_no',
  );
  // One that was cancelled because its file was taken back is as if it had never been.
  const announced = raw.prepare<[string], AnnouncedReturn>(`
    SELECT r.id, r.stage, r.waybill, EXISTS (SELECT 1 FROM return_lines l WHERE l.return_id = r.id
      AND l.received_milli + l.waived_milli + l.credited_milli > 0) AS isTouched
    FROM returns r WHERE r.reference = ? AND NOT (r.stage = 'cancelled' AND ${takenBack('r.event_seq')})
    ORDER BY r.id DESC LIMIT 1`);
  const saleByNumber = raw.prepare<[string], { id: number }>('SELECT id FROM sales WHERE number = ? AND withdrawn = 0');
  const saleByLine = raw.prepare<[string], SaleByLine>(`
    SELECT s.id AS saleId, l.id AS saleLineId FROM sale_lines l JOIN sales s ON s.id = l.sale_id
    WHERE l.reference = ? AND s.withdrawn = 0 ORDER BY l.id DESC LIMIT 1`);
  const money = raw.prepare<[number], SaleMoney>(`
    SELECT total_cents AS totalCents, refunded_cents AS refundedCents,
      (SELECT coalesce(sum(credited_cents), 0) FROM sale_lines WHERE sale_id = s.id) AS creditedCents
    FROM sales s WHERE id = ?`);
  const refund = raw.prepare<[number, string], { id: number }>(
    `SELECT id FROM sale_refunds f WHERE sale_id = ? AND reference = ? AND NOT ${takenBack('f.event_seq')} LIMIT 1`,
  );
  const namedRefunds = raw.prepare<[number], { cents: number }>(
    `SELECT coalesce(sum(cents), 0) AS cents FROM sale_refunds f WHERE sale_id = ? AND reference IS NOT NULL AND NOT ${takenBack('f.event_seq')}`,
  );
  return {
    stored: (number: string) => stored.get(number),
    linesOfStored: (returnId: number) => lines.all(returnId),
    announced: (reference: string) => announced.get(reference),
    saleIdOf: (number: string) => saleByNumber.get(number)?.id,
    /** By what its platform calls one line of it. */
    saleByLine: (reference: string) => saleByLine.get(reference),
    money: (saleId: number) => money.get(saleId) as SaleMoney,
    hasRefund: (saleId: number, reference: string) => refund.get(saleId, reference) !== undefined,
    /** Given back elsewhere by returns of which it is known; the rest was told of the whole order. */
    namedRefundCents: (saleId: number) => namedRefunds.get(saleId)?.cents ?? 0,
  };
}

import type { Orm } from '../open.ts';
import { nameOfReturnLine, returnLinesAtMonthEnd, stockAtMonthEnd } from './month-end.ts';
import { monthListReads } from './month-lists.ts';
import type { Period } from './months.ts';

export type ReturnLineOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly stage: string;
  readonly channel: string;
  readonly want: string;
  readonly saleNumber: string | null;
  readonly saleDay: string | null;
  readonly customer: string | null;
  readonly lineNo: number;
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  readonly reason: string;
  readonly note: string | null;
  readonly requestedMilli: number;
  readonly receivedMilli: number;
  readonly sentBackMilli: number;
  readonly returnedMilli: number;
  readonly creditedMilli: number;
  readonly creditedCents: number;
};
export type CreditNoteOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly returnNumber: string;
  readonly saleNumber: string | null;
  readonly customer: string | null;
  readonly quantityMilli: number;
  readonly goodsCents: number;
  readonly taxCents: number;
  readonly deliveryCents: number;
  readonly feeCents: number;
  readonly totalCents: number;
  readonly paidCents: number;
};
export type CreditNoteLineOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly returnNumber: string;
  readonly lineNo: number;
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  readonly quantityMilli: number;
  readonly goodsCents: number;
  readonly taxCents: number;
  readonly feeCents: number;
};
export type PayoutOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly creditNote: string;
  readonly returnNumber: string;
  readonly tender: string;
  readonly amountCents: number;
  readonly reference: string | null;
  readonly voids: string | null;
  readonly exchangeSale: string | null;
  readonly storeCredit: string | null;
};
export type ExtraOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly returnNumber: string;
  readonly lineNo: number | null;
  readonly sku: string | null;
  readonly kind: string;
  readonly cents: number;
  readonly taxCents: number;
  readonly note: string | null;
};
export type StoreCreditEventOfMonth = {
  readonly day: string;
  readonly code: string;
  readonly kind: string;
  readonly document: string;
  readonly saleNumber: string | null;
  readonly cents: number;
  readonly note: string | null;
};
export type JournalLineOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly kind: string;
  readonly document: string;
  /** Number and day of the payout that a correction of a later day takes back. */
  readonly corrects: string | null;
  readonly lineNo: number;
  readonly role: string;
  readonly accountCode: string;
  readonly accountName: string;
  readonly debitCents: number;
  readonly creditCents: number;
};
export type AccountOfMonth = Pick<JournalLineOfMonth, 'role' | 'accountCode' | 'accountName'> & {
  readonly lines: number;
};
export type MoveOfMonth = {
  readonly id: number;
  readonly day: string;
  readonly document: string;
  readonly sku: string;
  readonly name: string;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly quantityMilli: number;
  readonly unknownMilli: number;
  readonly fromValueCents: number;
  readonly toValueCents: number;
};
export type StockOfMonth = {
  readonly sku: string;
  readonly name: string;
  readonly place: string;
  readonly quantityMilli: number;
  readonly valueCents: number;
  readonly unknownMilli: number;
};

const inMonth = 'BETWEEN @from AND @to';

/** A month's rows for the accountant, in the order they are written, one at a time. */
export function monthPackReads(orm: Orm) {
  const { $client: raw } = orm;
  const rows = <Row>(sql: string) => {
    const statement = raw.prepare<Period, Row>(sql);
    // The statement starts with the first row that is asked for, and ends with the last or when the reader gives up.
    return function* (period: Period): Generator<Row> {
      yield* statement.iterate(period);
    };
  };
  return {
    returns: rows<ReturnLineOfMonth>(returnLinesAtMonthEnd),
    creditNotes: rows<CreditNoteOfMonth>(`
      SELECT n.number, n.day, r.number AS returnNumber, s.number AS saleNumber, coalesce(c.name, c.code, c.phone) AS customer,
        (SELECT sum(quantity_milli) FROM credit_note_lines WHERE credit_note_id = n.id) AS quantityMilli, n.goods_cents AS goodsCents,
        n.tax_cents AS taxCents, n.delivery_cents AS deliveryCents, n.fee_cents AS feeCents, n.total_cents AS totalCents,
        (SELECT coalesce(sum(amount_cents), 0) FROM payouts WHERE credit_note_id = n.id AND day <= @to) AS paidCents
      FROM credit_notes n JOIN returns r ON r.id = n.return_id
        LEFT JOIN sales s ON s.id = coalesce(r.matched_sale_id, r.sale_id) LEFT JOIN customers c ON c.id = r.customer_id
      WHERE n.day ${inMonth} ORDER BY n.day, n.id`),
    creditNoteLines: rows<CreditNoteLineOfMonth>(`
      SELECT n.number, n.day, r.number AS returnNumber, l.line_no AS lineNo, p.sku, ${nameOfReturnLine} AS name, p.spec, c.quantity_milli AS quantityMilli,
        c.goods_cents AS goodsCents, c.tax_cents AS taxCents, c.fee_cents AS feeCents
      FROM credit_notes n JOIN credit_note_lines c ON c.credit_note_id = n.id JOIN return_lines l ON l.id = c.return_line_id
        JOIN returns r ON r.id = n.return_id JOIN products p ON p.id = l.product_id
      WHERE n.day ${inMonth} ORDER BY n.day, n.id, c.id`),
    payouts: rows<PayoutOfMonth>(`
      SELECT p.number, p.day, n.number AS creditNote, r.number AS returnNumber, p.tender, p.amount_cents AS amountCents, p.reference,
        v.number AS voids, (SELECT s.number FROM sales s WHERE s.id = p.exchange_sale_id) AS exchangeSale,
        (SELECT k.code FROM store_credit_events e JOIN store_credits k ON k.id = e.store_credit_id WHERE e.payout_id = p.id) AS storeCredit
      FROM payouts p JOIN credit_notes n ON n.id = p.credit_note_id JOIN returns r ON r.id = n.return_id
        LEFT JOIN payouts v ON v.id = p.voids_payout_id
      WHERE p.day ${inMonth} ORDER BY p.day, p.id`),
    extras: rows<ExtraOfMonth>(`
      SELECT n.number, n.day, r.number AS returnNumber, l.line_no AS lineNo, p.sku, x.kind, x.cents, x.tax_cents AS taxCents, x.note
      FROM credit_notes n JOIN credit_note_extras x ON x.credit_note_id = n.id JOIN returns r ON r.id = n.return_id
        LEFT JOIN return_lines l ON l.id = x.return_line_id LEFT JOIN products p ON p.id = l.product_id
      WHERE n.day ${inMonth} ORDER BY n.day, n.id, x.id`),
    storeCredit: rows<StoreCreditEventOfMonth>(`
      SELECT e.day, k.code, e.kind, e.document, s.number AS saleNumber, e.cents, e.note
      FROM store_credit_events e JOIN store_credits k ON k.id = e.store_credit_id LEFT JOIN sales s ON s.id = e.sale_id
      WHERE e.day ${inMonth} ORDER BY e.day, e.id`),
    journal: rows<JournalLineOfMonth>(`
      SELECT e.number, e.day, e.kind, e.document, l.line_no AS lineNo, l.role, l.account_code AS accountCode, l.account_name AS accountName,
        iif(e.kind = 'payout-correction', (SELECT v.number || ' ' || v.day FROM payouts p JOIN payouts v ON v.id = p.voids_payout_id
          WHERE p.number = e.document), NULL) AS corrects, l.debit_cents AS debitCents, l.credit_cents AS creditCents
      FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id WHERE e.day ${inMonth} ORDER BY e.day, e.id, l.line_no`),
    /** The accounts that were posted to, in the order of their codes. */
    accounts: rows<AccountOfMonth>(`
      SELECT l.role, l.account_code AS accountCode, l.account_name AS accountName, count(*) AS lines
      FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id WHERE e.day ${inMonth} GROUP BY 1, 2, 3 ORDER BY 2, 3, 1`),
    moves: rows<MoveOfMonth>(`
      SELECT m.id, m.day, m.document, p.sku, p.name, m.from_place AS fromPlace, m.to_place AS toPlace, m.quantity_milli AS quantityMilli,
        m.unknown_milli AS unknownMilli, m.from_value_cents AS fromValueCents, m.to_value_cents AS toValueCents
      FROM stock_moves m JOIN products p ON p.id = m.product_id WHERE m.day ${inMonth} ORDER BY m.day, m.id`),
    stockOnHand: rows<StockOfMonth>(stockAtMonthEnd),
    ...monthListReads(orm),
  };
}
export type MonthPackReads = ReturnType<typeof monthPackReads>;

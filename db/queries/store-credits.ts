import type { Orm } from '../open.ts';

export type StoreCreditRow = {
  readonly id: number;
  readonly code: string;
  readonly customerId: number | null;
  readonly customerCode: string | null;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly day: string;
  readonly expiresOn: string | null;
  readonly balanceCents: number;
  readonly issuedCents: number;
};
export type StoreCreditEventRow = {
  readonly kind: 'issued' | 'used' | 'expired' | 'voided';
  readonly cents: number;
  readonly document: string;
  readonly saleId: number | null;
  readonly saleNumber: string | null;
  readonly returnId: number | null;
  readonly returnNumber: string | null;
  readonly day: string;
  readonly at: string;
  readonly person: string;
  readonly note: string | null;
};
/** A code that paid for a sale, and how much of that it has not got back. */
export type StoreCreditOfSale = { readonly id: number; readonly expiresOn: string | null; readonly leftCents: number };
export type StoreCreditTotals = { readonly owedCents: number; readonly expiredCents: number };

const columns = `k.id, k.code, k.customer_id AS customerId, c.code AS customerCode, c.name AS customerName, c.phone AS customerPhone, k.day,
  k.expires_on AS expiresOn, k.balance_cents AS balanceCents,
  (SELECT coalesce(sum(e.cents), 0) FROM store_credit_events e WHERE e.store_credit_id = k.id AND e.kind = 'issued') AS issuedCents`;
const from = 'FROM store_credits k LEFT JOIN customers c ON c.id = k.customer_id';

type Asked = { readonly limit: number };

export function storeCreditReads({ $client: raw }: Orm) {
  const one = (where: string) =>
    raw.prepare<[string | number], StoreCreditRow>(`SELECT ${columns} ${from} WHERE ${where}`);
  const list = <Named extends Asked>(where: string) =>
    raw.prepare<Named, StoreCreditRow>(`SELECT ${columns} ${from} WHERE ${where} ORDER BY k.id DESC LIMIT @limit`);
  const [byCode, byId] = [one('k.code = ?'), one('k.id = ?')];
  const ofPayout = raw
    .prepare<[number], number>('SELECT store_credit_id FROM store_credit_events WHERE payout_id = ?')
    .pluck();
  const events = raw.prepare<[number], StoreCreditEventRow>(`
    SELECT e.kind, e.cents, e.document, e.sale_id AS saleId, s.number AS saleNumber, n.return_id AS returnId, r.number AS returnNumber,
      e.day, e.at, e.person, e.note
    FROM store_credit_events e LEFT JOIN sales s ON s.id = e.sale_id LEFT JOIN payouts p ON p.id = e.payout_id
      LEFT JOIN credit_notes n ON n.id = p.credit_note_id LEFT JOIN returns r ON r.id = n.return_id
    WHERE e.store_credit_id = ? ORDER BY e.id`);
  const all = list<Asked>('true');
  const standing = list<Asked & { today: string }>(
    `k.balance_cents > 0 AND (k.expires_on IS NULL OR k.expires_on >= @today)`,
  );
  const expired = list<Asked & { today: string }>('k.balance_cents > 0 AND k.expires_on < @today');
  const spent = list<Asked>('k.balance_cents = 0');
  const ofCustomer = list<Asked & { customerId: number }>('k.customer_id = @customerId');
  const totals = raw.prepare<{ today: string }, StoreCreditTotals>(`
    SELECT coalesce(sum(balance_cents), 0) AS owedCents,
      coalesce(sum(iif(expires_on < @today, balance_cents, 0)), 0) AS expiredCents
    FROM store_credits WHERE balance_cents > 0`);
  const ofSale = raw.prepare<{ sale: number }, StoreCreditOfSale>(`
    SELECT k.id, k.expires_on AS expiresOn, -sum(e.cents) - coalesce((
      SELECT sum(b.cents) FROM (SELECT id FROM returns WHERE sale_id = @sale UNION SELECT id FROM returns WHERE matched_sale_id = @sale) r
        JOIN credit_notes n ON n.return_id = r.id JOIN payouts p ON p.credit_note_id = n.id JOIN store_credit_events b ON b.payout_id = p.id
      WHERE b.store_credit_id = k.id), 0) AS leftCents
    FROM store_credit_events e JOIN store_credits k ON k.id = e.store_credit_id
    WHERE e.sale_id = @sale GROUP BY k.id ORDER BY k.id`);
  return {
    byCode: (code: string) => byCode.get(code),
    byId: (id: number) => byId.get(id),
    /** The credit a payout went to, or a counter-document took it back from. */
    ofPayout: (payoutId: number) => ofPayout.get(payoutId),
    events: (id: number) => events.all(id),
    all: (limit: number) => all.all({ limit }),
    standing: (today: string, limit: number) => standing.all({ today, limit }),
    expired: (today: string, limit: number) => expired.all({ today, limit }),
    spent: (limit: number) => spent.all({ limit }),
    ofCustomer: (customerId: number, limit: number) => ofCustomer.all({ customerId, limit }),
    totals: (today: string) => totals.get({ today }) ?? { owedCents: 0, expiredCents: 0 },
    ofSale: (saleId: number) => ofSale.all({ sale: saleId }),
  };
}

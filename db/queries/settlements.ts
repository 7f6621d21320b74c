import type { Orm } from '../open.ts';

/** What a settlement depends on beside the lines: the terms in force, what the customer paid for freight, and whose it is. */
export type SettlementFacts = {
  readonly terms: string | null;
  readonly freightCents: number;
  readonly deliveryCents: number;
  readonly customerId: number | null;
  readonly want: string;
};
export type ExtraOfSale = { readonly kind: string; readonly bundle: string | null; readonly cents: number };
export type ValuedLine = {
  readonly returnLineId: number;
  readonly valueCents: number;
  readonly taxCents: number;
  readonly creditedCents: number;
  readonly creditedTaxCents: number;
};

export function settlementReads({ $client: raw }: Orm) {
  const facts = raw.prepare<[number], SettlementFacts>(`
    SELECT coalesce((SELECT m.verdict_terms FROM return_matches m WHERE m.return_id = r.id), r.verdict_terms) AS terms,
      coalesce(r.freight_cents, 0) AS freightCents, coalesce(s.delivery_cents, 0) AS deliveryCents, coalesce(r.customer_id, s.customer_id) AS customerId, r.want
    FROM returns r LEFT JOIN sales s ON s.id = coalesce(r.matched_sale_id, r.sale_id) WHERE r.id = ?`);
  // A return found later and one opened for the sale are looked up by an index of their own.
  const extrasOfSale = raw.prepare<{ sale: number }, ExtraOfSale>(`
    SELECT x.kind, l.bundle, sum(x.cents) AS cents
    FROM (SELECT id FROM returns WHERE sale_id = @sale UNION SELECT id FROM returns WHERE matched_sale_id = @sale) r
      JOIN credit_notes n ON n.return_id = r.id JOIN credit_note_extras x ON x.credit_note_id = n.id
      LEFT JOIN return_links k ON k.return_line_id = x.return_line_id LEFT JOIN sale_lines l ON l.id = k.sale_line_id
    GROUP BY x.kind, l.bundle`);
  const valuations = raw.prepare<[number], ValuedLine>(`
    SELECT v.return_line_id AS returnLineId, v.value_cents AS valueCents, v.tax_cents AS taxCents, l.credited_cents AS creditedCents,
      (SELECT coalesce(sum(c.tax_cents), 0) FROM credit_note_lines c WHERE c.return_line_id = l.id) AS creditedTaxCents
    FROM return_lines l JOIN line_valuations v ON v.return_line_id = l.id WHERE l.return_id = ?`);
  return {
    facts: (returnId: number) => facts.get(returnId),
    /** Given back and kept by all returns of a sale, by kind and, where it belongs to one, bundle. */
    extrasOfSale: (saleId: number) => extrasOfSale.all({ sale: saleId }),
    /** What a person gives for lines without a receipt, and what of it was credited. */
    valuations: (returnId: number) => valuations.all(returnId),
  };
}

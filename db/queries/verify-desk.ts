/** Payouts from the first store credit on: before it, no version gave codes. */
const creditedPayouts = `payouts p WHERE p.tender = 'store-credit' AND p.exchange_sale_id IS NULL
  AND p.event_seq >= (SELECT min(event_seq) FROM store_credits)`;

/** How many units of an item should stand at a place, and how many do. */
const standsAt = (place: string, expected: string): string => `SELECT p.sku FROM (
    SELECT product_id, -quantity_milli AS milli FROM stock_balances WHERE place = '${place}'
    UNION ALL ${expected}
  ) JOIN products p ON p.id = product_id GROUP BY product_id HAVING sum(milli) <> 0`;

const gradedTo = (disposition: string): string => `SELECT l.product_id, i.quantity_milli AS milli
  FROM inspections i JOIN return_lines l ON l.id = i.return_line_id WHERE i.disposition = '${disposition}'`;

const endedTickets = `repair_outcomes o JOIN repair_tickets t ON t.id = o.ticket_id JOIN return_lines l ON l.id = t.return_line_id`;

/** The checks of exchanges, store credits, repairs and claims. Each gives one row `what` per offender; none is right. */
export const deskChecks = {
  exchanges: `SELECT p.number AS what FROM payouts p JOIN credit_notes n ON n.id = p.credit_note_id JOIN sales s ON s.id = p.exchange_sale_id
      WHERE s.exchange_of IS NOT n.return_id OR s.booked = 0 OR s.day <> p.day OR s.event_seq <> p.event_seq OR p.amount_cents < 0
    UNION SELECT s.number FROM payouts p JOIN sales s ON s.id = p.exchange_sale_id
      LEFT JOIN sale_tenders t ON t.sale_id = s.id AND t.tender = p.tender
      GROUP BY s.id, p.tender HAVING sum(p.amount_cents) > coalesce(t.amount_cents, 0)`,

  'store-credits': `SELECT c.code AS what FROM store_credits c
      LEFT JOIN (SELECT store_credit_id, sum(cents) AS cents FROM store_credit_events GROUP BY 1) e ON e.store_credit_id = c.id
      WHERE c.balance_cents <> coalesce(e.cents, 0) OR c.balance_cents < 0
    UNION SELECT c.code FROM store_credit_events e JOIN store_credits c ON c.id = e.store_credit_id LEFT JOIN payouts p ON p.id = e.payout_id
      WHERE (e.payout_id IS NOT NULL AND (p.id IS NULL OR p.tender <> 'store-credit' OR p.exchange_sale_id IS NOT NULL OR p.number <> e.document
          OR p.amount_cents <> e.cents OR p.event_seq <> e.event_seq))
        OR (e.kind = 'issued' AND e.payout_id IS NULL)
        OR (e.kind = 'expired' AND (c.expires_on IS NULL OR c.expires_on >= e.day))
        OR (e.kind IN ('issued', 'used') AND c.expires_on < e.day)
    UNION SELECT c.code FROM store_credit_events e JOIN store_credits c ON c.id = e.store_credit_id JOIN payouts p ON p.id = e.payout_id
      WHERE e.kind = 'voided' AND NOT EXISTS (SELECT 1 FROM store_credit_events i WHERE i.payout_id = p.voids_payout_id AND i.store_credit_id = e.store_credit_id)
    UNION SELECT p.number FROM ${creditedPayouts} AND NOT EXISTS (SELECT 1 FROM store_credit_events e WHERE e.payout_id = p.id)
      AND (p.voids_payout_id IS NULL OR EXISTS (SELECT 1 FROM store_credit_events e WHERE e.payout_id = p.voids_payout_id))
    UNION SELECT s.number FROM (SELECT sale_id, -sum(cents) AS used FROM store_credit_events WHERE sale_id IS NOT NULL GROUP BY 1) u
      JOIN sales s ON s.id = u.sale_id
      WHERE u.used <> (SELECT coalesce(sum(amount_cents), 0) FROM sale_tenders WHERE sale_id = s.id AND tender = 'store-credit')
        - (SELECT coalesce(sum(amount_cents), 0) FROM payouts WHERE exchange_sale_id = s.id AND tender = 'store-credit')`,

  repairs: `SELECT t.number AS what FROM repair_tickets t LEFT JOIN repair_outcomes o ON o.ticket_id = t.id
      LEFT JOIN inspections i ON i.id = t.inspection_id
      WHERE (t.open = 1) <> (o.id IS NULL) OR i.disposition IS NOT 'repair' OR i.quantity_milli <> t.quantity_milli OR i.return_line_id <> t.return_line_id
        OR o.unknown_milli > t.quantity_milli
    UNION SELECT t.number FROM repair_works w JOIN repair_tickets t ON t.id = w.ticket_id JOIN repair_outcomes o ON o.ticket_id = t.id
      WHERE w.event_seq > o.event_seq
    UNION ${standsAt('repair', `${gradedTo('repair')} UNION ALL SELECT l.product_id, -t.quantity_milli FROM ${endedTickets}`)}`,

  claims: `SELECT c.number AS what FROM supplier_claims c
      LEFT JOIN (SELECT claim_id, sum(value_cents) AS value, sum(claimed_cents) AS claimed FROM supplier_claim_lines GROUP BY 1) l ON l.claim_id = c.id
      LEFT JOIN (SELECT claim_id, sum(iif(kind = 'paid', cents, 0)) AS paid, sum(iif(kind = 'closed', cents, 0)) AS lost, sum(kind = 'closed') AS closings,
          max(iif(kind = 'closed', id, 0)) AS closing, max(id) AS newest FROM supplier_claim_events GROUP BY 1) e ON e.claim_id = c.id
      WHERE c.value_cents <> coalesce(l.value, 0) OR c.claimed_cents <> coalesce(l.claimed, 0) OR c.paid_cents <> coalesce(e.paid, 0)
        OR c.open <> 1 - coalesce(e.closings, 0) OR (c.open = 0 AND (e.closing <> e.newest OR e.lost <> max(0, c.value_cents - c.paid_cents)))
    UNION ${standsAt(
      'supplier-shelf',
      `${gradedTo('supplier')} UNION ALL SELECT l.product_id, t.quantity_milli FROM ${endedTickets} WHERE o.disposition = 'supplier'
      UNION ALL SELECT product_id, -quantity_milli FROM supplier_claim_lines
      UNION ALL SELECT d.product_id, d.counted_milli - d.book_milli FROM stocktake_differences d JOIN stocktakes t ON t.id = d.stocktake_id
        WHERE t.place = 'supplier-shelf'`,
    )}`,
} as const;

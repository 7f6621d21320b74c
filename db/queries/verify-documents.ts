import { movements, postings } from './verify-postings.ts';

const cameIn = (kind: string): string =>
  `EXISTS (SELECT 1 FROM goods_receipts x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq AND x.kind = '${kind}')`;

/** The checks of documents against one another and against the ledgers. Each gives one row `what` per offender; none is right. */
export const documentChecks = {
  'event-days': `SELECT '#' || seq AS what FROM (SELECT seq, day, lag(day) OVER (ORDER BY seq) AS before FROM journal_of_events) WHERE day < before`,

  numbers: `SELECT series || '-' || year AS what FROM documents GROUP BY series, year HAVING min(seq) <> 1 OR max(seq) <> count(*)`,

  'documents-present': `SELECT number AS what FROM documents d WHERE NOT CASE series
      WHEN 'S' THEN EXISTS (SELECT 1 FROM sales x WHERE x.number = d.number
        AND (x.day = d.day AND x.event_seq = d.event_seq OR x.event_seq < d.event_seq))
      WHEN 'R' THEN EXISTS (SELECT 1 FROM returns x WHERE x.number = d.number
        AND (x.day = d.day AND x.event_seq = d.event_seq OR x.origin = 'import' AND x.event_seq < d.event_seq))
      WHEN 'C' THEN EXISTS (SELECT 1 FROM credit_notes x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      WHEN 'P' THEN EXISTS (SELECT 1 FROM payouts x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      WHEN 'T' THEN EXISTS (SELECT 1 FROM repair_tickets x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
        OR EXISTS (SELECT 1 FROM repair_works x WHERE x.document = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      WHEN 'L' THEN EXISTS (SELECT 1 FROM supplier_claims x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
        OR EXISTS (SELECT 1 FROM supplier_claim_events x WHERE x.document = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      WHEN 'K' THEN EXISTS (SELECT 1 FROM stocktakes x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      WHEN 'D' THEN EXISTS (SELECT 1 FROM drawer_moves x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
        OR EXISTS (SELECT 1 FROM drawer_counts x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      WHEN 'G' THEN ${cameIn('received')}
      WHEN 'O' THEN ${cameIn('opening')}
      WHEN 'V' THEN EXISTS (SELECT 1 FROM store_credit_events x WHERE x.document = d.number AND x.day = d.day AND x.event_seq = d.event_seq)
      ELSE EXISTS (SELECT 1 FROM journal_entries x WHERE x.number = d.number AND x.day = d.day AND x.event_seq = d.event_seq) END
    UNION ALL SELECT number FROM returns r WHERE origin = 'desk' AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.number = r.number)`,

  'documents-posted': `SELECT DISTINCT document AS what FROM (
      SELECT document FROM (${postings}) GROUP BY family, document, role HAVING sum(cents) <> 0)`,

  'documents-moved': `SELECT DISTINCT document || ' · ' || sku AS what FROM (
      SELECT document, product FROM (${movements}) GROUP BY document, product, source, target
      HAVING sum(milli) <> 0 OR sum(unknown) <> 0 OR sum(leaves) <> 0 OR sum(arrives) <> 0
    ) JOIN products p ON p.id = product`,

  'entries-balanced': `SELECT e.number AS what FROM journal_entries e LEFT JOIN journal_lines l ON l.entry_id = e.id
    GROUP BY e.id HAVING coalesce(sum(l.debit_cents) - sum(l.credit_cents), -1) <> 0`,

  'sales-add-up': `SELECT number AS what FROM sales s
    WHERE total_cents <> delivery_cents + (SELECT coalesce(sum(paid_cents), 0) FROM sale_lines WHERE sale_id = s.id)
      OR total_cents <> (SELECT coalesce(sum(amount_cents), s.total_cents) FROM sale_tenders WHERE sale_id = s.id)
    UNION SELECT s.number FROM sale_units u JOIN sale_lines l ON l.id = u.sale_line_id JOIN sales s ON s.id = l.sale_id
      GROUP BY l.id HAVING sum(u.quantity_milli) > l.quantity_milli`,

  'returns-fit-sales': `SELECT r.number || ' / ' || l.line_no AS what FROM return_links k JOIN return_lines l ON l.id = k.return_line_id
      JOIN returns r ON r.id = l.return_id JOIN sale_lines x ON x.id = k.sale_line_id JOIN sales s ON s.id = x.sale_id
      WHERE x.product_id <> l.product_id OR r.day < s.day OR (r.origin = 'import' AND (l.unlinked IS NULL) <> (k.event_seq = l.event_seq))
        OR iif(r.origin = 'desk', coalesce(r.matched_sale_id, r.sale_id) IS NOT s.id,
          k.event_seq = l.event_seq AND s.customer_id IS NOT NULL AND r.customer_id IS NOT s.customer_id)
    UNION SELECT r.number || ' / ' || l.line_no FROM return_lines l JOIN returns r ON r.id = l.return_id
      JOIN (SELECT return_line_id, sum(quantity_milli) AS milli FROM return_links GROUP BY 1) k ON k.return_line_id = l.id
      WHERE k.milli <> l.requested_milli
    UNION SELECT r.number FROM returns r LEFT JOIN return_matches m ON m.return_id = r.id
      WHERE r.matched_sale_id IS NOT m.sale_id OR (r.sale_id IS NOT NULL AND m.id IS NOT NULL)
    UNION SELECT r.number || ' / ' || l.serial FROM return_lines l JOIN returns r ON r.id = l.return_id JOIN return_links k ON k.return_line_id = l.id
      WHERE l.serial IS NOT NULL AND k.released_milli < k.quantity_milli GROUP BY k.sale_line_id, l.serial HAVING count(*) > 1`,

  'return-stages': `SELECT r.number AS what FROM returns r
      WHERE r.stage IS NOT (SELECT s.to_stage FROM return_steps s WHERE s.return_id = r.id ORDER BY s.id DESC LIMIT 1)
    UNION SELECT r.number FROM returns r JOIN (
      SELECT return_id, from_stage, lag(to_stage, 1, 'draft') OVER (PARTITION BY return_id ORDER BY id) AS before FROM return_steps
    ) s ON s.return_id = r.id WHERE s.from_stage <> s.before`,

  'credit-notes': `SELECT n.number AS what FROM credit_notes n LEFT JOIN credit_note_lines c ON c.credit_note_id = n.id
    LEFT JOIN return_lines l ON l.id = c.return_line_id
    LEFT JOIN (SELECT credit_note_id, sum(iif(kind IN ('delivery', 'freight-paid'), cents, 0)) AS given,
      sum(iif(kind IN ('delivery', 'freight-paid'), 0, cents)) AS kept FROM credit_note_extras GROUP BY 1) x ON x.credit_note_id = n.id
    GROUP BY n.id
    HAVING n.goods_cents <> coalesce(sum(c.goods_cents), 0) OR n.tax_cents <> coalesce(sum(c.tax_cents), 0)
      OR n.fee_cents <> coalesce(x.kept, 0) OR n.delivery_cents <> coalesce(x.given, 0) OR n.fee_cents < coalesce(sum(c.fee_cents), 0)
      OR n.total_cents <> n.goods_cents + n.tax_cents + n.delivery_cents - n.fee_cents
      OR min(c.id IS NULL OR l.return_id IS n.return_id) = 0`,

  'payout-voids': `SELECT v.number AS what FROM payouts v LEFT JOIN payouts p ON p.id = v.voids_payout_id
    WHERE (v.amount_cents < 0) <> (v.voids_payout_id IS NOT NULL) OR (v.amount_cents < 0 AND v.exchange_sale_id IS NOT NULL)
      OR (v.voids_payout_id IS NOT NULL AND (p.id IS NULL OR p.amount_cents < 0 OR p.exchange_sale_id IS NOT NULL OR v.amount_cents <> -p.amount_cents
        OR v.original_cents <> -p.original_cents OR v.tender <> p.tender OR v.credit_note_id <> p.credit_note_id OR v.day < p.day))`,

  'months-closed': `SELECT month AS what FROM (SELECT month, event_seq, lag(event_seq) OVER (ORDER BY month) AS before FROM month_closings)
      WHERE event_seq <= before
    UNION SELECT c.month FROM month_closings c JOIN journal_of_events e ON e.seq = c.event_seq WHERE c.month >= substr(e.day, 1, 7)
    UNION SELECT number FROM (
      SELECT number, day, event_seq AS seq FROM journal_entries UNION ALL SELECT number, day, event_seq FROM credit_notes
      UNION ALL SELECT number, day, event_seq FROM payouts UNION ALL SELECT document, day, event_seq FROM stock_moves
      UNION ALL SELECT number, day, event_seq FROM returns WHERE origin = 'desk'
      UNION ALL SELECT document, day, event_seq FROM store_credit_events UNION ALL SELECT number, day, event_seq FROM repair_tickets
      UNION ALL SELECT t.number, x.day, x.event_seq FROM repair_works x JOIN repair_tickets t ON t.id = x.ticket_id
      UNION ALL SELECT t.number, x.day, x.event_seq FROM repair_outcomes x JOIN repair_tickets t ON t.id = x.ticket_id
      UNION ALL SELECT number, day, event_seq FROM supplier_claims UNION ALL SELECT number, day, event_seq FROM stocktakes
      UNION ALL SELECT number, day, event_seq FROM goods_receipts UNION ALL SELECT number, day, event_seq FROM drawer_moves
      UNION ALL SELECT number, day, event_seq FROM drawer_counts
      UNION ALL SELECT t.number, x.day, x.event_seq FROM stocktake_ends x JOIN stocktakes t ON t.id = x.stocktake_id
      UNION ALL SELECT c.number, x.day, x.event_seq FROM supplier_claim_events x JOIN supplier_claims c ON c.id = x.claim_id
    ) WHERE EXISTS (SELECT 1 FROM month_closings c WHERE c.month >= substr(day, 1, 7) AND c.event_seq < seq)`,
} as const;

/** An entry's family by its kind: which documents it may post. */
const family = `CASE e.kind WHEN 'credit-note' THEN 'credit-note' WHEN 'sale' THEN 'sale' WHEN 'cost-set' THEN 'cost-set'
  WHEN 'goods-back' THEN 'return' WHEN 'grading' THEN 'return' ELSE iif(e.kind LIKE 'payout%', 'payout', '?') END`;

const tenderRole = (column: string): string => `iif(${column} = 'other', 'other-tender', ${column})`;

const gradings = `inspections i JOIN return_lines l ON l.id = i.return_line_id JOIN returns r ON r.id = l.return_id`;
const receiptsOfReturns = `receipts a JOIN return_lines l ON l.id = a.return_line_id JOIN returns r ON r.id = l.return_id`;
const bookedSales = `sales s JOIN sale_lines l ON l.sale_id = s.id AND s.booked = 1`;
const placeOf = `CASE i.disposition WHEN 'resell' THEN 'shelf' WHEN 'repair' THEN 'repair' WHEN 'scrap' THEN 'scrapped'
  WHEN 'supplier' THEN 'supplier-shelf' ELSE 'customer' END`;
const losesAll = `i.disposition IN ('scrap', 'send-back')`;

/**
 * What every document must have posted, debits above zero, and less than that what its entries say. Goods are posted by what the moves of
 * the document are worth, everything else by the document itself.
 */
const postings = `SELECT 'credit-note' AS family, number AS document, 'owed-to-customer' AS role, -total_cents AS cents FROM credit_notes
  UNION ALL SELECT 'credit-note', number, 'sales', goods_cents + delivery_cents FROM credit_notes
  UNION ALL SELECT 'credit-note', number, 'output-tax', tax_cents FROM credit_notes
  UNION ALL SELECT 'credit-note', number, 'other-income', -fee_cents FROM credit_notes
  UNION ALL SELECT 'payout', number, 'owed-to-customer', amount_cents FROM payouts
  UNION ALL SELECT 'payout', number, ${tenderRole('tender')}, -amount_cents FROM payouts
  UNION ALL SELECT 'sale', s.number, 'sales', l.tax_cents - l.paid_cents FROM ${bookedSales}
  UNION ALL SELECT 'sale', s.number, 'output-tax', -l.tax_cents FROM ${bookedSales}
  UNION ALL SELECT 'sale', s.number, ${tenderRole('t.tender')}, t.amount_cents FROM sales s JOIN sale_tenders t ON t.sale_id = s.id AND s.booked = 1
  UNION ALL SELECT 'return', r.number, 'cost-of-sales', -a.value_cents FROM ${receiptsOfReturns}
  UNION ALL SELECT 'return', r.number, iif(i.disposition = 'send-back', 'cost-of-sales', 'loss-on-goods'),
    iif(${losesAll}, i.value_cents, i.posted_write_down_cents) FROM ${gradings}
  UNION ALL SELECT 'goods', document, 'goods', to_value_cents - from_value_cents FROM stock_moves
  UNION ALL SELECT iif(l.role = 'goods', 'goods', ${family}), e.document, l.role, l.credit_cents - l.debit_cents
    FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id
    WHERE NOT (l.role = 'cost-of-sales' AND e.kind IN ('sale', 'cost-set'))`;

/** What every document must have moved, less what was moved under its name: units, those of unknown cost, and value that leaves and arrives. */
const movements = `SELECT r.number AS document, l.product_id AS product, 'customer' AS source, 'returns' AS target, a.quantity_milli AS milli,
    iif(a.cost_source = 'unknown', a.quantity_milli, 0) AS unknown, 0 AS leaves, a.value_cents AS arrives FROM ${receiptsOfReturns}
  UNION ALL SELECT r.number, l.product_id, 'returns', ${placeOf}, i.quantity_milli, i.unknown_milli, i.value_cents,
    iif(${losesAll}, 0, i.value_cents - i.posted_write_down_cents) FROM ${gradings}
  UNION ALL SELECT p.sku, p.id, 'returns', 'returns', 0, v.known_milli, 0, v.value_cents
    FROM line_revaluations v JOIN return_lines l ON l.id = v.return_line_id JOIN products p ON p.id = l.product_id
  UNION ALL SELECT s.number, l.product_id, 'shelf', 'customer', l.quantity_milli, 0, 0, 0 FROM ${bookedSales}
  UNION ALL SELECT document, product_id, from_place, to_place, -quantity_milli, iif(from_place = 'shelf', 0, -unknown_milli),
    iif(from_place = 'shelf', 0, -from_value_cents), -to_value_cents FROM stock_moves WHERE from_place <> to_place OR from_place = 'returns'
  UNION ALL SELECT m.document, m.product_id, m.from_place, m.to_place, 1, 0, 0, 0
    FROM stock_moves m JOIN products p ON p.id = m.product_id
    WHERE m.from_place = m.to_place AND m.from_place <> 'returns' AND m.document <> p.sku`;

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
      OR total_cents <> (SELECT coalesce(sum(amount_cents), s.total_cents) FROM sale_tenders WHERE sale_id = s.id)`,

  'returns-fit-sales': `SELECT r.number || ' / ' || l.line_no AS what FROM return_links k JOIN return_lines l ON l.id = k.return_line_id
      JOIN returns r ON r.id = l.return_id JOIN sale_lines x ON x.id = k.sale_line_id JOIN sales s ON s.id = x.sale_id
      WHERE x.product_id <> l.product_id OR r.day < s.day OR l.unlinked IS NOT NULL
        OR iif(r.origin = 'desk', r.sale_id IS NOT s.id, r.customer_id IS NOT s.customer_id)
    UNION SELECT r.number || ' / ' || l.line_no FROM return_lines l JOIN returns r ON r.id = l.return_id
      JOIN (SELECT return_line_id, sum(quantity_milli) AS milli FROM return_links GROUP BY 1) k ON k.return_line_id = l.id
      WHERE k.milli <> l.requested_milli`,

  'return-stages': `SELECT r.number AS what FROM returns r
      WHERE r.stage IS NOT (SELECT s.to_stage FROM return_steps s WHERE s.return_id = r.id ORDER BY s.id DESC LIMIT 1)
    UNION SELECT r.number FROM returns r JOIN (
      SELECT return_id, from_stage, lag(to_stage, 1, 'draft') OVER (PARTITION BY return_id ORDER BY id) AS before FROM return_steps
    ) s ON s.return_id = r.id WHERE s.from_stage <> s.before`,

  'credit-notes': `SELECT n.number AS what FROM credit_notes n LEFT JOIN credit_note_lines c ON c.credit_note_id = n.id
    LEFT JOIN return_lines l ON l.id = c.return_line_id GROUP BY n.id
    HAVING n.goods_cents <> coalesce(sum(c.goods_cents), 0) OR n.tax_cents <> coalesce(sum(c.tax_cents), 0)
      OR n.fee_cents <> coalesce(sum(c.fee_cents), 0)
      OR n.total_cents <> n.goods_cents + n.tax_cents + n.delivery_cents - n.fee_cents
      OR min(l.return_id IS n.return_id) = 0`,

  'payout-voids': `SELECT v.number AS what FROM payouts v LEFT JOIN payouts p ON p.id = v.voids_payout_id
    WHERE (v.amount_cents < 0) <> (v.voids_payout_id IS NOT NULL)
      OR (v.voids_payout_id IS NOT NULL AND (p.id IS NULL OR p.amount_cents < 0 OR v.amount_cents <> -p.amount_cents
        OR v.original_cents <> -p.original_cents OR v.tender <> p.tender OR v.credit_note_id <> p.credit_note_id OR v.day < p.day))`,

  'months-closed': `SELECT month AS what FROM (SELECT month, event_seq, lag(event_seq) OVER (ORDER BY month) AS before FROM month_closings)
      WHERE event_seq <= before
    UNION SELECT c.month FROM month_closings c JOIN journal_of_events e ON e.seq = c.event_seq WHERE c.month >= substr(e.day, 1, 7)
    UNION SELECT number FROM (
      SELECT number, day, event_seq AS seq FROM journal_entries UNION ALL SELECT number, day, event_seq FROM credit_notes
      UNION ALL SELECT number, day, event_seq FROM payouts UNION ALL SELECT document, day, event_seq FROM stock_moves
      UNION ALL SELECT number, day, event_seq FROM returns WHERE origin = 'desk'
    ) WHERE EXISTS (SELECT 1 FROM month_closings c WHERE c.month >= substr(day, 1, 7) AND c.event_seq < seq)`,
} as const;

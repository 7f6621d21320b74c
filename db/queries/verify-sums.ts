import { takenBack } from './undo.ts';

/** Returns that were taken back with their file count no more. */
const standingLinks =
  'return_links k JOIN return_lines b ON b.id = k.return_line_id JOIN returns r ON r.id = b.return_id AND r.withdrawn = 0';

/**
 * The checks of the sums kept beside the facts. Each gives one row `what` per offender, as a person would name it; none is right. A sum of
 * nothing at all is an offender too: on a connection that cannot write, SQLite's own check leaves the CHECKs out.
 */
export const sumChecks = {
  'account-totals': `SELECT month || ' ' || role AS what FROM (
      SELECT month, role, debit_cents AS debit, credit_cents AS credit, 0 AS posted FROM account_totals
      UNION ALL
      SELECT substr(e.day, 1, 7), l.role, -l.debit_cents, -l.credit_cents, 1 FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
    ) GROUP BY month, role HAVING sum(debit) <> 0 OR sum(credit) <> 0 OR max(posted) = 0`,

  'stock-balances': `SELECT p.sku || ' · ' || place AS what FROM (
      SELECT product_id, place, quantity_milli AS quantity, value_cents AS value, unknown_milli AS unknown, 0 AS moved FROM stock_balances
      UNION ALL
      SELECT product_id, from_place, quantity_milli, from_value_cents, unknown_milli, 1 FROM stock_moves
      UNION ALL
      SELECT product_id, to_place, -quantity_milli, -to_value_cents, CASE quantity_milli WHEN 0 THEN 0 ELSE -unknown_milli END, 1 FROM stock_moves
    ) JOIN products p ON p.id = product_id
    GROUP BY product_id, place HAVING sum(quantity) <> 0 OR sum(value) <> 0 OR sum(unknown) <> 0 OR max(moved) = 0`,

  'stock-not-below-zero': `SELECT p.sku || ' · ' || b.place AS what FROM stock_balances b JOIN products p ON p.id = b.product_id
    WHERE b.place IN ('shelf', 'returns', 'repair', 'supplier-shelf')
      AND (b.quantity_milli < 0 OR b.value_cents < 0 OR b.unknown_milli NOT BETWEEN 0 AND b.quantity_milli)`,

  'stock-value': `SELECT stock || ' ≠ ' || goods AS what FROM (SELECT
      (SELECT coalesce(sum(value_cents), 0) FROM stock_balances WHERE place IN ('shelf', 'returns', 'repair', 'supplier-shelf')) AS stock,
      (SELECT coalesce(sum(debit_cents - credit_cents), 0) FROM journal_lines WHERE role = 'goods') AS goods) WHERE stock <> goods`,

  'returns-area': `SELECT p.sku AS what FROM (
      SELECT product_id, quantity_milli AS quantity, value_cents AS value, unknown_milli AS unknown FROM stock_balances WHERE place = 'returns'
      UNION ALL
      SELECT product_id, inspected_milli - received_milli, inspected_value_cents - received_value_cents, -unknown_milli FROM return_lines
    ) JOIN products p ON p.id = product_id
    GROUP BY product_id HAVING sum(quantity) <> 0 OR sum(value) <> 0 OR sum(unknown) <> 0`,

  'units-returned': `SELECT s.number || ' / ' || l.line_no AS what FROM sale_lines l JOIN sales s ON s.id = l.sale_id
    LEFT JOIN (SELECT k.sale_line_id, sum(k.quantity_milli - k.released_milli) AS milli FROM ${standingLinks} GROUP BY 1) k ON k.sale_line_id = l.id
    WHERE l.returned_milli <> coalesce(k.milli, 0) OR l.returned_milli NOT BETWEEN 0 AND l.quantity_milli`,

  'money-credited': `SELECT s.number || ' / ' || l.line_no AS what FROM sale_lines l JOIN sales s ON s.id = l.sale_id
    LEFT JOIN (SELECT k.sale_line_id, sum(c.quantity_milli) AS milli, sum(c.goods_cents + c.tax_cents) AS cents, sum(c.tax_cents) AS tax
      FROM credit_note_lines c JOIN return_links k ON k.return_line_id = c.return_line_id GROUP BY k.sale_line_id) n ON n.sale_line_id = l.id
    LEFT JOIN (SELECT k.sale_line_id, sum(k.quantity_milli) AS milli, sum(k.file_share_cents) AS cents, sum(k.file_tax_cents) AS tax,
      max(k.file_tax_cents IS NULL) AS old FROM ${standingLinks} WHERE k.file_share_cents IS NOT NULL GROUP BY 1) f ON f.sale_line_id = l.id
    WHERE l.credited_milli <> coalesce(n.milli, 0) + coalesce(f.milli, 0)
      OR l.credited_cents <> coalesce(n.cents, 0) + coalesce(f.cents, 0)
      OR (coalesce(f.old, 0) = 0 AND l.credited_tax_cents <> coalesce(n.tax, 0) + coalesce(f.tax, 0))
      OR l.credited_milli NOT BETWEEN 0 AND l.returned_milli
      OR l.credited_cents NOT BETWEEN 0 AND l.paid_cents
      OR l.credited_tax_cents NOT BETWEEN 0 AND min(l.tax_cents, l.credited_cents)
    UNION SELECT s.number || ' / ' || l.line_no FROM return_links k JOIN sale_lines l ON l.id = k.sale_line_id JOIN sales s ON s.id = l.sale_id
      WHERE k.file_tax_cents IS NOT NULL AND (k.file_share_cents IS NULL OR k.file_tax_cents > k.file_share_cents)
    UNION SELECT s.number FROM credit_note_extras x JOIN credit_notes n ON n.id = x.credit_note_id AND x.kind = 'delivery' JOIN returns r ON r.id = n.return_id
      LEFT JOIN sales s ON s.id = coalesce(r.matched_sale_id, r.sale_id) GROUP BY s.id HAVING sum(x.cents) > coalesce(s.delivery_cents, 0)`,

  'files-taken-back': ['sales', 'returns', 'stock_adjustments']
    .map(
      (table) =>
        `SELECT number AS what FROM ${table} x WHERE withdrawn <> ${takenBack('x.event_seq')}${table === 'stock_adjustments' ? '' : " AND (origin = 'import' OR withdrawn = 1)"}`,
    )
    .join(' UNION '),

  'refunded-elsewhere': `SELECT s.number AS what FROM sales s
    LEFT JOIN (SELECT sale_id, sum(cents) AS cents FROM sale_refunds f WHERE NOT ${takenBack('f.event_seq')} GROUP BY 1) f ON f.sale_id = s.id
    WHERE s.refunded_cents <> coalesce(f.cents, 0)`,

  'return-lines': `SELECT r.number || ' / ' || l.line_no AS what FROM return_lines l JOIN returns r ON r.id = l.return_id
    LEFT JOIN (SELECT return_line_id, sum(quantity_milli) AS milli, sum(value_cents) AS value,
      sum(iif(cost_source = 'unknown', quantity_milli, 0)) AS unknown FROM receipts GROUP BY 1) a ON a.return_line_id = l.id
    LEFT JOIN (SELECT return_line_id, sum(value_cents) AS value, sum(known_milli) AS known FROM line_revaluations GROUP BY 1) v
      ON v.return_line_id = l.id
    LEFT JOIN (SELECT return_line_id, sum(quantity_milli) AS milli, sum(value_cents) AS value, sum(unknown_milli) AS unknown,
      sum(iif(disposition = 'send-back', quantity_milli, 0)) AS back FROM inspections GROUP BY 1) i ON i.return_line_id = l.id
    LEFT JOIN (SELECT return_line_id, sum(quantity_milli) AS milli, sum(goods_cents + tax_cents) AS cents, sum(tax_cents) AS tax
      FROM credit_note_lines GROUP BY 1) c
      ON c.return_line_id = l.id
    LEFT JOIN (SELECT return_line_id, sum(released_milli) AS milli FROM return_links GROUP BY 1) k ON k.return_line_id = l.id
    LEFT JOIN (SELECT return_line_id, sum(quantity_milli) AS milli FROM waivers GROUP BY 1) w ON w.return_line_id = l.id
    LEFT JOIN (SELECT t.return_line_id, sum(t.quantity_milli) AS milli FROM repair_outcomes o JOIN repair_tickets t ON t.id = o.ticket_id
      WHERE o.disposition = 'send-back' GROUP BY 1) h ON h.return_line_id = l.id
    LEFT JOIN line_valuations g ON g.return_line_id = l.id
    LEFT JOIN (SELECT DISTINCT return_id FROM return_steps WHERE to_stage IN ('rejected', 'cancelled', 'closed')) e ON e.return_id = r.id
    WHERE iif(r.origin = 'import',
      l.received_milli <> iif(r.stage = 'cancelled', 0, l.requested_milli) OR l.inspected_milli <> l.received_milli
      OR l.credited_milli <> l.received_milli OR l.credited_cents <> iif(r.stage = 'cancelled', 0, l.file_amount_cents),
      l.received_milli <> coalesce(a.milli, 0)
      OR l.received_value_cents <> coalesce(a.value, 0) + coalesce(v.value, 0)
      OR l.inspected_milli <> coalesce(i.milli, 0) OR l.inspected_value_cents <> coalesce(i.value, 0)
      OR l.unknown_milli <> coalesce(a.unknown, 0) - coalesce(v.known, 0) - coalesce(i.unknown, 0)
      OR l.sent_back_milli <> coalesce(i.back, 0) + coalesce(h.milli, 0) OR l.waived_milli <> coalesce(w.milli, 0)
      OR l.credited_milli <> coalesce(c.milli, 0) OR l.credited_cents <> coalesce(c.cents, 0)
      OR l.received_milli + l.waived_milli > l.requested_milli OR l.inspected_milli > l.received_milli OR l.credited_milli > l.inspected_milli - l.sent_back_milli + l.waived_milli
      OR (k.return_line_id IS NULL AND (l.credited_cents > coalesce(g.value_cents, 0) OR coalesce(c.tax, 0) > coalesce(g.tax_cents, 0)))
      OR k.milli <> l.sent_back_milli + iif(e.return_id IS NULL, 0, l.requested_milli - l.received_milli - l.waived_milli))`,

  'credit-notes-paid': `SELECT n.number AS what FROM credit_notes n LEFT JOIN payouts p ON p.credit_note_id = n.id GROUP BY n.id
    HAVING n.paid_cents <> coalesce(sum(p.amount_cents), 0) OR n.paid_cents NOT BETWEEN 0 AND n.total_cents`,

  'tenders-given-back': `SELECT s.number || ' ' || t.tender AS what FROM sale_tenders t JOIN sales s ON s.id = t.sale_id
    LEFT JOIN (SELECT coalesce(r.matched_sale_id, r.sale_id) AS sale_id, p.tender, sum(p.original_cents) AS cents
      FROM payouts p JOIN credit_notes n ON n.id = p.credit_note_id JOIN returns r ON r.id = n.return_id GROUP BY 1, 2) b ON b.sale_id = t.sale_id AND b.tender = t.tender
    WHERE t.given_back_cents <> coalesce(b.cents, 0) OR t.given_back_cents NOT BETWEEN 0 AND t.amount_cents`,
} as const;

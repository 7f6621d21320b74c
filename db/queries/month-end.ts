/**
 * What a month looked like when it ended. Cases go on in the next month; a pack that is written again then must not change, so quantities
 * and stages are taken from the facts of events up to the month's last day, never from the cached columns.
 */

const stepsTaken = `(SELECT s.to_stage FROM return_steps s JOIN journal_of_events e ON e.seq = s.event_seq
  WHERE s.return_id = r.id AND e.day <= @to ORDER BY s.id DESC LIMIT 1)`;
const received = `(SELECT coalesce(sum(f.quantity_milli), 0) FROM receipts f JOIN journal_of_events e ON e.seq = f.event_seq
  WHERE f.return_line_id = l.id AND e.day <= @to)`;
const sentBack = `(SELECT coalesce(sum(f.quantity_milli), 0) FROM inspections f JOIN journal_of_events e ON e.seq = f.event_seq
  WHERE f.return_line_id = l.id AND f.disposition = 'send-back' AND e.day <= @to)`;
const sentHome = `(SELECT coalesce(sum(t.quantity_milli), 0) FROM repair_tickets t JOIN repair_outcomes f ON f.ticket_id = t.id
  WHERE t.return_line_id = l.id AND f.disposition = 'send-back' AND f.day <= @to)`;
const waived = `(SELECT coalesce(sum(f.quantity_milli), 0) FROM waivers f JOIN journal_of_events e ON e.seq = f.event_seq
  WHERE f.return_line_id = l.id AND e.day <= @to)`;
/** The sale it was opened for, or the one found for it by then. */
const saleByThen = `coalesce(r.sale_id, (SELECT f.sale_id FROM return_matches f JOIN journal_of_events e ON e.seq = f.event_seq
  WHERE f.return_id = r.id AND e.day <= @to))`;
const credited = (column: string): string => `(SELECT coalesce(sum(${column}), 0) FROM credit_note_lines f
  JOIN credit_notes n ON n.id = f.credit_note_id WHERE f.return_line_id = l.id AND n.day <= @to)`;

/** What the line was sold as, which the product may no longer be called. */
export const nameOfReturnLine = `coalesce((SELECT sl.name FROM return_links k JOIN sale_lines sl ON sl.id = k.sale_line_id
  WHERE k.return_line_id = l.id AND sl.name IS NOT NULL LIMIT 1), p.name)`;

/**
 * The lines of the returns opened here in a month. `returnedMilli` are the units that count as returned: what was asked for, once a
 * case is closed what came, less what was sent back; none where the case was rejected or cancelled. A return dated back into the month has
 * taken no step in it yet.
 */
export const returnLinesAtMonthEnd = `
  SELECT *, CASE WHEN stage IN ('rejected', 'cancelled') THEN 0 WHEN stage = 'closed' THEN receivedMilli + waivedMilli - sentBackMilli
    ELSE requestedMilli - sentBackMilli END AS returnedMilli
  FROM (
    SELECT r.number, r.day, coalesce(${stepsTaken}, 'requested') AS stage, r.channel, r.want, s.number AS saleNumber, s.day AS saleDay,
      coalesce(c.name, c.code, c.phone) AS customer, l.line_no AS lineNo, p.sku, ${nameOfReturnLine} AS name, p.spec, l.reason, l.note,
      l.requested_milli AS requestedMilli, ${received} AS receivedMilli, ${waived} AS waivedMilli,
      ${sentBack} + ${sentHome} AS sentBackMilli,
      ${credited('f.quantity_milli')} AS creditedMilli, ${credited('f.goods_cents + f.tax_cents - f.fee_cents')} AS creditedCents
    FROM returns r JOIN return_lines l ON l.return_id = r.id JOIN products p ON p.id = l.product_id
      LEFT JOIN sales s ON s.id = ${saleByThen} LEFT JOIN customers c ON c.id = r.customer_id
    WHERE r.origin = 'desk' AND r.day BETWEEN @from AND @to ORDER BY r.day, r.id, l.line_no
  )`;

/** What stood in the physical places, summed over all moves. A revaluation makes known what was unknown. */
export const stockAtMonthEnd = `
  SELECT p.sku, p.name, m.place, sum(m.quantity) AS quantityMilli, sum(m.value) AS valueCents, sum(m.unknown) AS unknownMilli
  FROM (
    SELECT product_id, to_place AS place, quantity_milli AS quantity, to_value_cents AS value,
      CASE WHEN from_place = to_place THEN -unknown_milli ELSE unknown_milli END AS unknown
    FROM stock_moves WHERE day <= @to
    UNION ALL
    SELECT product_id, from_place, -quantity_milli, -from_value_cents, CASE WHEN from_place = to_place THEN 0 ELSE -unknown_milli END
    FROM stock_moves WHERE day <= @to
  ) m JOIN products p ON p.id = m.product_id
  WHERE m.place IN ('shelf', 'returns', 'repair', 'supplier-shelf')
  GROUP BY m.product_id, m.place HAVING sum(m.quantity) <> 0 OR sum(m.value) <> 0
  ORDER BY p.sku, m.place`;

/** An entry's family by its kind: which documents it may post. */
const family = `CASE e.kind WHEN 'credit-note' THEN 'credit-note' WHEN 'sale' THEN 'sale' WHEN 'cost-set' THEN 'cost-set'
  WHEN 'goods-back' THEN 'return' WHEN 'grading' THEN 'return' ELSE CASE WHEN e.kind LIKE 'payout%' THEN 'payout' WHEN e.kind LIKE 'repair-%' THEN 'repair'
    WHEN e.kind LIKE 'claim-%' THEN 'claim' WHEN e.kind LIKE 'store-credit-%' THEN 'store-credit' WHEN e.kind = 'stock-count' THEN 'count'
    WHEN e.kind LIKE 'goods-received%' OR e.kind LIKE 'opening-stock%' THEN 'goods-in'
    WHEN e.kind LIKE 'drawer-%' THEN 'drawer' ELSE '?' END END`;

const tenderRole = (column: string): string => `iif(${column} = 'other', 'other-tender', ${column})`;
const all = (...parts: readonly string[]): string => parts.map((part) => `SELECT ${part}`).join('\n  UNION ALL ');

const ofLine = `JOIN return_lines l ON l.id =`;
const ofReturn = `JOIN returns r ON r.id = l.return_id`;
const gradings = `inspections i ${ofLine} i.return_line_id ${ofReturn}`;
const receiptsOfReturns = `receipts a ${ofLine} a.return_line_id ${ofReturn}`;
const endedTickets = `repair_outcomes o JOIN repair_tickets t ON t.id = o.ticket_id ${ofLine} t.return_line_id`;
const bookedSales = `sales s JOIN sale_lines l ON l.sale_id = s.id AND s.booked = 1`;
const extras = `credit_note_extras x JOIN credit_notes n ON n.id = x.credit_note_id`;
const exchanges = `payouts p JOIN sales s ON s.id = p.exchange_sale_id`;
const differences = `stocktake_differences d JOIN stocktakes t ON t.id = d.stocktake_id`;
const isMissing = 'd.counted_milli < d.book_milli';
const goodsIn = `goods_receipts g JOIN goods_receipt_lines l ON l.goods_receipt_id = g.id`;
const isVoid = 'g.voids_id IS NOT NULL';
const cameIn = `iif(${isVoid}, -1, 1)`;
const bookedMoves = `drawer_moves WHERE booked = 1`;
const intoDrawer = `kind IN ('put-in', 'from-bank')`;
const placeOf = (disposition: string): string =>
  `CASE ${disposition} WHEN 'resell' THEN 'shelf' WHEN 'repair' THEN 'repair' WHEN 'scrap' THEN 'scrapped'
  WHEN 'supplier' THEN 'supplier-shelf' ELSE 'customer' END`;
const losesAll = (disposition: string): string => `${disposition} IN ('scrap', 'send-back')`;
const lossRole = (disposition: string): string => `iif(${disposition} = 'send-back', 'cost-of-sales', 'loss-on-goods')`;

/** Store credit that was taken by nothing else's entry: neither a payout's nor that of a sale booked here. */
const ownCreditEvents = `store_credit_events WHERE payout_id IS NULL AND document LIKE 'V-%'
  AND NOT EXISTS (SELECT 1 FROM sales WHERE id = sale_id AND booked = 1)`;

/** What was paid on a claim, and how much of it there was still of what the goods cost. */
const claimPayments = `(SELECT e.document, e.paid_by, e.cents, min(e.cents, max(0, (SELECT coalesce(sum(value_cents), 0) FROM supplier_claim_lines WHERE claim_id = e.claim_id)
    - coalesce(sum(e.cents) OVER (PARTITION BY e.claim_id ORDER BY e.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS claimed
  FROM supplier_claim_events e WHERE e.kind = 'paid')`;

/**
 * What every document must have posted, debits above zero, and less than that what its entries say. Goods are posted by what the moves of
 * the document are worth, everything else by the document itself.
 */
export const postings = all(
  `'credit-note' AS family, number AS document, 'owed-to-customer' AS role, -total_cents AS cents FROM credit_notes`,
  `'credit-note', number, 'sales', goods_cents + delivery_cents FROM credit_notes`,
  `'credit-note', number, 'output-tax', tax_cents FROM credit_notes`,
  `'credit-note', number, 'other-income', -fee_cents FROM credit_notes`,
  `'credit-note', n.number, 'sales', -x.cents FROM ${extras} WHERE x.kind = 'freight-paid'`,
  `'credit-note', n.number, 'freight-expense', x.cents FROM ${extras} WHERE x.kind = 'freight-paid'`,
  `'credit-note', n.number, 'output-tax', -x.tax_cents FROM ${extras}`,
  `'credit-note', n.number, 'other-income', x.tax_cents FROM ${extras}`,
  `'payout', number, 'owed-to-customer', amount_cents FROM payouts`,
  `'payout', number, iif(exchange_sale_id IS NULL, ${tenderRole('tender')}, 'clearing'), -amount_cents FROM payouts`,
  `'sale', s.number, 'sales', l.tax_cents - l.paid_cents FROM ${bookedSales}`,
  `'sale', number, 'sales', -delivery_cents FROM sales WHERE booked = 1 AND delivery_cents > 0`,
  `'sale', s.number, 'output-tax', -l.tax_cents FROM ${bookedSales}`,
  `'sale', s.number, ${tenderRole('t.tender')}, t.amount_cents FROM sales s JOIN sale_tenders t ON t.sale_id = s.id AND s.booked = 1`,
  `'sale', s.number, ${tenderRole('p.tender')}, -p.amount_cents FROM ${exchanges}`,
  `'sale', s.number, 'clearing', p.amount_cents FROM ${exchanges}`,
  `'store-credit', document, 'store-credit', -cents FROM ${ownCreditEvents}`,
  `'store-credit', document, iif(kind = 'used', 'clearing', 'other-income'), cents FROM ${ownCreditEvents}`,
  `'return', r.number, 'cost-of-sales', -a.value_cents FROM ${receiptsOfReturns}`,
  `'return', r.number, ${lossRole('i.disposition')}, iif(${losesAll('i.disposition')}, i.value_cents, i.posted_write_down_cents) FROM ${gradings}`,
  `'repair', document, 'repair-expense', cents FROM repair_works WHERE cents > 0`,
  `'repair', document, ${tenderRole('paid_by')}, -cents FROM repair_works WHERE cents > 0`,
  `'repair', t.number, ${lossRole('o.disposition')}, iif(${losesAll('o.disposition')}, o.value_cents, o.write_down_cents) FROM ${endedTickets}`,
  `'claim', c.number, 'supplier-claim', l.value_cents FROM supplier_claims c JOIN supplier_claim_lines l ON l.claim_id = c.id`,
  `'claim', document, ${tenderRole('paid_by')}, cents FROM ${claimPayments}`,
  `'claim', document, 'supplier-claim', -claimed FROM ${claimPayments}`,
  `'claim', document, 'other-income', claimed - cents FROM ${claimPayments}`,
  `'claim', document, 'loss-on-goods', cents FROM supplier_claim_events WHERE kind = 'closed' AND cents > 0`,
  `'claim', document, 'supplier-claim', -cents FROM supplier_claim_events WHERE kind = 'closed' AND cents > 0`,
  `'count', t.number, 'loss-on-goods', iif(${isMissing}, d.value_cents, -d.value_cents) FROM ${differences}`,
  `'goods-in', number, 'input-tax', ${cameIn} * tax_cents FROM goods_receipts g`,
  `'goods-in', number, iif(kind = 'opening', 'opening', ${tenderRole('paid_by')}), -${cameIn} * (value_cents + tax_cents) FROM goods_receipts g`,
  `'drawer', number, 'cash', iif(${intoDrawer}, cents, -cents) FROM ${bookedMoves}`,
  `'drawer', number, iif(kind LIKE '%-bank', 'bank', 'owner'), iif(${intoDrawer}, -cents, cents) FROM ${bookedMoves}`,
  `'drawer', number, 'cash', counted_cents - expected_cents FROM drawer_counts WHERE expected_cents IS NOT NULL`,
  `'drawer', number, 'cash-difference', expected_cents - counted_cents FROM drawer_counts WHERE expected_cents IS NOT NULL`,
  `'goods', document, 'goods', to_value_cents - from_value_cents FROM stock_moves`,
  `iif(l.role = 'goods', 'goods', ${family}), e.document, l.role, l.credit_cents - l.debit_cents
    FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id
    WHERE NOT (l.role = 'cost-of-sales' AND e.kind IN ('sale', 'cost-set'))`,
);

type Leaving = {
  readonly from: string;
  /** The alias of the row that says where the units go and what they are worth. */
  readonly by: string;
  readonly document: string;
  readonly milli: string;
  readonly lost: string;
  readonly rows: string;
};

/** Units that leave a place with their value, less what is lost on the way; goods that become their twin pass `regraded`. */
function onward({ from, by, document, milli, lost, rows }: Leaving): readonly string[] {
  const arrives = `iif(${losesAll(`${by}.disposition`)}, 0, ${by}.value_cents - ${lost})`;
  return [
    `${document}, l.product_id, '${from}', iif(${by}.twin_id IS NULL, ${placeOf(`${by}.disposition`)}, 'regraded'), ${milli}, ${by}.unknown_milli,
    ${by}.value_cents, iif(${by}.twin_id IS NULL, ${arrives}, 0) FROM ${rows}`,
    `${document}, ${by}.twin_id, 'regraded', 'shelf', ${milli}, ${by}.unknown_milli, 0, ${arrives} FROM ${rows} WHERE ${by}.twin_id IS NOT NULL`,
  ];
}

const graded: Leaving = {
  from: 'returns',
  by: 'i',
  document: 'r.number',
  milli: 'i.quantity_milli',
  lost: 'i.posted_write_down_cents',
  rows: gradings,
};
const ended: Leaving = {
  from: 'repair',
  by: 'o',
  document: 't.number',
  milli: 't.quantity_milli',
  lost: 'o.write_down_cents',
  rows: endedTickets,
};

/** What every document must have moved, less what was moved under its name: units, those of unknown cost, and value that leaves and arrives. */
export const movements = all(
  `r.number AS document, l.product_id AS product, 'customer' AS source, 'returns' AS target, a.quantity_milli AS milli,
    iif(a.cost_source = 'unknown', a.quantity_milli, 0) AS unknown, 0 AS leaves, a.value_cents AS arrives FROM ${receiptsOfReturns}`,
  ...onward(graded),
  ...onward(ended),
  `c.number, l.product_id, 'supplier-shelf', 'supplier', l.quantity_milli, l.unknown_milli, l.value_cents, 0
    FROM supplier_claims c JOIN supplier_claim_lines l ON l.claim_id = c.id`,
  `g.number, l.product_id, iif(${isVoid}, 'shelf', 'supplier'), iif(${isVoid}, 'supplier', 'shelf'), l.quantity_milli, l.unknown_milli,
    iif(${isVoid}, l.value_cents, 0), iif(${isVoid}, 0, l.value_cents) FROM ${goodsIn}`,
  `p.sku, p.id, 'returns', 'returns', 0, v.known_milli, 0, v.value_cents
    FROM line_revaluations v ${ofLine} v.return_line_id JOIN products p ON p.id = l.product_id`,
  `t.number, d.product_id, iif(${isMissing}, t.place, 'difference'), iif(${isMissing}, 'difference', t.place), abs(d.counted_milli - d.book_milli),
    d.unknown_milli, iif(${isMissing}, d.value_cents, 0), iif(${isMissing}, 0, d.value_cents) FROM ${differences}`,
  `s.number, l.product_id, 'shelf', 'customer', l.quantity_milli, 0, 0, 0 FROM ${bookedSales}`,
  `document, product_id, from_place, to_place, -quantity_milli, iif(to_place = 'customer' AND from_place = 'shelf', 0, -unknown_milli),
    iif(to_place = 'customer' AND from_place = 'shelf', 0, -from_value_cents), -to_value_cents FROM stock_moves WHERE from_place <> to_place OR from_place = 'returns'`,
  `m.document, m.product_id, m.from_place, m.to_place, 1, 0, 0, 0
    FROM stock_moves m JOIN products p ON p.id = m.product_id
    WHERE m.from_place = m.to_place AND m.from_place <> 'returns' AND m.document <> p.sku`,
);

import { change, type Edit, type Editing, type Row, someRow, type Value } from './edit.ts';

/** Posts so much more to one side of a line of the journal, and to the month's total of its account. */
function addToLine(editing: Editing, line: Row, cents: number): void {
  const side = Number(line.debit_cents) > 0 ? 'debit_cents' : 'credit_cents';
  change(editing, `UPDATE journal_lines SET ${side} = ${side} + @cents WHERE id = @id`, { cents, id: line.id ?? null });
  change(
    editing,
    `UPDATE account_totals SET ${side} = ${side} + @cents WHERE role = @role
      AND month = (SELECT substr(day, 1, 7) FROM journal_entries WHERE id = @entry)`,
    { cents, role: line.role ?? null, entry: line.entry_id ?? null },
  );
}

function linesOf({ raw }: Editing, document: Value, kinds: string): Row[] {
  return raw
    .prepare(
      `SELECT l.* FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id WHERE e.document = ? AND e.kind IN (${kinds})`,
    )
    .all(document) as Row[];
}

/** An entry is made bigger on both sides; it still balances, and so do the totals. */
const biggerEntry: Edit = (editing) => {
  const entry = someRow(editing, 'SELECT id, number, document, kind FROM journal_entries');
  if (!entry) return undefined;
  const lines = linesOf(editing, entry.document ?? null, `'${entry.kind}'`).filter(
    (line) => line.entry_id === entry.id,
  );
  const debit = lines.find((line) => Number(line.debit_cents) > 0);
  const credit = lines.find((line) => Number(line.credit_cents) > 0);
  if (!debit || !credit) return undefined;
  for (const line of [debit, credit]) addToLine(editing, line, 1);
  return `entry ${entry.number} made a cent bigger, with its totals`;
};

/** A cent of what was paid goes from one line of a sale to another. */
const movedCent: Edit = (editing) => {
  const pair = someRow(
    editing,
    `SELECT a.id AS one, b.id AS other FROM sale_lines a JOIN sale_lines b ON b.sale_id = a.sale_id AND b.id <> a.id WHERE b.paid_cents > b.tax_cents`,
  );
  if (!pair) return undefined;
  change(editing, 'UPDATE sale_lines SET paid_cents = paid_cents + 1 WHERE id = @one', { one: pair.one ?? null });
  change(editing, 'UPDATE sale_lines SET paid_cents = paid_cents - 1 WHERE id = @other', { other: pair.other ?? null });
  return `a cent moved from sale line ${pair.other} to ${pair.one}`;
};

/** A payout was by another tender, says the payout, the journal and every sum. */
const otherTender: Edit = (editing) => {
  const payout = someRow(
    editing,
    `SELECT p.id, p.number, p.tender, t.id AS taken FROM payouts p JOIN credit_notes n ON n.id = p.credit_note_id JOIN returns r ON r.id = n.return_id
      JOIN sale_tenders t ON t.sale_id = coalesce(r.matched_sale_id, r.sale_id) AND t.tender = p.tender WHERE p.tender IN ('cash', 'wechat')`,
  );
  if (!payout) return undefined;
  const tender = payout.tender === 'cash' ? 'bank' : 'alipay';
  const line = linesOf(editing, payout.number ?? null, `'payout', 'payout-void'`).find(
    ({ role }) => role === payout.tender,
  );
  if (!line) return undefined;
  const { id = null } = payout;
  change(editing, 'UPDATE payouts SET tender = @tender WHERE id = @id', { tender, id });
  change(editing, 'UPDATE sale_tenders SET tender = @tender WHERE id = @taken', {
    tender,
    taken: payout.taken ?? null,
  });
  const { debit_cents: debit = 0, credit_cents: credit = 0 } = line;
  change(editing, 'UPDATE journal_lines SET role = @tender WHERE id = @id', { tender, id: line.id ?? null });
  const month = { entry: line.entry_id ?? null };
  const monthOf = '(SELECT substr(day, 1, 7) FROM journal_entries WHERE id = @entry)';
  change(
    editing,
    `UPDATE account_totals SET debit_cents = debit_cents - @debit, credit_cents = credit_cents - @credit WHERE role = @was AND month = ${monthOf}`,
    { debit, credit, was: payout.tender ?? null, ...month },
  );
  change(
    editing,
    `INSERT INTO account_totals (month, role, debit_cents, credit_cents) VALUES (${monthOf}, @tender, @debit, @credit)
      ON CONFLICT DO UPDATE SET debit_cents = debit_cents + @debit, credit_cents = credit_cents + @credit`,
    { debit, credit, tender, ...month },
  );
  return `payout ${payout.number} by ${tender}, with journal and sums`;
};

/** A cent of a credit note becomes tax: lines, note, sale line, journal and totals agree. */
const centOfTax: Edit = (editing) => {
  const line = someRow(
    editing,
    `SELECT l.id, n.number, n.id AS note, k.sale_line_id AS sold FROM credit_note_lines l JOIN credit_notes n ON n.id = l.credit_note_id
      JOIN return_links k ON k.return_line_id = l.return_line_id JOIN sale_lines s ON s.id = k.sale_line_id
      WHERE l.goods_cents > 0 AND l.tax_cents > 0 AND s.credited_tax_cents < s.tax_cents`,
  );
  const posted = line && linesOf(editing, line.number ?? null, `'credit-note'`);
  const sales = posted?.find(({ role }) => role === 'sales');
  const tax = posted?.find(({ role }) => role === 'output-tax');
  if (!line || !sales || !tax) return undefined;
  const move = 'goods_cents = goods_cents - 1, tax_cents = tax_cents + 1';
  change(editing, `UPDATE credit_note_lines SET ${move} WHERE id = @id`, { id: line.id ?? null });
  change(editing, `UPDATE credit_notes SET ${move} WHERE id = @note`, { note: line.note ?? null });
  change(editing, 'UPDATE sale_lines SET credited_tax_cents = credited_tax_cents + 1 WHERE id = @sold', {
    sold: line.sold ?? null,
  });
  addToLine(editing, sales, -1);
  addToLine(editing, tax, 1);
  return `a cent of ${line.number} made tax, everywhere`;
};

/** Goods that came back were worth a cent more: receipt, line, move, balance, entry and totals say so. */
const dearerGoods: Edit = (editing) => {
  const receipt = someRow(
    editing,
    `SELECT f.id, f.return_line_id AS line, m.id AS move, m.product_id AS product, r.number FROM receipts f
      JOIN return_lines l ON l.id = f.return_line_id JOIN returns r ON r.id = l.return_id
      JOIN stock_moves m ON m.event_seq = f.event_seq AND m.product_id = l.product_id AND m.to_place = 'returns'
      WHERE f.cost_source <> 'unknown' AND l.inspected_milli < l.received_milli`,
  );
  const posted = receipt && linesOf(editing, receipt.number ?? null, `'goods-back'`).slice(0, 2);
  if (!receipt || posted?.length !== 2) return undefined;
  const { id = null, line = null, move = null, product = null } = receipt;
  change(editing, 'UPDATE receipts SET value_cents = value_cents + 1 WHERE id = @id', { id });
  change(editing, 'UPDATE return_lines SET received_value_cents = received_value_cents + 1 WHERE id = @line', { line });
  change(editing, 'UPDATE stock_moves SET to_value_cents = to_value_cents + 1 WHERE id = @move', { move });
  change(
    editing,
    `UPDATE stock_balances SET value_cents = value_cents + 1 WHERE product_id = @product AND place = 'returns'`,
    { product },
  );
  for (const own of posted) addToLine(editing, own, 1);
  return `receipt ${id} of ${receipt.number} a cent dearer, everywhere`;
};

/** A return that came to nothing is taken out with all that belongs to it; its number goes to the next. */
const vanishedReturn: Edit = (editing) => {
  const found = someRow(
    editing,
    `SELECT id, number FROM returns WHERE stage IN ('rejected', 'cancelled') AND origin = 'desk'`,
  );
  if (!found) return undefined;
  const { id = null, number = null } = found;
  const lines = '(SELECT id FROM return_lines WHERE return_id = @id)';
  change(editing, `DELETE FROM return_links WHERE return_line_id IN ${lines}`, { id });
  change(editing, 'DELETE FROM return_lines WHERE return_id = @id', { id });
  change(editing, 'DELETE FROM return_steps WHERE return_id = @id', { id });
  change(editing, 'DELETE FROM returns WHERE id = @id', { id });
  change(editing, 'DELETE FROM documents WHERE number = @number', { number });
  return `return ${number} taken out`;
};

/** An event is changed and sealed anew by somebody who knows the links but not what is hashed. */
const relinkedEvent: Edit = (editing) => {
  const event = someRow(editing, 'SELECT seq, hash FROM journal_of_events');
  if (!event) return undefined;
  const { seq = null, hash = '' } = event;
  const other = `${String(hash).slice(1)}${String(hash).slice(0, 1)}`;
  change(editing, `UPDATE journal_of_events SET at = replace(at, 'T02', 'T03'), hash = @other WHERE seq = @seq`, {
    other,
    seq,
  });
  editing.raw.prepare('UPDATE journal_of_events SET previous_hash = ? WHERE seq = ?').run(other, Number(seq) + 1);
  return `event ${seq} sealed anew`;
};

/** A whole event in the middle goes, with its facts, and the next is linked to the one before. */
const cutEvent: Edit = (editing) => {
  const event = someRow(
    editing,
    `SELECT seq, previous_hash FROM journal_of_events WHERE seq < (SELECT max(seq) FROM journal_of_events)`,
  );
  if (!event) return undefined;
  const { seq = null, previous_hash: before = null } = event;
  for (const [table, names] of editing.columns)
    if (names.includes('event_seq')) editing.raw.prepare(`DELETE FROM ${table} WHERE event_seq = ?`).run(seq);
  change(editing, 'DELETE FROM journal_of_events WHERE seq = @seq', { seq });
  change(editing, 'UPDATE journal_of_events SET previous_hash = @before WHERE seq = @next', {
    before,
    next: Number(seq) + 1,
  });
  return `event ${seq} cut out`;
};

/** Edits after which every sum still agrees: only the chain can tell. */
export const coverUps: readonly Edit[] = [
  biggerEntry,
  movedCent,
  otherTender,
  centOfTax,
  dearerGoods,
  vanishedReturn,
  relinkedEvent,
  cutEvent,
];

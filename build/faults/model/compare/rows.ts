import { sum } from '../rules/figures.ts';
import { type FactRows, orNull, type Row, skuOf } from './fact-rows.ts';
import { stockBookRows } from './stock-book-rows.ts';

const sales: readonly FactRows[] = [
  {
    table: 'sales',
    columns: 'id, number, sold_at, day, customer_id, total_cents, booked, origin',
    rows: (books, from) =>
      books.sales.slice(from.sales).map(({ id, number, soldAt, day, person, lines, booked }) => {
        const totalCents = sum(lines, ({ paidCents }) => paidCents);
        return [id, number, soldAt, day, orNull(person?.id), totalCents, booked ? 1 : 0, 'desk'];
      }),
  },
  {
    table: 'sale_lines',
    columns: `id, sale_id, line_no, ${skuOf('sale_lines')}, name, quantity_milli, unit_price_e4, paid_cents, tax_cents, cost_cents`,
    rows: (books, from) =>
      books.sales.slice(from.sales).flatMap((sale) =>
        sale.lines.map((line, index) => {
          const { id, sku, name, milli, priceE4, paidCents, taxCents, costCents } = line;
          return [id, sale.id, index + 1, sku, orNull(name), milli, priceE4, paidCents, taxCents, orNull(costCents)];
        }),
      ),
  },
  {
    table: 'sale_tenders',
    columns: 'sale_id, tender, amount_cents',
    rows: (books, from) =>
      books.sales
        .slice(from.sales)
        .flatMap(({ id, tenders }) => tenders.map(({ tender, amountCents }): Row => [id, tender, amountCents])),
  },
];

const returns: readonly FactRows[] = [
  {
    table: 'returns',
    columns: 'id, number, sale_id, customer_id, channel, want, day, verdict_outcome',
    rows: (books, from) =>
      books.returns
        .slice(from.returns)
        .map(({ id, number, sale, person, channel, want, day, verdict }) => [
          id,
          number,
          orNull(sale?.id),
          orNull(person?.id),
          channel,
          want,
          day,
          verdict.outcome,
        ]),
  },
  {
    table: 'return_lines',
    columns: `id, return_id, line_no, ${skuOf('return_lines')}, reason, note, requested_milli`,
    rows: (books, from) =>
      books.returns
        .slice(from.returns)
        .flatMap((row) =>
          row.lines.map(
            ({ id, sku, reason, note, milli }, index): Row => [id, row.id, index + 1, sku, reason, orNull(note), milli],
          ),
        ),
  },
  {
    table: 'return_links',
    columns: 'return_line_id, sale_line_id, quantity_milli',
    rows: (books, from) =>
      books.returns
        .slice(from.returns)
        .flatMap(({ lines }) =>
          lines.flatMap(({ id, saleLine, milli }): Row[] => (saleLine ? [[id, saleLine.id, milli]] : [])),
        ),
  },
  {
    table: 'return_steps',
    columns: 'return_id, step, to_stage, at, person, note',
    rows: (books, from) =>
      books.steps
        .slice(from.steps)
        .map(({ returnId, step, stage, at, person, note }) => [returnId, step, stage, at, person, orNull(note)]),
  },
];

const goods: readonly FactRows[] = [
  {
    table: 'receipts',
    columns: 'return_line_id, quantity_milli, value_cents, cost_source',
    rows: (books, from) =>
      books.receipts.slice(from.receipts).map(({ lineId, milli, cents, source }) => [lineId, milli, cents, source]),
  },
  {
    table: 'line_revaluations',
    columns: 'return_line_id, known_milli, value_cents',
    rows: (books, from) =>
      books.revaluations.slice(from.revaluations).map(({ lineId, milli, cents }) => [lineId, milli, cents]),
  },
  {
    table: 'inspections',
    columns:
      'return_line_id, quantity_milli, grade, disposition, value_cents, write_down_cents, posted_write_down_cents, unknown_milli, note, at',
    rows: (books, from) =>
      books.gradings
        .slice(from.gradings)
        .map((row) => [
          row.lineId,
          row.milli,
          row.grade,
          row.disposition,
          row.cents,
          row.writeDownCents,
          row.postedCents,
          row.unknownMilli,
          orNull(row.note),
          row.at,
        ]),
  },
  {
    table: 'stock_moves',
    columns: `day, ${skuOf('stock_moves')}, from_place, to_place, quantity_milli, unknown_milli, from_value_cents, to_value_cents, document`,
    rows: (books, from) =>
      books.moves
        .slice(from.moves)
        .map((row) => [
          row.day,
          row.sku,
          row.from,
          row.to,
          row.milli,
          row.unknownMilli,
          row.fromCents,
          row.toCents,
          row.document,
        ]),
  },
];

const money: readonly FactRows[] = [
  {
    table: 'credit_notes',
    columns: 'id, number, return_id, day, goods_cents, tax_cents, fee_cents, delivery_cents, total_cents',
    rows: (books, from) =>
      books.notes.slice(from.notes).map(({ id, number, returnId, day, totalCents, lines }) => {
        const taxCents = sum(lines, (line) => line.taxCents);
        return [id, number, returnId, day, totalCents - taxCents, taxCents, 0, 0, totalCents];
      }),
  },
  {
    table: 'credit_note_lines',
    columns: 'credit_note_id, return_line_id, quantity_milli, goods_cents, tax_cents, fee_cents',
    rows: (books, from) =>
      books.notes
        .slice(from.notes)
        .flatMap(({ id, lines }) =>
          lines.map(({ lineId, milli, cents, taxCents }): Row => [id, lineId, milli, cents - taxCents, taxCents, 0]),
        ),
  },
  {
    table: 'payouts',
    columns: 'id, number, credit_note_id, tender, amount_cents, original_cents, reference, day, voids_payout_id',
    rows: (books, from) =>
      books.payouts
        .slice(from.payouts)
        .map(({ id, number, note, tender, cents, originalCents, reference, day, voids }) => [
          id,
          number,
          note.id,
          tender,
          cents,
          originalCents,
          orNull(reference),
          day,
          orNull(voids?.id),
        ]),
  },
  {
    table: 'journal_entries',
    columns: 'id, number, day, kind, document',
    rows: (books, from) =>
      books.entries
        .slice(from.entries)
        .map(({ number, day, kind, document }, index) => [from.entries + index + 1, number, day, kind, document]),
  },
  {
    table: 'journal_lines',
    columns: 'entry_id, line_no, role, debit_cents, credit_cents',
    rows: (books, from) =>
      books.entries
        .slice(from.entries)
        .flatMap(({ lines }, index) =>
          lines.map(({ role, debit, credit }, at): Row => [from.entries + index + 1, at + 1, role, debit, credit]),
        ),
  },
];

const desk: readonly FactRows[] = [
  {
    table: 'documents',
    columns: 'number, series, year, seq, day',
    rows: (books, from) =>
      books.documents
        .slice(from.documents)
        .map(({ number, series, year, seq, day }) => [number, series, year, seq, day]),
  },
  {
    table: 'month_closings',
    columns: 'month, closed_at',
    rows: (books, from) => books.closings.slice(from.closings).map(({ month, at }) => [month, at]),
  },
  {
    table: 'journal_of_events',
    columns: 'seq, kind, at, day',
    rows: (books, from) =>
      books.events.slice(from.events).map(({ kind, at, day }, index) => [from.events + index + 1, kind, at, day]),
  },
];

export const factRows: readonly FactRows[] = [...desk, ...sales, ...returns, ...goods, ...stockBookRows, ...money];

import { type FactRows, orNull, type Row, skuOf } from './fact-rows.ts';

/** Goods that came, and what was counted. */
export const stockBookRows: readonly FactRows[] = [
  {
    table: 'goods_receipts',
    columns: `id, number, kind, paid_by, value_cents, tax_cents, reference, day, note,
      (SELECT v.number FROM goods_receipts v WHERE v.id = goods_receipts.voids_id)`,
    rows: (books, from) =>
      books.arrivals
        .slice(from.arrivals)
        .map(({ id, number, kind, paidBy, cents, taxCents, reference, day, note, voids }) => [
          id,
          number,
          kind,
          orNull(paidBy),
          cents,
          taxCents,
          orNull(reference),
          day,
          orNull(note),
          orNull(voids),
        ]),
  },
  {
    table: 'goods_receipt_lines',
    columns: `goods_receipt_id, line_no, ${skuOf('goods_receipt_lines')}, quantity_milli, unknown_milli, value_cents`,
    rows: (books, from) =>
      books.arrivals
        .slice(from.arrivals)
        .flatMap(({ id, lines }) =>
          lines.map(
            ({ sku, milli, unknownMilli, cents }, index): Row => [id, index + 1, sku, milli, unknownMilli, cents],
          ),
        ),
  },
  {
    table: 'stocktakes',
    columns: 'id, number, day, place, blind, note, at',
    rows: (books, from) =>
      books.stocktakes
        .slice(from.stocktakes)
        .map(({ id, number, day, place, blind, note, at }) => [
          id,
          number,
          day,
          place,
          blind ? 1 : 0,
          orNull(note),
          at,
        ]),
  },
  {
    table: 'stocktake_counts',
    columns: `stocktake_id, ${skuOf('stocktake_counts')}, mode, quantity_milli, book_milli, at`,
    rows: (books, from) =>
      books.counted
        .slice(from.counted)
        .map(({ stocktakeId, sku, mode, milli, bookMilli, at }) => [stocktakeId, sku, mode, milli, bookMilli, at]),
  },
  {
    table: 'stocktake_ends',
    columns: 'stocktake_id, outcome, items_counted, items_equal, day, note, at',
    rows: (books, from) =>
      books.countEnds
        .slice(from.countEnds)
        .map(({ stocktakeId, outcome, counted, equal, day, note, at }) => [
          stocktakeId,
          outcome,
          counted,
          equal,
          day,
          orNull(note),
          at,
        ]),
  },
  {
    table: 'stocktake_differences',
    columns: `stocktake_id, ${skuOf('stocktake_differences')}, counted_milli, book_milli, unknown_milli, value_cents, reason, note`,
    rows: (books, from) =>
      books.differences
        .slice(from.differences)
        .map(({ stocktakeId, sku, countedMilli, bookMilli, unknownMilli, cents, reason, note }) => [
          stocktakeId,
          sku,
          countedMilli,
          bookMilli,
          unknownMilli,
          cents,
          reason,
          orNull(note),
        ]),
  },
];

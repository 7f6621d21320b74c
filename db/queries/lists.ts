import type { Orm } from '../open.ts';

export type EntryLineRow = {
  readonly entryId: number;
  readonly number: string;
  readonly day: string;
  readonly document: string;
  readonly accountName: string;
  readonly role: string;
  readonly accountCode: string;
  readonly debitCents: number;
  readonly creditCents: number;
};

export type BalanceRow = {
  readonly sku: string;
  readonly name: string;
  readonly place: string;
  readonly quantityMilli: number;
  readonly valueCents: number;
  readonly unknownMilli: number;
};

export type MoveRow = {
  readonly moveId: number;
  readonly day: string;
  readonly at: string;
  readonly document: string;
  readonly sku: string;
  readonly name: string;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly quantityMilli: number;
  readonly fromValueCents: number;
  readonly toValueCents: number;
};

type MovesAsked = { readonly from: string; readonly to: string; readonly limit: number };

/** The ledgers as lists, for windows and scripts. */
export function listReads({ $client: raw }: Orm) {
  const entries = raw.prepare<{ from: string; to: string }, EntryLineRow>(`
    SELECT e.id AS entryId, e.number, e.day, e.document, l.account_name AS accountName, l.role, l.account_code AS accountCode,
      l.debit_cents AS debitCents, l.credit_cents AS creditCents
    FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id
    WHERE e.day BETWEEN @from AND @to ORDER BY e.day, e.id, l.line_no`);
  const balances = raw.prepare<{ productId: number | null; place: string | null }, BalanceRow>(`
    SELECT p.sku, p.name, b.place, b.quantity_milli AS quantityMilli, b.value_cents AS valueCents, b.unknown_milli AS unknownMilli
    FROM stock_balances b JOIN products p ON p.id = b.product_id
    WHERE (@productId IS NULL OR b.product_id = @productId) AND (@place IS NULL OR b.place = @place)
      AND (b.quantity_milli <> 0 OR b.value_cents <> 0)
    ORDER BY p.sku, b.place`);
  const moveColumns = `m.id AS moveId, m.day, m.at, m.document, p.sku, p.name, m.from_place AS fromPlace, m.to_place AS toPlace,
    m.quantity_milli AS quantityMilli, m.from_value_cents AS fromValueCents, m.to_value_cents AS toValueCents`;
  const moves = raw.prepare<MovesAsked, MoveRow>(`
    SELECT ${moveColumns} FROM stock_moves m JOIN products p ON p.id = m.product_id
    WHERE m.day BETWEEN @from AND @to ORDER BY m.day, m.id LIMIT @limit`);
  const movesOfProduct = raw.prepare<MovesAsked & { productId: number }, MoveRow>(`
    SELECT ${moveColumns} FROM stock_moves m JOIN products p ON p.id = m.product_id
    WHERE m.product_id = @productId AND m.day BETWEEN @from AND @to ORDER BY m.day, m.id LIMIT @limit`);
  return {
    entries: (days: { from: string; to: string }) => entries.all(days),
    balances: (asked: { productId: number | null; place: string | null }) => balances.all(asked),
    moves: (asked: MovesAsked) => moves.all(asked),
    movesOfProduct: (productId: number, asked: MovesAsked) => movesOfProduct.all({ productId, ...asked }),
  };
}

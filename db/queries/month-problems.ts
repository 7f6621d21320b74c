import type { Orm } from '../open.ts';
import { drawerFlows } from './drawer.ts';
import { stockAtMonthEnd } from './month-end.ts';
import { one, type Period } from './months.ts';

type Until = Pick<Period, 'to'>;
export type Backlog = { readonly count: number };
export type UnpaidCredit = { readonly count: number; readonly cents: number };
export type UnknownCost = { readonly count: number; readonly milli: number };

/** Goods without a sale, of which nobody has said what is given for them. */
const saleUnknown = `r.sale_id IS NULL AND r.matched_sale_id IS NULL AND NOT EXISTS (SELECT 1 FROM return_lines l
  JOIN line_valuations v ON v.return_line_id = l.id WHERE l.return_id = r.id)`;

/** What is not settled of a month, as things stand now: of returns, counts and cash that began in it or before it. */
export function monthProblemReads({ $client: raw }: Orm) {
  const returns = (stages: string) =>
    raw.prepare<Until, Backlog>(
      `SELECT count(*) AS count FROM returns r WHERE r.origin = 'desk' AND r.day <= @to AND ${stages}`,
    );
  const unsettled = returns(
    `r.stage IN ('requested', 'received', 'inspected') AND NOT (r.stage <> 'requested' AND ${saleUnknown})`,
  );
  const underWay = returns(`r.stage = 'approved'`);
  const unmatched = returns(`r.stage IN ('received', 'inspected') AND ${saleUnknown}`);
  const unpaid = raw.prepare<Until, UnpaidCredit>(`
    SELECT count(*) AS count, coalesce(sum(total_cents - paid_cents), 0) AS cents
    FROM credit_notes WHERE paid_cents < total_cents AND day <= @to`);
  const stocktakes = raw
    .prepare<Until, string>('SELECT number FROM stocktakes WHERE open = 1 AND day <= @to ORDER BY id')
    .pluck();
  return {
    unsettled: ({ to }: Until) => one(unsettled.get({ to })).count,
    /** Approved, and nothing has come yet. */
    underWay: ({ to }: Until) => one(underWay.get({ to })).count,
    /** Parcels that were taken in and belong to no sale yet. */
    unmatched: ({ to }: Until) => one(unmatched.get({ to })).count,
    unpaid: ({ to }: Until) => one(unpaid.get({ to })),
    /** Numbers of counts that nobody has booked or cancelled. */
    openStocktakes: ({ to }: Until) => stocktakes.all({ to }),
    ...stockReads(raw),
    ...drawerReads(raw),
  };
}
function stockReads(raw: Orm['$client']) {
  const unknown = raw.prepare<Until, UnknownCost>(`
    SELECT count(DISTINCT s.sku) AS count, coalesce(sum(s.unknownMilli), 0) AS milli
    FROM (${stockAtMonthEnd}) s JOIN products p ON p.sku = s.sku WHERE s.unknownMilli > 0 AND p.cost_e4 IS NULL`);
  const odd = raw
    .prepare<Until & { least: number }, string>(
      `SELECT DISTINCT s.sku FROM (${stockAtMonthEnd}) s JOIN products p ON p.sku = s.sku
       WHERE s.quantityMilli < 0 OR s.valueCents < 0 OR (s.quantityMilli = 0 AND s.valueCents <> 0)
         OR (s.valueCents = 0 AND s.unknownMilli = 0 AND s.quantityMilli * p.cost_e4 >= @least) ORDER BY s.sku`,
    )
    .pluck();
  return {
    unknownCost: ({ to }: Until) => one(unknown.get({ to })),
    /**
     * Codes of items that cannot be as the book says: below zero, worth something without being there, or there without value though their
     * cost is known. `least` is the product of thousandths and a cost in ten-thousandths from which something is worth a cent.
     */
    oddItems: ({ to }: Until, least: number) => odd.all({ to, least }),
  };
}

function drawerReads(raw: Orm['$client']) {
  const counted = '(SELECT coalesce(max(event_seq), 0) FROM drawer_counts)';
  const since = (table: string, day: string): string =>
    `${table}.event_seq > ${counted} AND ${day} BETWEEN @from AND @to`;
  const flows = drawerFlows({
    lines: since('l', 'e.day'),
    // Whoever has never counted the drawer does not keep it here: cash sales alone are nothing to count then.
    sales: `${since('s', 's.day')} AND ${counted} > 0`,
    moves: since('m', 'm.day'),
  });
  const days = raw.prepare<Period, Backlog>(`SELECT count(DISTINCT day) AS count FROM (${flows})`);
  return {
    /** Days of the month on which cash came or went that no count of the drawer has seen, not even a later one. */
    uncountedDays: (period: Period) => one(days.get(period)).count,
  };
}

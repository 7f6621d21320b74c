import type { SalesHabits } from '../profiles/habits.ts';
import type { FileRow } from '../rows/row.ts';

/** What the platform's list of whole orders says of one. */
export type OrderSays = Pick<FileRow, 'amounts' | 'dueCents'>;

type Document = {
  readonly rows: readonly FileRow[];
  /** For each row. */
  readonly paidCents: readonly number[];
  readonly deliveryCents: number;
  readonly habits: SalesHabits;
  readonly order: OrderSays | undefined;
};
export type GivenBack = { readonly refundedCents: number; readonly insideCents: number };

const nothing: GivenBack = { refundedCents: 0, insideCents: 0 };

/**
 * What the platform has given back of a sale: what the file says, and all of what was paid where the status says so. Where due − paid is
 * exactly what was refunded, the refund is in what was paid already and nothing more came back (FORMATS §1 rule 6).
 */
export function refundedOf({ rows, paidCents, deliveryCents, habits, order }: Document): GivenBack {
  const isSaid = rows.some(({ amounts, meaning }) => amounts.refunded !== undefined || meaning === 'given-back');
  if ((!isSaid && order?.amounts.refunded === undefined) || rows.some(({ milli }) => milli < 0)) return nothing;
  const said = saidOf(rows, habits, order);
  if (said.refundedCents > 0 || said.insideCents > 0) return said;
  if (!rows.some(({ meaning }) => meaning === 'given-back')) return nothing;
  const isWhole = rows.every(({ meaning }) => meaning === 'given-back');
  const back = paidCents.filter((_, index) => rows[index]?.meaning === 'given-back');
  return { refundedCents: back.reduce((sum, cents) => sum + cents, isWhole ? deliveryCents : 0), insideCents: 0 };
}

/** The order's on its first row, or else each row's own. */
function saidOf(rows: readonly FileRow[], habits: SalesHabits, order: OrderSays | undefined): GivenBack {
  const saying = rows.filter(({ amounts }) => amounts.refunded !== undefined);
  const [first] = saying;
  if (!first) return order ? sumOf([order]) : nothing;
  const isRepeated = saying.length > 1 && saying.every(({ amounts }) => amounts.refunded === first.amounts.refunded);
  const isOrders = habits.ofOrder ? habits.ofOrder.includes('refunded') : isRepeated && isMoreThanPaid(saying);
  return sumOf(isOrders ? [first] : saying);
}

function sumOf(saying: readonly OrderSays[]): GivenBack {
  let refundedCents = 0;
  let insideCents = 0;
  for (const { amounts, dueCents } of saying) {
    const cents = Math.abs(amounts.refunded ?? 0);
    if (dueCents.some((due) => due - (amounts.paid ?? due) === cents)) insideCents += cents;
    else refundedCents += cents;
  }
  return { refundedCents, insideCents };
}

/** The same refund on each row, and more than one of them cost: it is the whole order's. */
function isMoreThanPaid(rows: readonly FileRow[]): boolean {
  return rows.some(({ amounts }) => amounts.paid !== undefined && Math.abs(amounts.refunded ?? 0) > amounts.paid);
}

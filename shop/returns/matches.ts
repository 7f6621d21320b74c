import type { Output } from '../../contract/api.ts';
import { daysBetween } from '../../contract/values/days.ts';
import type { CandidateRow } from '../../db/queries/related.ts';
import type { ReturnLineRow, ReturnRow } from '../../db/queries/returns.ts';
import type { SaleLineRow, SaleRow } from '../../db/queries/sales.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';

type Candidate = Output<'returns.matches'>['items'][number];
type Why = Candidate['why'][number];

/** How much each thing speaks for a sale. A serial number is as good as a receipt; that an item was sold lately says little. */
const weights: Readonly<Record<Why, number>> = {
  serial: 100,
  waybill: 50,
  'all-items': 40,
  customer: 30,
  phone: 25,
  'some-items': 15,
  near: 10,
};

const nearDays = 30;
const shown = 20;

export const findMatches: ReadHandler<'returns.matches'> = (context, { returnId }) => {
  const { store } = context;
  const row = store.returns.byId(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  if (row.saleId !== null || row.origin !== 'desk') return { items: [] };
  const lines = store.returns.lines(returnId);
  const pointers = new Map<number, Set<CandidateRow['why']>>();
  const productIds = new Set(lines.map(({ productId }) => productId));
  const found = [
    ...store.candidates.named(returnId),
    ...[...productIds].flatMap((productId) => store.candidates.byItem(productId, row.day)),
  ];
  for (const { saleId, why } of found) pointers.set(saleId, (pointers.get(saleId) ?? new Set()).add(why));
  const items = [...pointers].flatMap(([saleId, whys]) => viewCandidate(context, { row, lines, saleId, whys }) ?? []);
  items.sort((one, other) => other.score - one.score || (one.day < other.day ? 1 : -1));
  return { items: items.slice(0, shown) };
};

type Pointed = {
  readonly row: ReturnRow;
  readonly lines: readonly ReturnLineRow[];
  readonly saleId: number;
  readonly whys: ReadonlySet<CandidateRow['why']>;
};

/** Nothing for a sale after the goods came, and for one that sold nothing of them. */
function viewCandidate({ store }: ReadContext, { row, lines, saleId, whys }: Pointed): Candidate | undefined {
  const sale = store.sales.byId(saleId);
  if (!sale || sale.day > row.day) return undefined;
  const fitting = fitLines(lines, store.sales.lines(saleId));
  if (fitting.length === 0) return undefined;
  const why = reasonsFor({ row, sale, whys, fits: fitting.length === lines.length });
  const customer = sale.customerName ?? sale.customerCode;
  return {
    saleId,
    number: sale.number,
    day: sale.day,
    ...(customer !== null && { customer }),
    totalCents: sale.totalCents,
    score: why.reduce((sum, one) => sum + weights[one], 0),
    why,
    lines: fitting,
    fits: fitting.length === lines.length,
  };
}

type ToReason = Pick<Pointed, 'row' | 'whys'> & { readonly sale: SaleRow; readonly fits: boolean };

function reasonsFor({ row, sale, whys, fits }: ToReason): Why[] {
  const why: Why[] = [];
  for (const one of ['serial', 'waybill', 'customer', 'phone'] as const) if (whys.has(one)) why.push(one);
  why.push(fits ? 'all-items' : 'some-items');
  if (daysBetween({ from: sale.day, to: row.day }) <= nearDays) why.push('near');
  return why;
}

/** Each return line to a sale line of its item with enough units left; lines without one are left out. */
function fitLines(lines: readonly ReturnLineRow[], saleLines: readonly SaleLineRow[]): Candidate['lines'] {
  const left = new Map(saleLines.map((line) => [line.id, line.quantityMilli - line.returnedMilli]));
  return lines.flatMap(({ id, productId, requestedMilli }) => {
    const sold = saleLines.find((line) => line.productId === productId && (left.get(line.id) ?? 0) >= requestedMilli);
    if (!sold) return [];
    left.set(sold.id, (left.get(sold.id) ?? 0) - requestedMilli);
    return [{ returnLineId: id, saleLineId: sold.id }];
  });
}

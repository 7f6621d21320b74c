import type { Terms } from '../../contract/api/return-shape.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import type { Tender } from '../../contract/values/words.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { SaleTenderRow } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { milliOnBench } from '../repair/on-bench.ts';
import { creditLines, type QuotedLine } from './credit-lines.ts';
import { type AskedExtra, type ExtraRefusal, type SettledExtra, settleExtras } from './extras.ts';
import { roomOf } from './room.ts';
import { standingExtras } from './standing-extras.ts';

export type Payable = {
  readonly lines: readonly QuotedLine[];
  /** Every line of the return in its order, for extras that name one by its number. */
  readonly lineIds: readonly number[];
  readonly extras: readonly SettledExtra[];
  /** Why something proposed was left out. */
  readonly notes: readonly string[];
  /** Of the goods, with their tax. */
  readonly creditCents: number;
  readonly givenCents: number;
  readonly keptCents: number;
  readonly unpaidCents: number;
  readonly totalCents: number;
  readonly deliveryLeftCents: number;
  readonly originals: readonly SaleTenderRow[];
  /** Through which tenders alone it may be paid; only where there is no receipt. */
  readonly onlyTenders: readonly Tender[] | undefined;
  readonly customerId: number | null;
  readonly wantsStoreCredit: boolean;
};

export type AskedCredit = {
  readonly lines?: readonly { readonly returnLineId: number; readonly quantity: number }[] | undefined;
  readonly extras?: readonly (Omit<AskedExtra, 'line'> & { readonly returnLineId?: number | undefined })[] | undefined;
};
type Row = Pick<ReturnHead, 'id' | 'saleId' | 'want'>;
type Context = Pick<ReadContext, 'store' | 'settings'>;

/** What is owed now when everything that can be is credited, with what the policy gives and keeps. */
export function payableOf(context: Context, row: Row): Payable {
  const payable = payableAsked(context, { ...row, number: '' }, {});
  if (payable instanceof Refused) throw new Error(`nothing was asked of return ${row.id}: ${payable.code}`);
  return payable;
}

export type PayableRefusal = ExtraRefusal | 'no-such-return-line' | 'not-inspected';

/**
 * What is owed now: units inspected or kept by the customer, not sent back, not credited yet, and what was credited before and voided. The
 * caller may credit a part, and settle what is given and kept beside it otherwise than proposed.
 */
export function payableAsked(
  context: Context,
  row: Row & Pick<ReturnHead, 'number'>,
  asked: AskedCredit,
): Payable | Refused<PayableRefusal> {
  const { store } = context;
  const workLines = store.returns.workLines(row.id);
  const lineIds = workLines.map(({ id }) => id);
  const quantities = quantitiesOf(workLines, asked, { number: row.number, onBench: milliOnBench(context, row) });
  if (quantities instanceof Refused) return quantities;
  const saleLines = new Map(
    (row.saleId === null ? [] : store.sales.workLines(row.saleId)).map((line) => [line.id, line]),
  );
  const roomCents = roomOf(context, row.saleId);
  const lines = creditLines(context, { returnId: row.id, workLines, quantities, saleLines, roomCents });
  const creditCents = lines.reduce((sum, { credit }) => sum + credit.cents, 0);
  const facts = store.settlements.facts(row.id);
  const terms = facts?.terms ? (JSON.parse(facts.terms) as Terms) : undefined;
  const standing = standingExtras(context, {
    returnId: row.id,
    saleId: row.saleId,
    lineIds,
    creditedBefore: workLines.some(({ creditedMilli }) => creditedMilli > 0),
    lines,
    saleLines,
    roomCents: roomCents - creditCents,
    terms,
    deliveryCents: facts?.deliveryCents ?? 0,
    freightCents: facts?.freightCents ?? 0,
  });
  const named = nameLines(asked.extras, lineIds);
  if (named instanceof Refused) return named;
  const settled = settleExtras(named, standing.proposed, {
    creditCents,
    deliveryLeftCents: standing.deliveryLeftCents,
  });
  if (settled instanceof Refused) return settled;
  const sumOf = (given: boolean): number =>
    settled.extras
      .filter(({ kind }) => (kind === 'delivery' || kind === 'freight-paid') === given)
      .reduce((sum, { cents }) => sum + cents, 0);
  const [givenCents, keptCents] = [sumOf(true), sumOf(false)];
  const unpaidCents = store.refunds.unpaidCents(row.id);
  return {
    lines,
    lineIds,
    ...settled,
    creditCents,
    givenCents,
    keptCents,
    unpaidCents,
    totalCents: creditCents + givenCents - keptCents + unpaidCents,
    deliveryLeftCents: standing.deliveryLeftCents,
    originals: row.saleId === null ? [] : store.sales.tenders(row.saleId),
    onlyTenders: row.saleId === null ? (terms?.noReceiptTenders ?? ['store-credit']) : undefined,
    customerId: facts?.customerId ?? null,
    wantsStoreCredit: facts?.want === 'store-credit',
  };
}

/** How many thousandths of each line are credited now. */
function quantitiesOf(
  workLines: readonly WorkLine[],
  { lines }: AskedCredit,
  { number, onBench }: Pick<ReturnHead, 'number'> & { readonly onBench: ReadonlyMap<number, number> },
): ReadonlyMap<number, number> | Refused<'no-such-return-line' | 'not-inspected'> {
  const open = new Map(workLines.map((line) => [line.id, creditableMilli(line) - (onBench.get(line.id) ?? 0)]));
  if (!lines) return open;
  const asked = new Map<number, number>();
  for (const [index, { returnLineId, quantity }] of lines.entries()) {
    const most = open.get(returnLineId);
    if (most === undefined) return refuse('no-such-return-line', { line: index + 1, returnLineId });
    const milli = (asked.get(returnLineId) ?? 0) + toMilli(quantity);
    if (milli > most) return refuse('not-inspected', { number });
    asked.set(returnLineId, milli);
  }
  return asked;
}

/** Units graded or left with the customer, that did not go back to them and are not credited. */
function creditableMilli(line: WorkLine): number {
  return line.inspectedMilli - line.sentBackMilli + line.waivedMilli - line.creditedMilli;
}

/** Extras name their line by its id on the wire, and by its number in the rules. */
function nameLines(
  extras: AskedCredit['extras'],
  lineIds: readonly number[],
): readonly AskedExtra[] | undefined | Refused<'no-such-return-line'> {
  if (!extras) return undefined;
  const named: AskedExtra[] = [];
  for (const [index, { returnLineId, ...extra }] of extras.entries()) {
    const line = returnLineId === undefined ? undefined : lineIds.indexOf(returnLineId) + 1;
    if (line === 0) return refuse('no-such-return-line', { line: index + 1, returnLineId: returnLineId ?? 0 });
    named.push({ ...extra, line });
  }
  return named;
}

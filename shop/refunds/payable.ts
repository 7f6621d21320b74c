import type { Terms } from '../../contract/api/return-shape.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Tender } from '../../contract/values/words.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { SaleTenderRow, SaleWorkLine } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { milliOnBench } from '../repair/on-bench.ts';
import { afterCredit, type Credit, type Creditable, creditFor } from './amounts.ts';
import { bundlePriceLost } from './bundles.ts';
import { type AskedExtra, type ExtraRefusal, proposeExtras, type SettledExtra, settleExtras } from './extras.ts';

export type QuotedLine = {
  /** Counts from 1. */
  readonly lineNo: number;
  readonly line: WorkLine;
  /** Missing for goods without a receipt: what is given for them was said by a person. */
  readonly saleLine: SaleWorkLine | undefined;
  readonly credit: Credit;
};

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
  const quantities = quantitiesOf(workLines, asked, { number: row.number, onBench: milliOnBench(context, row) });
  if (quantities instanceof Refused) return quantities;
  const saleLines = new Map(
    (row.saleId === null ? [] : store.sales.workLines(row.saleId)).map((line) => [line.id, line]),
  );
  const lines = creditLines(context, { row, workLines, quantities, saleLines });
  const creditCents = lines.reduce((sum, { credit }) => sum + credit.cents, 0);
  const facts = store.settlements.facts(row.id);
  const terms = facts?.terms ? (JSON.parse(facts.terms) as Terms) : undefined;
  const standing = standingExtras(context, { row, workLines, lines, saleLines, terms, facts });
  const lineIds = workLines.map(({ id }) => id);
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

type Crediting = {
  readonly row: Row;
  readonly workLines: readonly WorkLine[];
  readonly quantities: ReadonlyMap<number, number>;
  /** Changed: each line as it stands after the credit. */
  readonly saleLines: Map<number, SaleWorkLine>;
};

function creditLines({ store }: Context, { row, workLines, quantities, saleLines }: Crediting): QuotedLine[] {
  const unsold = workLines.some((line) => line.saleLineId === null && (quantities.get(line.id) ?? 0) > 0);
  const values = unsold ? store.settlements.valuations(row.id) : [];
  const quoted: QuotedLine[] = [];
  for (const [index, line] of workLines.entries()) {
    const milli = quantities.get(line.id) ?? 0;
    if (milli <= 0) continue;
    const saleLine = line.saleLineId === null ? undefined : saleLines.get(line.saleLineId);
    if (saleLine) {
      const credit = creditFor(saleLine, milli);
      saleLines.set(saleLine.id, afterCredit(saleLine, credit));
      quoted.push({ lineNo: index + 1, line, saleLine, credit });
    } else {
      const value = values.find(({ returnLineId }) => returnLineId === line.id);
      if (value)
        quoted.push({ lineNo: index + 1, line, saleLine, credit: creditFor(asCreditable(line, value), milli) });
    }
  }
  return quoted;
}

type Value = ReturnType<Context['store']['settlements']['valuations']>[number];

/** What a person gives is for all units that were asked for; it is shared like a price that was paid. */
function asCreditable(line: WorkLine, value: Value): Creditable {
  return {
    quantityMilli: line.requestedMilli,
    creditedMilli: line.creditedMilli,
    paidCents: value.valueCents,
    creditedCents: value.creditedCents,
    taxCents: value.taxCents,
    creditedTaxCents: value.creditedTaxCents,
  };
}

type Standing = {
  readonly row: Row;
  readonly workLines: readonly WorkLine[];
  readonly lines: readonly QuotedLine[];
  readonly saleLines: ReadonlyMap<number, SaleWorkLine>;
  readonly terms: Terms | undefined;
  readonly facts: ReturnType<Context['store']['settlements']['facts']>;
};

/** What the policy proposes, given what was given and kept before. Asks for that only where there can have been any. */
function standingExtras(
  context: Context,
  { row, workLines, lines, saleLines, terms, facts }: Standing,
): { readonly proposed: readonly SettledExtra[]; readonly deliveryLeftCents: number } {
  const { store } = context;
  const { deliveryCents = 0, freightCents = 0 } = facts ?? {};
  const after = [...saleLines.values()];
  const bundled = lines.some(({ saleLine }) => saleLine?.bundle);
  const ofSale =
    row.saleId !== null && (deliveryCents > 0 || bundled) ? store.settlements.extrasOfSale(row.saleId) : [];
  const before = workLines.some(({ creditedMilli }) => creditedMilli > 0) ? store.refunds.extras(row.id) : [];
  const sumOf = (rows: readonly { kind: string; cents: number }[], kind: string): number =>
    rows.filter((extra) => extra.kind === kind).reduce((sum, { cents }) => sum + cents, 0);
  const deliveryLeftCents = deliveryCents - sumOf(ofSale, 'delivery');
  const proposed = proposeExtras({
    terms,
    credits: lines.map(({ lineNo, credit }) => ({ line: lineNo, cents: credit.cents, taxCents: credit.taxCents })),
    bundles: bundled ? lostBundles(lines, { after, ofSale, digits: currencyDigits(context.settings.currency) }) : [],
    keptBefore: (line, kind) =>
      sumOf(
        before.filter(({ returnLineId }) => returnLineId === workLines[line - 1]?.id),
        kind,
      ),
    deliveryLeftCents,
    freightLeftCents: Math.max(0, freightCents - sumOf(before, 'freight-paid')),
    allBack: after.every((line) => line.creditedMilli === line.quantityMilli),
  });
  return { proposed, deliveryLeftCents };
}

type Bundles = {
  readonly after: readonly SaleWorkLine[];
  readonly ofSale: readonly { readonly kind: string; readonly bundle: string | null; readonly cents: number }[];
  readonly digits: number;
};

/** The price lost by each bundle that comes back in part, less what was kept of it before, at the tax of the line it is kept of. */
function lostBundles(lines: readonly QuotedLine[], { after, ofSale, digits }: Bundles) {
  const marks = new Set(lines.flatMap(({ saleLine }) => (saleLine?.bundle ? [saleLine.bundle] : [])));
  return [...marks].flatMap((mark) => {
    const own = lines.filter(({ saleLine }) => saleLine?.bundle === mark);
    const keptCents = ofSale
      .filter(({ kind, bundle }) => kind === 'bundle-kept' && bundle === mark)
      .reduce((sum, { cents }) => sum + cents, 0);
    let leftCents =
      bundlePriceLost(
        after.filter(({ bundle }) => bundle === mark),
        digits,
      ) - keptCents;
    return own.flatMap(({ lineNo, credit }) => {
      const cents = Math.min(Math.max(0, leftCents), credit.cents);
      leftCents -= cents;
      return cents > 0 ? [{ line: lineNo, cents, taxCents: shareOf(credit.taxCents, cents, credit.cents) }] : [];
    });
  });
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

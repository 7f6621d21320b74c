import { type Day, daysBetween } from '../../contract/values/days.ts';

/** A refund on a bill that nothing of ours stands behind yet. */
export type FreeLine = {
  readonly id: number;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly shopReference: string | null;
  readonly shopRefundReference: string | null;
  readonly note: string | null;
  readonly day: Day;
  readonly cents: number;
};

/** A payout to the same wallet that stands and is on no bill yet. */
export type FreePayout = {
  readonly id: number;
  readonly number: string;
  readonly creditNote: string;
  readonly returnNumber: string;
  readonly saleNumber: string | null;
  readonly reference: string | null;
  readonly day: Day;
  readonly amountCents: number;
};

export type ProposedTie = { readonly lineId: number; readonly payoutId: number; readonly how: 'reference' | 'amount' };

/** How far a wallet's day and ours may lie apart where only the amount speaks: one refunds in the evening, the other counts it next morning. */
const daysApart = 1;
/** … and where the order is the same one. */
const daysOfOrder = 7;

/** `orders`: the numbers under which the wallet may know the order that a payout belongs to. */
type Fits = (line: FreeLine, payout: FreePayout, orders: ReadonlySet<string>) => boolean;
type Rule = {
  readonly how: ProposedTie['how'];
  readonly fits: Fits;
  /** What fits and is not believed all the same; it still keeps another from being the only one. */
  readonly unless?: (line: FreeLine, payout: FreePayout) => boolean;
};

/** From what is surest to what is least so; each is asked only of what the ones before left free. */
const rules: readonly Rule[] = [
  { how: 'reference', fits: (line, { reference }) => refundNumbers(line).includes(bare(reference)) },
  { how: 'reference', fits: (line, { number }) => ourNumbers(line).has(ourNumber(number)) },
  { how: 'reference', fits: (line, { creditNote }) => ourNumbers(line).has(ourNumber(creditNote)) },
  { how: 'reference', fits: (line, { returnNumber }) => ourNumbers(line).has(ourNumber(returnNumber)) },
  { how: 'reference', fits: (line, payout, orders) => apart(line, payout) <= daysApart && isOf(line, orders) },
  { how: 'reference', fits: (line, payout, orders) => apart(line, payout) <= daysOfOrder && isOf(line, orders) },
  { how: 'amount', fits: (line, payout) => apart(line, payout) <= daysApart, unless: contradict },
];

/**
 * Which refund on the bill is which payout. A pair is proposed where exactly one line and exactly one payout fit each other by a rule, and the
 * amount is the same; where two could be meant, none is, and a person decides.
 */
export function proposeTies(lines: readonly FreeLine[], payouts: readonly FreePayout[]): ProposedTie[] {
  const freeLines = new Map(lines.map((line) => [line.id, line]));
  const freePayouts = new Map(payouts.map((payout) => [payout.id, payout]));
  const ordersOf = ordersOfPayouts(payouts);
  const ties: ProposedTie[] = [];
  for (const { how, fits, unless } of rules) {
    const fitting: Fitting = (line, payout) => fits(line, payout, ordersOf(payout));
    for (const [line, payout] of onlyPairs([...freeLines.values()], [...freePayouts.values()], fitting)) {
      if (unless?.(line, payout)) continue;
      ties.push({ lineId: line.id, payoutId: payout.id, how });
      freeLines.delete(line.id);
      freePayouts.delete(payout.id);
    }
  }
  return ties;
}

/** The payouts that a line could be, the likeliest first. */
export function couldBe<Payout extends FreePayout>(line: FreeLine, payouts: readonly Payout[]): Payout[] {
  const ordersOf = ordersOfPayouts(payouts);
  const rank = (payout: Payout): number => {
    const rule = rules.findIndex(({ fits, unless }) => fits(line, payout, ordersOf(payout)) && !unless?.(line, payout));
    return rule < 0 ? rules.length : rule;
  };
  return payouts
    .filter((payout) => payout.amountCents === line.cents && apart(line, payout) <= mostDaysApart)
    .sort((one, other) => rank(one) - rank(other) || apart(line, one) - apart(line, other))
    .slice(0, mostSuggested);
}

/** Beyond this a payout of the same amount is another one. */
export const mostDaysApart = 31;
const mostSuggested = 5;

type Fitting = (line: FreeLine, payout: FreePayout) => boolean;

function onlyPairs(
  lines: readonly FreeLine[],
  payouts: readonly FreePayout[],
  fits: Fitting,
): [FreeLine, FreePayout][] {
  const byAmount = Map.groupBy(payouts, ({ amountCents }) => amountCents);
  const candidates = lines.map((line) => (byAmount.get(line.cents) ?? []).filter((payout) => fits(line, payout)));
  const wanted = new Map<number, number>();
  for (const { id } of candidates.flat()) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  return lines.flatMap((line, index): [FreeLine, FreePayout][] => {
    const [payout, ...others] = candidates[index] ?? [];
    return payout && others.length === 0 && wanted.get(payout.id) === 1 ? [[line, payout]] : [];
  });
}

function apart(line: FreeLine, payout: FreePayout): number {
  return Math.abs(daysBetween({ from: payout.day, to: line.day }));
}

const bare = (text: string | null): string => (text ?? '').trim().toUpperCase();

/** The numbers that the wallet and the shop gave a refund, as somebody could have typed them when paying out. */
function refundNumbers({ reference, shopRefundReference }: FreeLine): readonly string[] {
  return [bare(reference), bare(shopRefundReference)].filter((number) => number !== '');
}

function orderNumbers({ orderReference, shopReference }: FreeLine): readonly string[] {
  return [bare(orderReference), bare(shopReference)].filter((number) => number !== '');
}

function isOf(line: FreeLine, orders: ReadonlySet<string>): boolean {
  return orderNumbers(line).some((number) => orders.has(number));
}

/** What was typed beside one payout of a sale names the order of all of them: a second one of the same amount could be meant as well. */
function ordersOfPayouts(payouts: readonly FreePayout[]): (payout: FreePayout) => ReadonlySet<string> {
  const numbers = (payout: FreePayout): string[] => [bare(payout.reference), bare(payout.saleNumber)].filter(Boolean);
  const bySale = Map.groupBy(payouts, ({ saleNumber }) => saleNumber);
  const ofSales = new Map([...bySale].map(([sale, ofSale]) => [sale, new Set(ofSale.flatMap(numbers))]));
  return (payout) =>
    (payout.saleNumber === null ? undefined : ofSales.get(payout.saleNumber)) ?? new Set(numbers(payout));
}

/** Numbers of our documents in a text, with their strokes or, as wallets allow in a number, without. */
const ourPattern = /(?<![A-Z0-9])[PCR]-?\d{4}-?\d{6,}(?!\d)/gi;
const ourNumber = (number: string): string => number.toUpperCase().replaceAll('-', '');

function ourNumbers({ shopRefundReference, shopReference, note }: FreeLine): ReadonlySet<string> {
  const text = [shopRefundReference, shopReference, note].join(' ');
  return new Set(text.match(ourPattern)?.map(ourNumber));
}

/** As long as wallets' numbers are: a shorter text that somebody typed beside a payout may be a name or the end of a phone. */
const walletNumber = /^(?=(?:.*\d){10})[\w*|@-]{16,}$/;

/** Whether one side names something that is not the other, so that the same amount means nothing. */
function contradict(line: FreeLine, payout: FreePayout): boolean {
  const named = ourNumbers(line);
  const documents = [payout.number, payout.creditNote, payout.returnNumber].map(ourNumber);
  if (named.size > 0 && !documents.some((number) => named.has(number))) return true;
  const reference = bare(payout.reference);
  return walletNumber.test(reference) && ![...refundNumbers(line), ...orderNumbers(line)].includes(reference);
}

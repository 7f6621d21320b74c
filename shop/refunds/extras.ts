import type { Terms } from '../../contract/api/return-shape.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import { type ExtraKind, givenExtras } from '../../contract/values/words.ts';
import { type Refused, refuse } from '../refused.ts';

/** What is given back or kept beside the goods. Lines count from 1; delivery and freight belong to none. `cents` includes the tax. */
export type SettledExtra = {
  readonly kind: ExtraKind;
  readonly line: number | undefined;
  readonly cents: number;
  readonly taxCents: number;
  readonly note?: string;
};

export type AskedExtra = {
  readonly kind: ExtraKind;
  readonly line?: number | undefined;
  readonly cents: number;
  readonly taxCents?: number | undefined;
  readonly note?: string | undefined;
};

type LineAmount = { readonly line: number; readonly cents: number; readonly taxCents: number };

export type ExtraFacts = {
  readonly terms: Terms | undefined;
  /** What is credited now, by line. */
  readonly credits: readonly LineAmount[];
  /** What the customer keeps of bundles that come back in part: the price lost, by the line it is kept of. */
  readonly bundles: readonly LineAmount[];
  /** Kept of a line before, by kind. */
  readonly keptBefore: (line: number, kind: ExtraKind) => number;
  /** Of the sale’s delivery charge, and of what the customer paid for the way back: not given back yet. */
  readonly deliveryLeftCents: number;
  readonly freightLeftCents: number;
  /** Every unit of the sale is credited now or was before. */
  readonly allBack: boolean;
};

export function isGiven(kind: ExtraKind): boolean {
  return givenExtras.some((given) => given === kind);
}

/**
 * What the terms frozen with the verdict give and keep beside the goods: the delivery charge once (DESIGN §6 rule 6), the freight where the
 * shop pays it, and fees, each a line of its own with its own tax (rule 9). No line keeps more than is credited for it.
 */
export function proposeExtras(facts: ExtraFacts): SettledExtra[] {
  if (facts.credits.length === 0) return [];
  const { terms, deliveryLeftCents, freightLeftCents } = facts;
  const deliveryBack = terms?.delivery === 'back' || (terms?.delivery === 'all-returned' && facts.allBack);
  const given: [ExtraKind, number][] = [
    ['delivery', deliveryBack ? deliveryLeftCents : 0],
    ['freight-paid', terms?.freight === 'shop' ? freightLeftCents : 0],
  ];
  return [
    ...given.filter(([, cents]) => cents > 0).map(([kind, cents]) => ({ kind, line: undefined, cents, taxCents: 0 })),
    ...proposeFees(facts),
  ];
}

function proposeFees({ terms, credits, bundles, keptBefore }: ExtraFacts): SettledExtra[] {
  const room = new Map(credits.map(({ line, cents }) => [line, cents]));
  const kept: SettledExtra[] = [];
  const keep = (line: number, kind: ExtraKind, wantedCents: number, taxOf: (cents: number) => number): void => {
    const cents = Math.min(wantedCents, room.get(line) ?? 0);
    if (cents <= 0) return;
    room.set(line, (room.get(line) ?? 0) - cents);
    kept.push({ kind, line, cents, taxCents: taxOf(cents) });
  };
  for (const fee of terms?.fees ?? []) {
    const credit = credits.find(({ line }) => line === fee.line + 1);
    if (!credit || isGiven(fee.kind)) continue;
    const fixedCents = fee.cents === undefined ? 0 : Math.max(0, fee.cents - keptBefore(credit.line, fee.kind));
    const wantedCents = fixedCents + percentOf(credit.cents, fee.percent ?? 0);
    keep(credit.line, fee.kind, wantedCents, (cents) => taxWithin(cents, fee.taxPercent));
  }
  for (const lost of bundles)
    keep(lost.line, 'bundle-kept', lost.cents, (cents) => shareOf(lost.taxCents, cents, lost.cents));
  return kept;
}

/** Percentages have up to three decimals. */
const thousandths = (percent: number): number => Math.round(percent * 1000);

function percentOf(cents: number, percent: number): number {
  return shareOf(cents, thousandths(percent), 100_000);
}

/** The tax in an amount that includes it. */
function taxWithin(cents: number, taxPercent: number): number {
  return shareOf(cents, thousandths(taxPercent), 100_000 + thousandths(taxPercent));
}

export type ExtraRefusal = 'over-fee' | 'over-delivery' | 'extra-needs-note';
export type SettledExtras = {
  readonly extras: readonly SettledExtra[];
  /** Why something proposed was left out: it has no line of its own to stand on. */
  readonly notes: readonly string[];
};

/**
 * What a person asks for in place of the proposal. What differs from it needs a note; no more is kept than is credited, and no more of the
 * delivery charge goes back than is left of it.
 */
export function settleExtras(
  asked: readonly AskedExtra[] | undefined,
  proposed: readonly SettledExtra[],
  limits: { readonly creditCents: number; readonly deliveryLeftCents: number },
): SettledExtras | Refused<ExtraRefusal> {
  if (!asked) return { extras: proposed, notes: [] };
  const settled = asked.map((extra) => withTax(extra, proposed.find(sameAs(extra))));
  const missed = proposed.find((extra) => !asked.some(sameAs(extra)));
  const unsaid = missed ?? settled.find((extra) => !extra.note && !proposed.some(equalTo(extra)));
  if (unsaid) return refuse('extra-needs-note', { kind: unsaid.kind });
  const sum = (fits: (extra: SettledExtra) => boolean): number =>
    settled.filter(fits).reduce((total, { cents }) => total + cents, 0);
  const deliveryCents = sum(({ kind }) => kind === 'delivery');
  if (deliveryCents > limits.deliveryLeftCents)
    return refuse('over-delivery', { maxCents: limits.deliveryLeftCents, askedCents: deliveryCents });
  const keptCents = sum(({ kind }) => !isGiven(kind));
  const maxCents = limits.creditCents + sum(({ kind }) => isGiven(kind));
  if (keptCents > maxCents) return refuse('over-fee', { maxCents, askedCents: keptCents });
  return {
    extras: settled.filter(({ cents }) => cents > 0),
    notes: settled.flatMap(({ cents, note }) => (cents === 0 && note ? [note] : [])),
  };
}

type Named = { readonly kind: ExtraKind; readonly line?: number | undefined };

const lineOf = ({ kind, line }: Named): number | undefined => (isGiven(kind) ? undefined : line);
const sameAs = (one: Named) => (other: Named) => one.kind === other.kind && lineOf(one) === lineOf(other);
const equalTo = (one: SettledExtra) => (other: SettledExtra) =>
  sameAs(one)(other) && one.cents === other.cents && one.taxCents === other.taxCents;

/** Of a changed fee the tax changes with it, unless it is said; what is given back has none of its own. */
function withTax(asked: AskedExtra, proposed: SettledExtra | undefined): SettledExtra {
  const { kind, cents, note } = asked;
  const share = proposed ? shareOf(proposed.taxCents, cents, proposed.cents) : 0;
  const taxCents = isGiven(kind) ? 0 : Math.min(asked.taxCents ?? share, cents);
  return { kind, line: lineOf(asked), cents, taxCents, ...(note && { note }) };
}

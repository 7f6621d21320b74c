import type { ChartAccount } from './check.ts';
import { bareCode, isBelow, leadingCode } from './codes.ts';
import { lastPart, plainName } from './names.ts';

/** More than a person would look through. */
const mostSuggestions = 5;

type Chart = {
  readonly chart: readonly ChartAccount[];
  readonly leaves: ReadonlySet<ChartAccount>;
  /** The chart’s account of our code, if there is one. */
  readonly theirs: ChartAccount | undefined;
};

/**
 * What an account of ours could be in the accountant’s chart, best first: the one of our code under its own name, the same code written otherwise, the same
 * name, the same last part of the name, one name within the other, and whatever stands below the same first level.
 */
export function suggestAccounts(account: ChartAccount, { chart, leaves, theirs }: Chart): ChartAccount[] {
  const ours = describe(account);
  const isWhole = theirs !== undefined && !leaves.has(theirs);
  const ranked: { readonly rank: number; readonly of: ChartAccount }[] = [];
  for (const of of chart) {
    if (!leaves.has(of)) continue;
    const rank = of === theirs ? 0 : rankOf(ours, of);
    // Below the account that was meant comes first, whatever it is called.
    if (isWhole && isBelow(of.code, account.code)) ranked.push({ rank: (rank ?? 9) / 10, of });
    else if (rank !== undefined) ranked.push({ rank, of });
  }
  // `sort` keeps the chart’s own order among equals.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostSuggestions)
    .map(({ of }) => of);
}

type Described = ReturnType<typeof describe>;

function describe({ code, name }: ChartAccount) {
  return { bare: bareCode(code), leading: leadingCode(code), name: plainName(name), last: lastPart(name) };
}

/** How well an account fits, the lower the better; nothing when it does not. */
function rankOf(ours: Described, of: ChartAccount): number | undefined {
  const theirs = describe(of);
  if (theirs.bare === ours.bare) return 1;
  if (theirs.name === ours.name) return 2;
  const isNear = theirs.leading === ours.leading ? 0 : 0.5;
  if (theirs.last === ours.last) return 3 + isNear;
  if (isWithin(theirs.last, ours.last)) return 4 + isNear;
  return isNear === 0 ? 5 : undefined;
}

function isWithin(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

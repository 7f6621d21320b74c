import type { ChartAccount, NamedAccount } from './account.ts';
import { bareCode, isBelow, leadingCode } from './codes.ts';
import { lastPart, plainName } from './names.ts';

/** More than a person would look through. */
const mostSuggestions = 5;

/** Many accounts have such a name, and it says nothing of any of them. */
const saysNothing: ReadonlySet<string> = new Set(['其他', '其它', 'other', 'others']);

type Chart = {
  readonly chart: readonly ChartAccount[];
  readonly leaves: ReadonlySet<ChartAccount>;
  /** The chart’s account of our code, if there is one. */
  readonly theirs: ChartAccount | undefined;
};

/**
 * What an account of ours could be in the accountant’s chart, best first: the one of our code under its own name, the same code written
 * otherwise, the same name, the same last part of the name, one name within the other, and whatever stands below the same first level. What
 * fits equally well comes by how many of our characters it has.
 */
export function suggestAccounts(account: NamedAccount, { chart, leaves, theirs }: Chart): ChartAccount[] {
  const ours = describe(account);
  const isWhole = theirs !== undefined && !leaves.has(theirs);
  const ranked: { readonly rank: number; readonly shared: number; readonly of: ChartAccount }[] = [];
  for (const of of chart) {
    if (!leaves.has(of)) continue;
    const rank = of === theirs ? 0 : rankOf(ours, of);
    // Below the account that was meant comes first, whatever it is called.
    const isBelowOurs = isWhole && isBelow(of.code, account.code);
    const placed = isBelowOurs ? (rank ?? 9) / 10 : rank;
    if (placed !== undefined) ranked.push({ rank: placed, shared: sharedWith(ours, of), of });
  }
  // `sort` keeps the chart’s own order among equals.
  return ranked
    .sort((a, b) => a.rank - b.rank || b.shared - a.shared)
    .slice(0, mostSuggestions)
    .map(({ of }) => of);
}

type Described = ReturnType<typeof describe>;

function describe({ code, name, alsoCalled = [] }: NamedAccount) {
  const names = [name, ...alsoCalled];
  return {
    bare: bareCode(code),
    leading: leadingCode(code),
    names: names.map(plainName),
    lasts: names.map(lastPart).filter((last) => !saysNothing.has(last)),
  };
}

/** How well an account fits, the lower the better; nothing when it does not. */
function rankOf(ours: Described, of: ChartAccount): number | undefined {
  if (bareCode(of.code) === ours.bare) return 1;
  if (ours.names.includes(plainName(of.name))) return 2;
  const last = lastPart(of.name);
  const isNear = leadingCode(of.code) === ours.leading;
  const far = isNear ? 0 : 0.5;
  if (ours.lasts.includes(last)) return 3 + far;
  if (ours.lasts.some((own) => isWithin(last, own))) return 4 + far;
  return isNear ? 5 : undefined;
}

function isWithin(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

function sharedWith({ lasts }: Described, { name }: ChartAccount): number {
  const theirs = new Set(lastPart(name));
  return Math.max(0, ...lasts.map((own) => [...new Set(own)].filter((character) => theirs.has(character)).length));
}

import type { accountStandings } from '../../contract/api/accounts.ts';
import { accountRoleWords } from '../../contract/words/index.ts';
import type { ReadHandler } from '../context.ts';
import { allAccounts, presetAccount } from '../money/accounts.ts';
import type { ChartAccount, NamedAccount } from './account.ts';
import { bareCode, isBelow } from './codes.ts';
import { plainName } from './names.ts';
import { suggestAccounts } from './suggest.ts';

export type AccountStanding = (typeof accountStandings)[number];

export type Checked = {
  /** Absent where there is no chart. */
  readonly standing?: AccountStanding;
  /** What the chart calls the account of that code. */
  readonly theirName?: string;
  /** What it could be instead, best first; of the chart, and never an account that has others below it. */
  readonly suggestions: readonly ChartAccount[];
};

/**
 * Holds accounts of ours against the accountant’s chart. A code must be there as it is written, must have no accounts below it (most programs
 * post to the last level only), and must have the name we give it (some programs refuse a file otherwise); spaces, width and case of a
 * name do not count. Without a chart nothing can be said.
 */
export function checkAccounts<Account extends NamedAccount>(
  accounts: readonly Account[],
  chart: readonly ChartAccount[],
): (Account & Checked)[] {
  if (chart.length === 0) return accounts.map((account) => ({ ...account, suggestions: [] }));
  const byCode = new Map(chart.map((account) => [account.code, account]));
  const leaves = leavesOf(chart);
  return accounts.map((account) => {
    const theirs = byCode.get(account.code);
    const standing = standingOf(account, theirs, leaves);
    return {
      ...account,
      standing,
      ...(theirs && { theirName: theirs.name }),
      suggestions: standing === 'ok' ? [] : suggestAccounts(account, { chart, leaves, theirs }),
    };
  });
}

function standingOf(
  account: ChartAccount,
  theirs: ChartAccount | undefined,
  leaves: ReadonlySet<ChartAccount>,
): AccountStanding {
  if (!theirs) return 'no-such-code';
  if (!leaves.has(theirs)) return 'has-subaccounts';
  return plainName(theirs.name) === plainName(account.name) ? 'ok' : 'name-differs';
}

/** The accounts that have none below them. Those below another follow it in the order of their bare codes. */
function leavesOf(chart: readonly ChartAccount[]): Set<ChartAccount> {
  const ordered = chart
    .map((account) => ({ account, bare: bareCode(account.code) }))
    .sort((a, b) => (a.bare < b.bare ? -1 : Number(a.bare > b.bare)));
  const leaves = new Set<ChartAccount>();
  for (const [index, { account, bare }] of ordered.entries()) {
    let next = index + 1;
    let isLeaf = true;
    for (; isLeaf && ordered[next]?.bare.startsWith(bare); next += 1)
      isLeaf = !isBelow(ordered[next]?.account.code ?? '', account.code);
    if (isLeaf) leaves.add(account);
  }
  return leaves;
}

export const checkOwnAccounts: ReadHandler<'accounts.check'> = ({ store, settings }) => {
  const chart = store.accounts.chart();
  const ours = allAccounts(settings).map((account) => ({
    ...account,
    alsoCalled: Object.values(accountRoleWords[account.role]),
  }));
  const items = checkAccounts(ours, chart).map(({ alsoCalled: _, suggestions, ...item }) => ({
    ...item,
    suggestions: [...suggestions],
    preset: presetAccount(settings.chart, item.role),
  }));
  return { known: chart.length > 0, items };
};

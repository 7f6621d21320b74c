import type { Settings } from '../../../contract/api/settings.ts';
import type { AccountRole } from '../../../contract/values/words.ts';
import type { AccountOfMonth, JournalLineOfMonth } from '../../../db/queries/month-pack.ts';
import type { ChartAccount } from '../../accounts/account.ts';
import { accountOf } from '../../money/accounts.ts';

/** How the accounts of a month stand in the accountant's own chart. */
export type InChart = {
  /** The row with the account as the chart has it. */
  readonly change: (row: JournalLineOfMonth) => JournalLineOfMonth;
  /** Accounts the chart does not have, each once. */
  readonly missing: readonly string[];
};

/**
 * An account that was posted to stands as it is where the chart has its code. Where it does not, what its role is mapped to today takes its
 * place: what was posted never changes, and a month posted before the chart came could not be handed over otherwise. The name is the
 * chart's, because some programs compare it. Without a chart everything stands as posted.
 */
export function accountsInChart(
  accounts: Iterable<AccountOfMonth>,
  chart: readonly ChartAccount[],
  settings: Settings,
): InChart {
  if (chart.length === 0) return { change: (row) => row, missing: [] };
  const names = new Map(chart.map(({ code, name }) => [code, name]));
  const found = new Map<string, ChartAccount>();
  const missing = new Set<string>();
  for (const account of accounts) {
    const theirs = findIn(names, account, settings);
    if (names.has(theirs.code)) found.set(keyOf(account), theirs);
    else missing.add(`${theirs.code} ${theirs.name}`);
  }
  const change = (row: JournalLineOfMonth): JournalLineOfMonth => {
    const theirs = found.get(keyOf(row));
    return theirs ? { ...row, accountCode: theirs.code, accountName: theirs.name } : row;
  };
  return { change, missing: [...missing] };
}

type Posted = Pick<AccountOfMonth, 'role' | 'accountCode'>;

const keyOf = ({ role, accountCode }: Posted): string => `${role} ${accountCode}`;

function findIn(names: ReadonlyMap<string, string>, { role, accountCode }: Posted, settings: Settings): ChartAccount {
  const posted = names.get(accountCode);
  if (posted !== undefined) return { code: accountCode, name: posted };
  const { code, name } = accountOf(settings, role as AccountRole);
  return { code, name: names.get(code) ?? name };
}

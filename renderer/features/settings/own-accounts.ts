import type { Account, Settings } from '../../../contract/api/settings.ts';
import type { AccountRole } from '../../../contract/values/words.ts';

/** The shop's own accounts after editing: the earlier ones, and every row that now differs from what was shown. */
export function ownAccounts(
  shown: readonly Account[],
  edited: readonly Account[],
  before: Settings['accounts'],
): Settings['accounts'] {
  const own = new Map<AccountRole, Account>(before.map((account) => [account.role, account]));
  for (const account of edited) {
    const was = shown.find(({ role }) => role === account.role);
    if (was && (was.code !== account.code || was.name !== account.name)) own.set(account.role, account);
  }
  return [...own.values()];
}

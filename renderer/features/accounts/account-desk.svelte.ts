import type { Account } from '../../../contract/api/settings.ts';
import type { Output } from '../../../contract/api.ts';
import type { AccountRole } from '../../../contract/values/words.ts';
import { accountRoleWords } from '../../../contract/words/index.ts';
import { say, t } from '../../i18n/index.ts';
import { notices } from '../../state/notices.svelte.ts';
import { Query } from '../../state/query.svelte.ts';
import { shopSettings } from '../../state/settings.svelte.ts';
import { misfitAt, type Trouble } from '../../state/shop.svelte.ts';
import type { ChartAccount } from './find-accounts.ts';
import { withAccount } from './own-accounts.ts';

export type CheckedAccount = Output<'accounts.check'>['items'][number];

/** Our accounts beside the accountant’s, and the one that is being looked at. Make it while a component is set up. */
export class AccountDesk {
  readonly check = new Query('accounts.check', () => ({}));
  readonly chart = new Query('accounts.chart', () => ({}));
  selected = $state<AccountRole>('cash');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  /** Where the account that was changed stood in what was sent. */
  #last = 0;

  get known(): boolean {
    return this.check.data?.known ?? false;
  }

  get items(): readonly CheckedAccount[] {
    return this.check.data?.items ?? [];
  }

  get current(): CheckedAccount | undefined {
    return this.items.find(({ role }) => role === this.selected);
  }

  get wrong(): number {
    return this.items.filter(({ standing }) => standing !== undefined && standing !== 'ok').length;
  }

  /** Somebody always stands on an account. */
  select(role: AccountRole | undefined): void {
    if (role === undefined || role === this.selected) return;
    this.selected = role;
    this.trouble = undefined;
  }

  /** What is wrong with what was typed. */
  error(field: 'code' | 'name'): string | undefined {
    return misfitAt(this.trouble, `accounts.${this.#last}.${field}`);
  }

  /** Gives the account that is being looked at another code and name. What is refused stays on the screen. */
  async change({ code, name }: ChartAccount): Promise<void> {
    const { current } = this;
    if (!current || this.busy) return;
    const account: Account = { role: current.role, code: code.trim(), name: name.trim() };
    const accounts = withAccount(shopSettings.current?.accounts ?? [], account, current.preset);
    this.busy = true;
    const { trouble } = await shopSettings.change({ accounts });
    this.busy = false;
    this.#last = accounts.length - 1;
    this.trouble = trouble;
    if (trouble) return;
    const use = say(accountRoleWords[account.role]);
    notices.say({ tone: 'good', text: t('accounts.saved', { use, code: account.code, name: account.name }) });
    await this.check.refresh();
  }
}

import type { StoreCredit } from '../../../contract/api/store-credit.ts';
import { Query } from '../../state/query.svelte.ts';

export type Standing = StoreCredit['standing'] | 'all';
export type Doing = 'use' | 'void' | 'expire';

/** The list of store credit, the one that is looked at, and what the person is at. Make it while a component is set up. */
export class CreditDesk {
  standing = $state<Standing>('all');
  selected = $state<string>();
  code = $state('');
  doing = $state<Doing>();
  readonly list: Query<'storeCredit.list'>;
  readonly #one: Query<'storeCredit.get'>;

  constructor(code: string | undefined) {
    this.selected = code;
    this.list = new Query('storeCredit.list', () => ({
      limit: 1000,
      ...(this.standing !== 'all' && { standing: this.standing }),
    }));
    this.#one = new Query('storeCredit.get', () => (this.selected ? { code: this.selected } : undefined));
  }

  get items(): readonly StoreCredit[] {
    return this.list.data?.items ?? [];
  }

  /** The one beside the list; nothing while another is asked for. */
  get credit() {
    const { data, trouble } = this.#one;
    return this.selected && !trouble ? data : undefined;
  }

  /** A code that nobody knows is said where it was typed. */
  get trouble() {
    return this.selected ? this.#one.trouble : undefined;
  }

  /** Looks at the credit of a code as it was typed or scanned. */
  find(code: string): void {
    if (!code.trim()) return;
    this.selected = code.trim();
  }

  start(doing: Doing): void {
    this.doing = doing;
  }

  stop(): void {
    this.doing = undefined;
  }

  /** Back to the list alone. */
  leave(): void {
    this.selected = undefined;
  }

  async refresh(): Promise<void> {
    await Promise.all([this.list.refresh(), this.#one.refresh()]);
  }
}

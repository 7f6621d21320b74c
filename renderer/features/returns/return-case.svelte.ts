import Ban from '@lucide/svelte/icons/ban';
import Check from '@lucide/svelte/icons/check';
import Gift from '@lucide/svelte/icons/gift';
import HandCoins from '@lucide/svelte/icons/hand-coins';
import Lock from '@lucide/svelte/icons/lock';
import PackageOpen from '@lucide/svelte/icons/package-open';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import SearchCheck from '@lucide/svelte/icons/search-check';
import Tag from '@lucide/svelte/icons/tag';
import X from '@lucide/svelte/icons/x';
import type { Quote } from '../../../contract/api/refunds.ts';
import type { Return } from '../../../contract/api/return-shape.ts';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import { Query } from '../../state/query.svelte.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import type { IconPart } from '../../ui/index.ts';
import { nextSteps, type ReturnStep } from './next-steps.ts';

const icons: Readonly<Record<ReturnStep, IconPart>> = {
  approve: Check,
  reject: X,
  cancel: Ban,
  receive: PackageOpen,
  inspect: ScanSearch,
  match: SearchCheck,
  value: Tag,
  waive: Gift,
  refund: HandCoins,
  close: Lock,
};
/** The same keys as everywhere: F3 receives and F4 inspects on Today too, F9 pays at the counter. */
const keys: Readonly<Partial<Record<ReturnStep, string>>> = {
  receive: 'F3',
  inspect: 'F4',
  approve: 'F6',
  reject: 'F7',
  close: 'F8',
  refund: 'F9',
  match: 'Alt+M',
  value: 'Alt+V',
  waive: 'Alt+K',
};

/** What the person is at: a step of the return, or voiding one of its payouts. */
export type Doing =
  | { readonly step: ReturnStep; readonly code?: string; readonly saleId?: number }
  | { readonly takeBack: Return['payouts'][number] };

/** The page of one return: what the shop knows of it, what can be done now, and what the person is at. Make it while a component is set up. */
export class ReturnCase {
  doing = $state.raw<Doing>();
  readonly #found: Query<'returns.get'>;
  readonly #quote: Query<'refunds.quote'>;

  constructor(id: () => number) {
    this.#found = new Query('returns.get', () => ({ returnId: id() }));
    this.#quote = new Query('refunds.quote', () => (this.#mayOwe ? { returnId: id() } : undefined));
  }

  get found(): Return | undefined {
    return this.#found.data;
  }

  /** What is to be paid now; nothing before anything could be. */
  get quote(): Quote | undefined {
    return this.#mayOwe ? this.#quote.data : undefined;
  }

  get trouble(): Trouble | undefined {
    return this.#found.trouble ?? this.#quote.trouble;
  }

  get next() {
    return this.found ? nextSteps(this.found, this.quote) : { others: [] };
  }

  /** Every step that can be taken now, the primary one first. */
  get actions(): Action[] {
    const { primary, others } = this.next;
    return [...(primary ? [primary] : []), ...others].map((step) => this.actionOf(step));
  }

  offers(step: ReturnStep): boolean {
    const { primary, others } = this.next;
    return primary === step || others.includes(step);
  }

  actionOf(step: ReturnStep): Action {
    const shortcut = keys[step];
    return {
      id: `return.${step}`,
      title: () => t(`returns.do-${step}`),
      icon: icons[step],
      ...(shortcut && { shortcut }),
      run: () => this.start({ step }),
    };
  }

  start(doing: Doing): void {
    this.doing = doing;
  }

  stop(): void {
    this.doing = undefined;
  }

  /** The code of an item of this return, under the scanner: goes to where that item is handled next. */
  takeUp(code: string): boolean {
    const { primary } = this.next;
    if (!this.found?.lines.some(({ sku }) => sku === code)) return false;
    if (primary !== 'receive' && primary !== 'inspect') return false;
    this.start({ step: primary, code });
    return true;
  }

  /** Asks again: what is owed follows from where the return stands. */
  async refresh(): Promise<void> {
    await this.#found.refresh();
    await this.#quote.refresh();
  }

  /** A step was taken: its sheet goes once the page shows what follows, so that the next key finds the next step. */
  async done(): Promise<void> {
    await this.refresh();
    this.stop();
  }

  get #mayOwe(): boolean {
    const { found } = this;
    return found?.origin === 'desk' && ['received', 'inspected', 'settled'].includes(found.stage);
  }
}

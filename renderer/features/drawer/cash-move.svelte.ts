import type { DrawerMoveKind } from '../../../contract/api/drawer.ts';
import { show, t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import { misfitAt, type Trouble } from '../../state/shop.svelte.ts';

/** Which way cash moves; a till elsewhere only brings it. */
export type CashWay = 'put-in' | 'take-out' | 'takings';
type MoveContent = { readonly kind: DrawerMoveKind; readonly cents: number | undefined; readonly note: string };

const kindsOf: Readonly<Record<CashWay, readonly [DrawerMoveKind, ...DrawerMoveKind[]]>> = {
  'put-in': ['put-in', 'from-bank'],
  'take-out': ['taken-out', 'to-bank'],
  takings: ['takings'],
};

/** Cash put into the drawer or taken out, as it is typed. */
export class CashMove {
  kind = $state<DrawerMoveKind>('put-in');
  cents = $state<number>();
  note = $state('');
  readonly way: CashWay;
  #tried = $state(false);
  readonly #call = new ActionCall('drawer.move');

  constructor(way: CashWay) {
    this.way = way;
    this.kind = kindsOf[way][0];
  }

  get kinds(): readonly DrawerMoveKind[] {
    return kindsOf[this.way];
  }

  get busy(): boolean {
    return this.#call.busy;
  }

  get trouble(): Trouble | undefined {
    return this.#call.trouble as Trouble | undefined;
  }

  get amountError(): string | undefined {
    return this.#tried && !this.cents ? t('drawer.amount-needed') : misfitAt(this.trouble, 'amountCents');
  }

  keep(): MoveContent {
    return { kind: this.kind, cents: this.cents, note: this.note };
  }

  restore({ kind, cents, note }: MoveContent): void {
    this.kind = kind;
    this.cents = cents;
    this.note = note;
  }

  /** Whether it is done. */
  async take(): Promise<boolean> {
    this.#tried = true;
    if (!this.cents) return false;
    const note = this.note.trim();
    const done = await this.#call.run({ kind: this.kind, amountCents: this.cents, ...(note && { note }) });
    if (!done) return false;
    const amount = show.money(done.amountCents);
    const text = this.way === 'take-out' ? t('drawer.moved-out', { amount }) : t('drawer.moved-in', { amount });
    notices.say({ tone: 'good', text });
    return true;
  }
}

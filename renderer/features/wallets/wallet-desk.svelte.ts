import type { Wallet } from '../../../contract/api/wallets.ts';
import type { Output } from '../../../contract/api.ts';
import { daysOfMonth, monthOf } from '../../../contract/values/days.ts';
import { host } from '../../state/bridge.ts';
import { Intent } from '../../state/intent.ts';
import { Job } from '../../state/job.svelte.ts';
import { fileName } from '../imports/import-words.ts';

export type Reconciled = Output<'wallets.reconcile'>;
export type Tied = Reconciled['tied'][number];
export type OnlyBill = Reconciled['onlyBill'][number];
export type OnlyBook = Reconciled['onlyBook'][number];
/** What is open on either side, what is tied, and the bills that were read. */
export type ShownList = 'open' | 'tied' | 'bills';

/** The bill that was read last and the days that are looked at. It outlives the screen, so that leaving loses nothing. */
export class WalletDesk {
  path = $state('');
  wallet = $state<Wallet>('wechat');
  from = $state('');
  to = $state('');
  readonly reading = new Job('wallets.read');
  #intent = new Intent();

  name = $derived(fileName(this.path));

  /** The month of a day, until somebody says other days. */
  begin(today: string): void {
    if (this.from === '') this.#showMonth(today);
  }

  async choose(): Promise<void> {
    const path = await host().pickFile({ extensions: ['csv', 'txt', 'gz', 'xlsx'] });
    if (path !== undefined) await this.take(path);
  }

  /** Reads a bill, and shows the days it is of. */
  async take(path: string): Promise<void> {
    if (this.reading.running) return;
    this.path = path;
    const read = await this.reading.run({ id: this.#intent.id, path });
    this.#intent.done();
    if (!read) return;
    this.wallet = read.wallet;
    if (read.from === undefined || read.to === undefined) return;
    this.from = read.from;
    this.to = read.to;
  }

  #showMonth(today: string): void {
    Object.assign(this, daysOfMonth(monthOf(today)));
  }
}

let desk: WalletDesk | undefined;

export function walletDesk(): WalletDesk {
  desk ??= new WalletDesk();
  return desk;
}

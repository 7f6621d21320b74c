import type { Channel, Want } from '../../../contract/values/words.ts';

export type ComingContent = {
  readonly channel: Channel;
  readonly want: Want;
  readonly signedOn?: string;
  readonly courier?: string;
  readonly waybill?: string;
  readonly freightCents?: number;
};

/** How goods come that are not on the counter yet, and what is wanted for them. */
export class Coming {
  channel = $state<Channel>('parcel');
  want = $state<Want>('refund');
  /** The day the customer signed for the goods; what the sale says when empty. */
  signedOn = $state('');
  courier = $state('');
  waybill = $state('');
  /** What the customer pays for the way back. */
  freightCents = $state<number>();

  /** The parcel's own facts, as the shop takes them. */
  get parcel() {
    const { freightCents } = this;
    const [courier, waybill] = [this.courier.trim(), this.waybill.trim()];
    return {
      ...this.signing,
      ...(courier && { courier }),
      ...(waybill && { waybill }),
      ...(freightCents !== undefined && { freightCents }),
    };
  }

  get signing() {
    return this.signedOn ? { signedOn: this.signedOn } : {};
  }

  get content(): ComingContent {
    return { channel: this.channel, want: this.want, ...this.parcel };
  }

  restore({ channel, want, signedOn = '', courier = '', waybill = '', freightCents }: ComingContent): void {
    Object.assign(this, { channel, want, signedOn, courier, waybill, freightCents });
  }
}

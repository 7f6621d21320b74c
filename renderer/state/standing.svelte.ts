import type { RefusalData } from '../../contract/refusals.ts';

export type NotOpen = RefusalData<'shop-cannot-open'>;

/** Whether the shop stands open, as its last answer said. */
class Standing {
  closed = $state.raw<NotOpen>();
  /** Counts how often it came back, for what must then be asked anew. */
  reopened = $state(0);

  refuse(why: NotOpen): void {
    this.closed = why;
  }

  answer(): void {
    if (!this.closed) return;
    this.closed = undefined;
    this.reopened += 1;
  }
}

export const standing = new Standing();

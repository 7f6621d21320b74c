import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';

/** What the customer said afterwards, while it is written down. */
export class Rating {
  score = $state<number>();
  note = $state('');
  callBackOn = $state('');
  tried = $state(false);
  readonly call = new ActionCall('ratings.record');
  readonly #returnId: () => number;

  constructor(returnId: () => number) {
    this.#returnId = returnId;
  }

  get empty(): boolean {
    return this.score === undefined && this.note.trim() === '';
  }

  async record(): Promise<void> {
    this.tried = true;
    if (this.empty) return;
    const { score, callBackOn } = this;
    const note = this.note.trim();
    const done = await this.call.run({
      returnId: this.#returnId(),
      ...(score !== undefined && { score }),
      ...(note !== '' && { note }),
      ...(callBackOn !== '' && { callBackOn }),
    });
    if (!done) return;
    this.score = undefined;
    this.note = '';
    this.callBackOn = '';
    this.tried = false;
    notices.say({ tone: 'good', text: t('messages.recorded') });
  }
}

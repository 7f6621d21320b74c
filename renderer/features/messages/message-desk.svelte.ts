import type { Input, Output } from '../../../contract/api.ts';
import type { Locale } from '../../../contract/values/words.ts';
import { t } from '../../i18n/index.ts';
import { Printing } from '../../paper/printing.svelte.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';
import { Query } from '../../state/query.svelte.ts';
import { withText } from './letter.ts';

type Way = Input<'messages.sent'>['way'];
type Draft = Output<'messages.draft'>;

const said = { copy: 'messages.copied', mail: 'messages.mailed', print: 'messages.printed' } as const;

/**
 * What the customer of a return is told now. It follows the stage and the language until somebody types in it; what was typed stays until
 * it is sent or given back.
 */
export class MessageDesk {
  locale = $state<Locale>();
  /** What went wrong outside the shop: no mail program. What kept a letter from being printed, its printing says. */
  failed = $state<Exclude<Way, 'print'>>();
  readonly letter = new Printing(() => this.#of().number);
  readonly call = new ActionCall('messages.sent');
  readonly list: Query<'messages.list'>;
  readonly draft: Query<'messages.draft'>;
  readonly #of: () => { readonly returnId: number; readonly number: string };
  #typed = $state<string>();

  /** Make it while a component is set up. */
  constructor(of: () => { readonly returnId: number; readonly number: string }) {
    this.#of = of;
    this.list = new Query('messages.list', () => ({ returnId: of().returnId }));
    this.draft = new Query('messages.draft', () => ({
      returnId: of().returnId,
      ...(this.locale && { locale: this.locale }),
    }));
  }

  get text(): string {
    return this.#typed ?? this.draft.data?.text ?? '';
  }
  set text(text: string) {
    this.#typed = text;
  }

  get changed(): boolean {
    return this.#typed !== undefined && this.#typed !== this.draft.data?.text;
  }

  /** Whether the customer was told of the stage the return is in. */
  get told(): boolean {
    const stage = this.draft.data?.stage;
    return this.list.data?.messages.some((message) => message.stage === stage) ?? false;
  }

  fromTemplate(): void {
    this.#typed = undefined;
  }

  pick(locale: Locale): void {
    this.locale = locale;
    this.#typed = undefined;
  }

  async send(way: Way): Promise<void> {
    const draft = this.draft.data;
    const text = this.text.trim();
    if (!draft || text === '' || this.call.busy) return;
    this.failed = undefined;
    // What is printed is read from what was noted; a letter or a copy is noted once it is out.
    const done = way === 'print' ? await this.#note(way, draft, text) : await this.#hand(way, draft, text);
    if (!done) return;
    if (!(await (way === 'print' ? this.#hand(way, draft, text) : this.#note(way, draft, text)))) return;
    this.#typed = undefined;
    notices.say({ tone: 'good', text: t(said[way]) });
  }

  async #note(way: Way, { locale }: Draft, text: string): Promise<boolean> {
    const { returnId } = this.#of();
    return (await this.call.run({ returnId, way, text, locale })) !== undefined;
  }

  /** Gives it to the clipboard, the mail program or the printer; whether that went well. */
  async #hand(way: Way, draft: Draft, text: string): Promise<boolean> {
    if (way === 'print') {
      this.letter.locale = draft.locale;
      await this.letter.print('customer-letter');
      return !this.letter.problem && !this.letter.gone;
    }
    try {
      if (way === 'copy') await host().copyText(text);
      else await host().openMail(withText(draft.mailto ?? '', text));
      return true;
    } catch {
      this.failed = way;
      return false;
    }
  }
}

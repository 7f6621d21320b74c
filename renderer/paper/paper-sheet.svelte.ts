import { type DocumentKind, documents, offeredPapers, type Paper } from '../../contract/host.ts';
import { type Locale, locales } from '../../contract/values/words.ts';
import { refusalSentence } from '../../contract/words/index.ts';
import { ask, type Trouble, troubleSentence } from '../state/shop.svelte.ts';
import type { PaperDocument } from './document.ts';
import { hasRefund, refundReceipt } from './refund-receipt.ts';
import { returnSlip } from './return-slip.ts';
import { isOpenCase } from './slip-amounts.ts';
import type { Source } from './source.ts';
import { type Voice, voiceIn } from './voice.ts';

/** What an address of paper names, before it is known to be offered. */
export type PaperParams = Readonly<Record<'document' | 'number' | 'paper' | 'locale', string>>;
export type Printable = { readonly content: PaperDocument; readonly voice: Voice };

/** One sheet: asks the shop for what stands on it, and says so when there is nothing to print. */
export class PaperSheet {
  document = $state<DocumentKind>();
  paper = $state<Paper>();
  locale = $state<Locale>('zh-CN');
  printable = $state.raw<Printable>();
  /** Why there is no sheet, in a sentence: of the window in the preview, of the paper for who prints it. */
  problem = $state.raw<(locale: Locale) => string>();
  readonly number: string;
  #asked = 0;

  constructor(params: PaperParams) {
    this.number = params.number;
    this.document = documents.find((known) => known === params.document);
    this.paper = offeredPapers.find((known) => known === params.paper);
    this.locale = locales.find((known) => known === params.locale) ?? 'zh-CN';
  }

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const [settings, found] = await Promise.all([ask('settings.get', {}), ask('returns.get', { number: this.number })]);
    const trouble = settings.trouble ?? found.trouble;
    if (trouble) return this.#fail(asked, trouble);
    const case_ = found.ok;
    if (!settings.ok || !case_) return;
    const [sale, quote] = await Promise.all([
      case_.sale ? ask('sales.get', { saleId: case_.sale.saleId }) : undefined,
      isOpenCase(case_) ? ask('refunds.quote', { returnId: case_.returnId }) : undefined,
    ]);
    const later = sale?.trouble ?? quote?.trouble;
    if (later) return this.#fail(asked, later);
    if (asked !== this.#asked) return;
    this.#write({ case: case_, sale: sale?.ok, quote: quote?.ok, settings: settings.ok, printedAt: Date.now() });
  }

  #write(source: Source): void {
    const voice = voiceIn({ ...source.settings, locale: this.locale });
    this.printable = undefined;
    this.problem = this.#refusal(source);
    if (this.problem) return;
    const content = this.document === 'refund-receipt' ? refundReceipt(source, voice) : returnSlip(source, voice);
    this.printable = { content, voice };
  }

  #refusal(source: Source): ((locale: Locale) => string) | undefined {
    const saidBy = (locale: Locale): Voice => voiceIn({ ...source.settings, locale });
    if (!this.document || !this.paper) return (locale) => saidBy(locale).text('paper.not-offered');
    if (this.document === 'refund-receipt' && !hasRefund(source.case)) {
      return (locale) => saidBy(locale).text('paper.not-refunded', { number: this.number });
    }
    return undefined;
  }

  #fail(asked: number, trouble: Trouble): void {
    if (asked !== this.#asked) return;
    this.printable = undefined;
    this.problem = (locale) =>
      trouble.kind === 'refused' ? refusalSentence(trouble.refusal, locale, undefined) : troubleSentence(trouble);
  }
}

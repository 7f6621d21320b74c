import { type DocumentKind, documentFacts, documents, type Paper, papers } from '../../contract/host.ts';
import { type Locale, locales } from '../../contract/values/words.ts';
import { refusalSentence } from '../../contract/words/index.ts';
import { ask, type Trouble, troubleSentence } from '../state/shop.svelte.ts';
import type { PaperContent } from './document.ts';
import { type Voice, voiceIn } from './voice.ts';
import { writers } from './writers.ts';

/** What an address of paper names, before it is known to be offered. */
export type PaperParams = Readonly<Record<'document' | 'number' | 'paper' | 'locale', string>>;
export type Printable = { readonly content: PaperContent; readonly voice: Voice };

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
    this.paper = papers.find((known) => known === params.paper);
    this.locale = locales.find((known) => known === params.locale) ?? 'zh-CN';
  }

  /** What kind of thing the number is of. */
  get numberOf() {
    return this.document && documentFacts[this.document].of;
  }

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { document, number, locale } = this;
    const settings = await ask('settings.get', {});
    if (settings.trouble) return this.#fail(asked, settings.trouble);
    const saidIn = (wanted: Locale): Voice => voiceIn({ ...settings.ok, locale: wanted });
    if (!document || !this.#isOffered()) {
      return this.#show(asked, undefined, (wanted) => saidIn(wanted).text('paper.not-offered'));
    }
    const written = await writers[document]({ number, settings: settings.ok, printedAt: Date.now() });
    if ('trouble' in written) return this.#fail(asked, written.trouble);
    if ('problem' in written) return this.#show(asked, undefined, (wanted) => written.problem(saidIn(wanted)));
    const voice = saidIn(locale);
    this.#show(asked, { content: written.write(voice), voice });
  }

  #isOffered(): boolean {
    const { document, paper } = this;
    return document !== undefined && paper !== undefined && documentFacts[document].papers.includes(paper);
  }

  #show(asked: number, printable: Printable | undefined, problem?: (locale: Locale) => string): void {
    if (asked !== this.#asked) return;
    this.printable = printable;
    this.problem = problem;
  }

  #fail(asked: number, trouble: Trouble): void {
    this.#show(asked, undefined, (locale) =>
      trouble.kind === 'refused' ? refusalSentence(trouble.refusal, locale, undefined) : troubleSentence(trouble),
    );
  }
}

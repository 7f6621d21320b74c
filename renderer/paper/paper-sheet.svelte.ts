import {
  type DocumentKind,
  documentFacts,
  documents,
  maximumSheets,
  type Paper,
  type PrintSheet,
  papers,
  splitNumbers,
} from '../../contract/host.ts';
import { type Locale, locales } from '../../contract/values/words.ts';
import { refusalSentence } from '../../contract/words/index.ts';
import { ask, type Trouble, troubleSentence } from '../state/shop.svelte.ts';
import type { PaperContent } from './document.ts';
import { asOwnerWants, layoutOf } from './layout.ts';
import { logoOf } from './logo.ts';
import { type Voice, voiceIn } from './voice.ts';
import { writers } from './writers.ts';

/** What an address of paper names, before it is known to be offered. */
export type PaperParams = Readonly<Record<'document' | 'numbers' | 'paper' | 'locale', string>>;
export type Printable = { readonly content: PaperContent; readonly voice: Voice };
type Sentence = (locale: Locale) => string;

/** The sheets of one job: asks the shop for what stands on them, and says so when there is nothing to print. */
export class PaperSheet {
  document = $state<DocumentKind>();
  paper = $state<Paper>();
  locale = $state<Locale>('zh-CN');
  printables = $state.raw<readonly Printable[]>([]);
  /** Why there is no sheet, in a sentence: of the window in the preview, of the paper for who prints it. */
  problem = $state.raw<Sentence>();
  readonly sheets: readonly PrintSheet[];
  #asked = 0;

  /** `copies` are those of the numbers in their order, as an address says them; nothing for none that is counted. */
  constructor(params: PaperParams, copies = '') {
    const counts = copies.split(',').map(Number);
    this.sheets = splitNumbers(params.numbers)
      .slice(0, maximumSheets)
      .map((number, place) => ({ number, copy: counts[place] || 0 }));
    this.document = documents.find((known) => known === params.document);
    this.paper = papers.find((known) => known === params.paper);
    this.locale = locales.find((known) => known === params.locale) ?? 'zh-CN';
  }

  /** What kind of thing the numbers are of. */
  get numberOf() {
    return this.document && documentFacts[this.document].of;
  }

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { document, locale } = this;
    const settings = await ask('settings.get', {});
    if (settings.trouble) return this.#show(asked, [], saidOf(settings.trouble));
    const saidIn = (wanted: Locale): Voice => voiceIn({ ...settings.ok, locale: wanted });
    if (!document || !this.#isOffered()) {
      return this.#show(asked, [], (wanted) => saidIn(wanted).text('paper.not-offered'));
    }
    const { hidden } = layoutOf(settings.ok, document);
    const voice = voiceIn({ ...settings.ok, locale, hidden });
    const logo = await logoOf(settings.ok);
    const printables: Printable[] = [];
    for (const { number, copy } of this.sheets) {
      const written = await writers[document]({ number, settings: settings.ok, printedAt: Date.now() });
      if (!('write' in written)) {
        const problem =
          'trouble' in written ? saidOf(written.trouble) : (wanted: Locale) => written.problem(saidIn(wanted));
        return this.#show(asked, [], this.sheets.length > 1 ? (wanted) => `${number}: ${problem(wanted)}` : problem);
      }
      const content = asOwnerWants(written.write(voice), { hidden, logo });
      printables.push({ content: markedAs(copy, content, voice), voice });
    }
    this.#show(asked, printables);
  }

  #isOffered(): boolean {
    const { document, paper } = this;
    return document !== undefined && paper !== undefined && documentFacts[document].papers.includes(paper);
  }

  #show(asked: number, printables: readonly Printable[], problem?: Sentence): void {
    if (asked !== this.#asked) return;
    this.printables = printables;
    this.problem = problem;
  }
}

const saidOf =
  (trouble: Trouble): Sentence =>
  (locale) =>
    trouble.kind === 'refused' ? refusalSentence(trouble.refusal, locale, undefined) : troubleSentence(trouble);

/** A sheet that was printed before says so, so that nobody takes two of them for two cases. */
function markedAs(copy: number, content: PaperContent, voice: Voice): PaperContent {
  if (copy === 0 || !('closing' in content)) return content;
  return { ...content, copyMark: voice.text('paper.copy', { copy }) };
}

import { type DocumentKind, documentFacts, type Paper, type PrintJob, papers } from '../../../contract/host.ts';
import type { Locale } from '../../../contract/values/words.ts';
import { language, t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';

const rememberedAs = 'paper';

/** The documents of one number on paper. Which paper is remembered on this computer: its printer stays the same. */
export class Printing {
  paper = $state<Paper>('A5');
  locale = $state<Locale>(language.locale);
  busy = $state<DocumentKind>();
  failed = $state(false);
  readonly #number: () => string;

  /** `usual` is the paper as long as none was chosen here. */
  constructor(number: () => string, usual: Paper = 'A5') {
    this.#number = number;
    this.paper = papers.find((paper) => paper === localStorage.getItem(rememberedAs)) ?? usual;
  }

  choosePaper(paper: Paper): void {
    this.paper = paper;
    localStorage.setItem(rememberedAs, paper);
  }

  /** On the chosen paper, where the document is laid out for it. */
  jobOf(document: DocumentKind): PrintJob {
    const { papers: offered } = documentFacts[document];
    const paper = offered.includes(this.paper) ? this.paper : offered[0];
    return { document, number: this.#number(), paper, locale: this.locale };
  }

  print(document: DocumentKind): Promise<void> {
    return this.#run(document, () => host().print(this.jobOf(document)));
  }

  savePdf(document: DocumentKind): Promise<void> {
    return this.#run(document, async () => {
      const path = await host().savePdf(this.jobOf(document));
      notices.say({
        tone: 'good',
        text: t('returns.saved', { path }),
        action: { label: t('returns.show-file'), run: () => host().reveal(path) },
      });
    });
  }

  /** A printer that is off is no bug: the way on is said beside the buttons. */
  async #run(document: DocumentKind, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = document;
    this.failed = false;
    try {
      await work();
    } catch {
      this.failed = true;
    }
    this.busy = undefined;
  }
}

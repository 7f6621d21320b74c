import type { DocumentKind, Paper, PrintJob } from '../../../contract/host.ts';
import { offeredPapers } from '../../../contract/host.ts';
import type { Locale } from '../../../contract/values/words.ts';
import { language, t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';

const rememberedAs = 'paper';

/** The documents of one return on paper. Which paper is remembered on this computer: its printer stays the same. */
export class Printing {
  paper = $state<Paper>('A5');
  locale = $state<Locale>(language.locale);
  busy = $state<DocumentKind>();
  failed = $state(false);
  readonly #number: () => string;

  /** `usual` is the paper as long as none was chosen here. */
  constructor(number: () => string, usual: Paper = 'A5') {
    this.#number = number;
    this.paper = offeredPapers.find((paper) => paper === localStorage.getItem(rememberedAs)) ?? usual;
  }

  choosePaper(paper: Paper): void {
    this.paper = paper;
    localStorage.setItem(rememberedAs, paper);
  }

  jobOf(document: DocumentKind): PrintJob {
    return { document, number: this.#number(), paper: this.paper, locale: this.locale };
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

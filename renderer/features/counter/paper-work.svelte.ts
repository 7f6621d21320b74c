import { type DocumentKind, offeredPapers, type Paper } from '../../../contract/host.ts';
import { language, t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';

const memory = 'counter-paper';
const rollOfTheTill: Paper = '80mm';

function rememberedPaper(): Paper {
  const kept = localStorage.getItem(memory);
  return offeredPapers.find((paper) => paper === kept) ?? rollOfTheTill;
}

/** Printing and keeping the papers of a return that is done. The paper of this till is remembered. */
export class PaperWork {
  paper = $state<Paper>(rememberedPaper());
  busy = $state<'print' | 'save'>();
  /** Said when a paper did not come out: the refund itself stands. */
  problem = $state<string>();
  savedPath = $state<string>();
  readonly #number: string;

  constructor(number: string) {
    this.#number = number;
  }

  choose(paper: Paper): void {
    this.paper = paper;
    localStorage.setItem(memory, paper);
  }

  print(document: DocumentKind): Promise<void> {
    return this.#do('print', () => host().print(this.#job(document)));
  }

  save(document: DocumentKind): Promise<void> {
    return this.#do('save', async () => {
      this.savedPath = await host().savePdf(this.#job(document));
    });
  }

  #job(document: DocumentKind) {
    return { document, number: this.#number, paper: this.paper, locale: language.locale };
  }

  async #do(kind: 'print' | 'save', work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = kind;
    this.problem = undefined;
    await work().catch(() => {
      this.problem = t('counter.not-printed');
    });
    this.busy = undefined;
  }
}

import { type DocumentKind, documentFacts, type Paper } from '../../contract/host.ts';
import type { Locale } from '../../contract/values/words.ts';
import { language, t } from '../i18n/index.ts';
import { host } from '../state/bridge.ts';
import { notices } from '../state/notices.svelte.ts';
import { shopSettings } from '../state/settings.svelte.ts';
import { type Came, pdfOut, printOut, type Wanted, type Ways } from './print-out.ts';

/** What was picked beside a button, until the window closes; what is usual stands in the settings. */
const picked = $state<Partial<Record<DocumentKind, Paper>>>({});

/** The documents of some numbers on paper. */
export class Printing {
  locale = $state<Locale>(language.locale);
  busy = $state<DocumentKind>();
  /** Why nothing came out, in a sentence. */
  problem = $state<string>();
  /** What was to be printed on a printer that is not there. */
  gone = $state.raw<{ readonly printer: string; readonly wanted: Wanted }>();
  readonly #numbers: () => readonly string[];
  readonly #usual: Paper;

  /** `usual` is the paper of this place, as long as neither the settings nor the person say another. */
  constructor(numbers: () => string | readonly string[], usual: Paper = 'A5') {
    this.#numbers = () => [numbers()].flat();
    this.#usual = usual;
  }

  /** The first of these that the document is laid out for: picked here, usual in this shop, usual in this place. */
  paperOf(document: DocumentKind): Paper {
    const { papers } = documentFacts[document];
    const inSettings = shopSettings.current?.documentLayouts.find((layout) => layout.document === document)?.paper;
    const offered = [picked[document], inSettings, this.#usual].find((paper) => paper && papers.includes(paper));
    return offered ?? papers[0];
  }

  choosePaper(paper: Paper, documents: readonly DocumentKind[]): void {
    for (const document of documents) picked[document] = paper;
  }

  wanted(document: DocumentKind): Wanted {
    return { document, numbers: this.#numbers(), paper: this.paperOf(document), locale: this.locale };
  }

  print(document: DocumentKind): Promise<void> {
    return this.printThis(this.wanted(document));
  }

  savePdf(document: DocumentKind): Promise<void> {
    return this.saveThis(this.wanted(document));
  }

  /** What could not go to its own printer. */
  async printByDialogue(): Promise<void> {
    if (this.gone) await this.printThis(this.gone.wanted, { dialogue: true });
  }

  saveThis(wanted: Wanted): Promise<void> {
    return this.#run(wanted.document, async () => sayWhereItIs(await pdfOut(wanted)));
  }

  printThis(wanted: Wanted, ways: Ways = {}): Promise<void> {
    return this.#run(wanted.document, async () => {
      const came: Came = await printOut(wanted, ways);
      if ('gone' in came) this.gone = { printer: came.gone, wanted };
    });
  }

  /** A printer that is off is no bug: the way on is said beside the buttons. */
  async #run(document: DocumentKind, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = document;
    this.problem = undefined;
    this.gone = undefined;
    await work().catch((error: unknown) => {
      this.problem = error instanceof Error ? error.message : String(error);
    });
    this.busy = undefined;
  }
}

function sayWhereItIs(path: string): void {
  const action = { label: t('paper.show-file'), run: () => host().reveal(path) };
  notices.say({ tone: 'good', text: t('paper.saved', { path }), action });
}

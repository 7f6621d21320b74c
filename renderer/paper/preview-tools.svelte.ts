import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import FileDown from '@lucide/svelte/icons/file-down';
import Printer from '@lucide/svelte/icons/printer';
import { t } from '../i18n/index.ts';
import type { Action } from '../state/actions.ts';
import { router } from '../state/router.svelte.ts';
import type { PaperSheet } from './paper-sheet.svelte.ts';
import type { Wanted } from './print-out.ts';
import { Printing } from './printing.svelte.ts';

/** What can be done with the sheets in the preview. Looking at them counts no copy. */
export class PreviewTools {
  readonly printing = new Printing(() => this.#sheet.sheets.map(({ number }) => number));
  readonly #sheet: PaperSheet;

  constructor(sheet: PaperSheet) {
    this.#sheet = sheet;
  }

  readonly back: Action = {
    id: 'paper.back',
    title: () => t('paper.back'),
    icon: ArrowLeft,
    shortcut: 'Escape',
    run: () => router.back(),
  };

  readonly save: Action = {
    id: 'paper.save',
    title: () => t('paper.save-pdf'),
    icon: FileDown,
    shortcut: 'Ctrl+S',
    when: () => this.#wanted() !== undefined,
    run: () => this.#with((wanted) => this.printing.saveThis(wanted)),
  };

  readonly print: Action = {
    id: 'paper.print',
    title: () => t('paper.print'),
    icon: Printer,
    shortcut: 'Ctrl+P',
    when: () => this.#wanted() !== undefined,
    run: () => this.#with((wanted) => this.printing.printThis(wanted)),
  };

  /** Nothing while there is nothing to print. */
  #wanted(): Wanted | undefined {
    const { document, paper, locale, printables, sheets } = this.#sheet;
    if (!document || !paper || printables.length === 0 || this.printing.busy) return undefined;
    return { document, paper, locale, numbers: sheets.map(({ number }) => number) };
  }

  async #with(work: (wanted: Wanted) => Promise<void>): Promise<void> {
    const wanted = this.#wanted();
    if (wanted) await work(wanted);
  }
}

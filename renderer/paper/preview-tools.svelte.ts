import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import FileDown from '@lucide/svelte/icons/file-down';
import Printer from '@lucide/svelte/icons/printer';
import type { PrintJob } from '../../contract/host.ts';
import { t } from '../i18n/index.ts';
import type { Action } from '../state/actions.ts';
import { host } from '../state/bridge.ts';
import { notices } from '../state/notices.svelte.ts';
import { router } from '../state/router.svelte.ts';
import type { PaperSheet } from './paper-sheet.svelte.ts';

/** What can be done with a sheet in the preview. */
export class PreviewTools {
  busy = $state<'print' | 'save'>();
  /** Why nothing came out. */
  problem = $state<string>();
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
    when: () => this.#canPrint(),
    run: () =>
      this.#do('save', async (job) => {
        const path = await host().savePdf(job);
        const reveal = { label: t('paper.show-file'), run: () => host().reveal(path) };
        notices.say({ tone: 'good', text: t('paper.saved', { path }), action: reveal });
      }),
  };

  readonly print: Action = {
    id: 'paper.print',
    title: () => t('paper.print'),
    icon: Printer,
    shortcut: 'Ctrl+P',
    when: () => this.#canPrint(),
    run: () => this.#do('print', (job) => host().print(job)),
  };

  #canPrint(): boolean {
    return this.#sheet.printable !== undefined && this.busy === undefined;
  }

  async #do(kind: 'print' | 'save', work: (job: PrintJob) => Promise<void>): Promise<void> {
    const { document, number, paper, locale } = this.#sheet;
    if (!document || !paper || !this.#canPrint()) return;
    this.busy = kind;
    this.problem = undefined;
    await work({ document, number, paper, locale }).catch((error: unknown) => {
      this.problem = t('paper.failed', { why: error instanceof Error ? error.message : String(error) });
    });
    this.busy = undefined;
  }
}

import { t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { ask, type Trouble } from '../../state/shop.svelte.ts';
import { walletDesk } from '../wallets/wallet-desk.svelte.ts';
import { importDesk } from './import-desk.svelte.ts';

const extensions = ['csv', 'tsv', 'txt', 'gz', 'xlsx'];

/** The ways a file comes to the desk: chosen in a dialog, dropped anywhere on the window, or as cells pasted from a spreadsheet. */
class Incoming {
  /** A file that was dropped and lies nowhere on this PC, by its name. */
  nowhere = $state('');
  trouble = $state.raw<Trouble>();

  async choose(): Promise<void> {
    const path = await host().pickFile({ extensions });
    if (path !== undefined) await this.#take(path);
  }

  async chooseOrders(): Promise<void> {
    const path = await host().pickFile({ extensions });
    if (path !== undefined) await importDesk().pickOrders(path);
  }

  /** A file that the system handed to the program. */
  async open(path: string): Promise<void> {
    if (!this.#busy()) await this.#take(path);
  }

  /** One file at a time; what else was dropped with it is named as not taken. */
  async drop(files: readonly File[]): Promise<void> {
    const [file, ...others] = files;
    if (!file || this.#busy()) return;
    const path = await host().pathOf(file);
    if (others.length > 0) notices.say({ tone: 'note', text: t('imports.one-at-a-time', { name: file.name }) });
    if (path !== undefined) return this.#take(path);
    importDesk().again();
    this.nowhere = file.name;
    this.trouble = undefined;
    router.go('/import');
  }

  /** Cells as text, else a file that was copied. */
  async paste(pasted: DataTransfer): Promise<void> {
    const text = pasted.getData('text/plain');
    if (!text.trim()) return this.drop([...pasted.files]);
    if (this.#busy()) return;
    const answer = await ask('imports.paste', { text });
    this.trouble = answer.trouble;
    if (answer.ok) await this.#take(answer.ok.path);
  }

  #busy(): boolean {
    const { running } = importDesk().reading;
    if (running) notices.say({ tone: 'wait', text: t('imports.still-reading') });
    return running;
  }

  async #take(path: string): Promise<void> {
    this.nowhere = '';
    this.trouble = undefined;
    router.go('/import');
    await importDesk().take(path);
    if (importDesk().found?.wallet === undefined) return;
    // A wallet's bill has a place of its own.
    importDesk().again();
    router.go('/wallets');
    notices.say({ tone: 'note', text: t('wallets.led-here') });
    await walletDesk().take(path);
  }
}

export const incoming = new Incoming();

import type { PrinterChoice } from '../../../../contract/api/paper.ts';
import type { DocumentKind, Paper, PrinterOnPc } from '../../../../contract/host.ts';
import { host } from '../../../state/bridge.ts';
import { shopSettings } from '../../../state/settings.svelte.ts';
import type { Trouble } from '../../../state/shop.svelte.ts';

type Of = { readonly document: DocumentKind; readonly paper: Paper };
type Change = Partial<Pick<PrinterChoice, 'printer' | 'direct' | 'copies'>>;

/** Which printer a document on a paper goes to. Every choice is kept at once. */
export class PrinterDesk {
  /** Those of this PC; nothing until they are known. */
  printers = $state.raw<readonly PrinterOnPc[]>();
  trouble = $state.raw<Trouble>();
  readonly #of: () => Of;

  constructor(of: () => Of) {
    this.#of = of;
  }

  async load(): Promise<void> {
    this.printers = await host()
      .printers()
      .catch(() => []);
  }

  get choice(): PrinterChoice | undefined {
    return this.#choices.find((choice) => this.#isOurs(choice));
  }

  /** The printer chosen is not among those of this PC. */
  get isGone(): boolean {
    const { choice, printers = [] } = this;
    return choice !== undefined && printers.length > 0 && !printers.some(({ name }) => name === choice.printer);
  }

  /** An empty name is the system's dialogue. */
  async pick(printer: string): Promise<void> {
    await (printer === '' ? this.#keep(undefined) : this.change({ printer }));
  }

  async change(change: Change): Promise<void> {
    const { document, paper } = this.#of();
    const before = this.choice ?? { document, paper, printer: '', direct: true, copies: 1 };
    await this.#keep({ ...before, ...change });
  }

  get #choices(): readonly PrinterChoice[] {
    return shopSettings.current?.printers ?? [];
  }

  #isOurs(choice: PrinterChoice): boolean {
    const { document, paper } = this.#of();
    return choice.document === document && choice.paper === paper;
  }

  async #keep(choice: PrinterChoice | undefined): Promise<void> {
    const others = this.#choices.filter((one) => !this.#isOurs(one));
    const answer = await shopSettings.change({ printers: choice ? [...others, choice] : others });
    this.trouble = answer.trouble;
  }
}

import type { Product } from '../../../contract/api/catalog.ts';
import type { GoodsReceipt } from '../../../contract/api/goods-receipts.ts';
import type { PaidBy } from '../../../contract/values/words.ts';
import { show, t } from '../../i18n/index.ts';
import { Intent } from '../../state/intent.ts';
import { ask, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { intentOf } from '../counter/unfinished.ts';
import { ItemFinder } from '../products/item-finder.svelte.ts';
import { ReceiveLine, type ReceiveLineContent } from './receive-line.svelte.ts';

export type ReceiptKind = GoodsReceipt['kind'];
export type ReceiveContent = {
  readonly id: string;
  readonly supplier: string;
  readonly paidBy: PaidBy;
  readonly day: string;
  readonly reference: string;
  readonly note: string;
  readonly taxCents?: number | undefined;
  readonly lines: readonly ReceiveLineContent[];
};

/** No supplier, in a list of them by id. */
export const noSupplier = '';

const lineRefusals = ['units-do-not-fit', 'unit-here-already', 'expiry-needed', 'stock-opened-before'] as const;

/** A delivery as it is unpacked, or what was there when the stock book was opened. */
export class ReceiveDesk {
  lines = $state<ReceiveLine[]>([]);
  supplier = $state(noSupplier);
  paidBy = $state<PaidBy>('payable');
  /** Empty for what the shop says itself: today, or the day the stock book was opened. */
  day = $state('');
  reference = $state('');
  note = $state('');
  taxCents = $state<number>();
  busy = $state(false);
  trouble = $state.raw<Trouble<'stock.receive'> | Trouble<'stock.open'>>();
  readonly kind: ReceiptKind;
  readonly finder: ItemFinder;
  readonly #ask: typeof ask;
  #tried = $state(false);
  #intent = new Intent();

  constructor(kind: ReceiptKind, askShop: typeof ask = ask) {
    this.kind = kind;
    this.#ask = askShop;
    this.finder = new ItemFinder(askShop);
  }

  totalCents = $derived(this.lines.reduce((sum, { comesToCents = 0 }) => sum + comesToCents, 0));
  itemError = $derived.by(() => (this.#tried && this.lines.length === 0 ? t('receiving.need-item') : undefined));
  /** The line that the shop refused: it counts from 1. */
  refused = $derived.by((): ReceiveLine | undefined => {
    const trouble = this.trouble as Trouble | undefined;
    const about = lineRefusals.map((code) => refusedWith(trouble, code)).find((data) => data !== undefined);
    return about && this.lines[about.line - 1];
  });

  lineError(line: ReceiveLine): string | undefined {
    if (line.problem) return line.problem;
    if (this.#tried && line.missing) return line.missing;
    return this.refused === line && this.trouble ? troubleSentence(this.trouble as Trouble) : undefined;
  }

  get dayError(): string | undefined {
    const trouble = this.trouble as Trouble | undefined;
    const refused = refusedWith(trouble, 'day-in-future') ?? refusedWith(trouble, 'month-closed');
    return refused && trouble ? troubleSentence(trouble) : undefined;
  }

  /**
   * One more of the item, or the serial number of the line at hand: a code that is no item belongs to the last line whose units have
   * numbers. Gives the line to go on with.
   */
  async take(text: string): Promise<ReceiveLine | undefined> {
    const meant = await this.finder.find(text);
    if (meant) return this.add(meant.product, meant.serial);
    const waiting = this.lines.at(-1);
    if (this.finder.unknown === undefined || waiting?.item.tracking !== 'serial') return undefined;
    waiting.addSerial(text.trim());
    this.finder.clear();
    return waiting;
  }

  add(product: Product, serial?: string): ReceiveLine {
    this.trouble = undefined;
    const known = this.lines.find(({ item }) => item.sku === product.sku);
    const line = known ?? this.#begin(product);
    if (known) line.addOne();
    if (serial !== undefined) line.addSerial(serial);
    return line;
  }

  #begin(product: Product): ReceiveLine {
    this.lines.push(ReceiveLine.of(product));
    return this.lines.at(-1) as ReceiveLine;
  }

  remove(line: ReceiveLine): void {
    this.lines = this.lines.filter((other) => other !== line);
    this.trouble = undefined;
  }

  /** Puts the goods on the shelf; gives the document. */
  async record(): Promise<GoodsReceipt | undefined> {
    this.#tried = true;
    if (this.busy || this.lines.length === 0 || this.lines.some(({ missing }) => missing)) return undefined;
    this.busy = true;
    const answer = await (this.kind === 'received' ? this.#receive() : this.#open());
    this.busy = false;
    this.trouble = answer.trouble;
    if (!answer.ok) return undefined;
    this.#intent.done();
    this.lines = [];
    return answer.ok;
  }

  get #both() {
    const note = this.note.trim();
    return {
      id: this.#intent.id,
      ...(this.day && { day: this.day }),
      ...(note && { note }),
      lines: this.lines.map((line) => line.toInput()),
    };
  }

  #receive() {
    const reference = this.reference.trim();
    return this.#ask('stock.receive', {
      ...this.#both,
      paidBy: this.paidBy,
      ...(this.supplier !== noSupplier && { supplierId: Number(this.supplier) }),
      ...(reference && { reference }),
      ...(this.taxCents !== undefined && { taxCents: this.taxCents }),
    });
  }

  #open() {
    return this.#ask('stock.open', this.#both);
  }

  /** Nothing while nothing was entered. */
  get content(): ReceiveContent | undefined {
    const { supplier, paidBy, day, reference, note, taxCents } = this;
    if (this.lines.length === 0 && !reference && !note && taxCents === undefined) return undefined;
    const lines = this.lines.map(({ content }) => content);
    return { id: this.#intent.id, supplier, paidBy, day, reference, note, taxCents, lines };
  }

  restore({ id, lines, ...head }: ReceiveContent): void {
    this.#intent = intentOf(id);
    this.supplier = head.supplier;
    this.paidBy = head.paidBy;
    this.day = head.day > show.today() ? '' : head.day;
    this.reference = head.reference;
    this.note = head.note;
    this.taxCents = head.taxCents;
    this.lines = lines.map((content) => new ReceiveLine(content));
  }
}

import type { Return, ReturnLine } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import { refusedWith, type Trouble } from '../../state/shop.svelte.ts';
import type { FoundProduct } from '../settlement/find-product.ts';
import { unitsOfLineToCome } from './next-steps.ts';
import { ExtraRow, type KeptReceiving, ReceivingRow } from './receiving-rows.svelte.ts';

type ReceiveInput = Omit<Input<'returns.receive'>, 'id'>;
export type Counted = 'counted' | 'enough' | 'serial' | 'unknown';

/**
 * What came: filled in with everything that is still to come, lowered by hand or counted piece by piece with the scanner, and what lay
 * beside it. Goods with serial numbers have a row per unit.
 */
export class Receiving {
  rows = $state.raw<readonly ReceivingRow[]>([]);
  extras = $state<ExtraRow[]>([]);
  counting = $state(false);
  readonly #returnId: number;
  readonly #lines: readonly ReturnLine[];
  #last: ReceivingRow | ExtraRow | undefined;
  #sent: readonly ReceivingRow[] = [];
  #sentExtras: readonly ExtraRow[] = [];

  /** `numbered`: the codes of items that have serial numbers. */
  constructor(found: Pick<Return, 'returnId' | 'lines'>, numbered: ReadonlySet<string> = new Set()) {
    this.#returnId = found.returnId;
    this.#lines = found.lines;
    this.#makeRows(numbered);
  }

  #makeRows(numbered: ReadonlySet<string>): void {
    this.rows = this.#lines.flatMap((line) => {
      const open = unitsOfLineToCome(line);
      if (open <= 0) return [];
      if (!numbered.has(line.sku)) return [new ReceivingRow(line, { open, unit: 1, numbered: false })];
      return Array.from({ length: Math.ceil(open) }, (_, index) => {
        return new ReceivingRow(line, { open: 1, unit: index + 1, numbered: true });
      });
    });
  }

  /** One piece under the scanner. The first one starts the count from nothing; a number after a numbered piece is its serial number. */
  count(code: string): Counted {
    const bySerial = this.rows.find(({ announced }) => announced === code);
    const rows = bySerial ? [bySerial] : this.rows.filter(({ sku }) => sku === code);
    if (rows.length === 0) return this.#takeSerial(code) ? 'serial' : 'unknown';
    this.#startCount();
    const row = rows.find(({ quantity = 0, open }) => quantity + 1 <= open);
    if (!row) return 'enough';
    row.quantity = fromMilli(toMilli(row.quantity ?? 0) + 1000);
    this.#last = row;
    return 'counted';
  }

  #startCount(): void {
    if (this.counting) return;
    this.counting = true;
    for (const row of this.rows) row.quantity = 0;
  }

  #takeSerial(code: string): boolean {
    const waits = this.#last?.numbered && !this.#last.serial ? this.#last : undefined;
    if (!waits) return false;
    waits.serial = code;
    return true;
  }

  /** One more of something that was not asked for, or too much of what was. */
  addExtra({ sku, name, tracking }: FoundProduct): ExtraRow {
    const numbered = tracking === 'serial';
    const known = numbered ? undefined : this.extras.find((extra) => extra.sku === sku);
    if (known) {
      known.quantity = fromMilli(toMilli(known.quantity ?? 0) + 1000);
      return known;
    }
    const kind = this.#lines.some((line) => line.sku === sku) ? 'over' : 'wrong-item';
    this.extras.push(new ExtraRow({ sku, item: name, kind, numbered, quantity: 1, serial: '', note: '' }));
    this.#last = this.extras.at(-1);
    return this.extras.at(-1) as ExtraRow;
  }

  remove(extra: ExtraRow): void {
    this.extras = this.extras.filter((other) => other !== extra);
  }

  /** What to send; nothing while nothing came. */
  toInput(): ReceiveInput | undefined {
    this.#sent = this.rows.filter(({ quantity }) => (quantity ?? 0) > 0);
    this.#sentExtras = this.extras.filter(({ quantity }) => (quantity ?? 0) > 0);
    if (this.#sent.length + this.#sentExtras.length === 0) return undefined;
    const extra = this.#sentExtras.map((row) => row.toInput());
    return {
      returnId: this.#returnId,
      lines: this.#sent.map((row) => row.toInput()),
      ...(extra.length > 0 && { extra }),
    };
  }

  /** The row that a refusal of the shop is about: it counts the lines that were sent, and those beside them on their own. */
  rowOf(trouble: Trouble<'returns.receive'> | undefined): ReceivingRow | ExtraRow | undefined {
    const over = refusedWith(trouble, 'over-requested-quantity');
    if (over) return this.#sent[over.line - 1];
    const about = refusedWith(trouble, 'serial-needed') ?? refusedWith(trouble, 'serial-not-sold');
    const data = about ?? refusedWith(trouble, 'one-line-per-serial');
    if (data) return this.#rowsAt(data.line).find(({ sku }) => sku === data.sku);
    const back = refusedWith(trouble, 'serial-back-already');
    return back && this.#rowsAt(back.line).find((row) => (row.serial.trim() || row.announced) === back.serial);
  }

  #rowsAt(line: number): (ReceivingRow | ExtraRow)[] {
    return [this.#sent[line - 1], this.#sentExtras[line - 1]].flatMap((row) => row ?? []);
  }

  keep(): KeptReceiving {
    return { rows: this.rows.map((row) => row.keep()), extras: this.extras.map((row) => row.keep()) };
  }

  /** Rows that are there no more, because their units came meanwhile, are left out. */
  restore({ rows, extras }: KeptReceiving): void {
    for (const row of this.rows) row.restore(rows.find(({ key }) => key === row.key));
    this.extras = extras.map((extra) => new ExtraRow(extra));
  }
}

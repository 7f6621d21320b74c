import type { Product } from '../../../contract/api/catalog.ts';
import type { Input } from '../../../contract/api.ts';
import { amountAt, asPriceE4, currencyDigits, formatPrice } from '../../../contract/values/money.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import { language, t } from '../../i18n/index.ts';

type LineInput = Input<'stock.receive'>['lines'][number];
export type BatchEntry = { code: string; quantity: number | undefined; lastDay: string };
type Item = Pick<Product, 'sku' | 'name' | 'unit' | 'tracking' | 'expires' | 'unitCost' | 'averageCost'>;
export type ReceiveLineContent = {
  readonly item: Item;
  readonly quantity?: number | undefined;
  readonly costE4?: number | undefined;
  readonly valueCents?: number | undefined;
  readonly serials: readonly string[];
  readonly batches: readonly BatchEntry[];
};

/** One item of a delivery. Of what is told apart unit by unit, the units say how many there are. */
export class ReceiveLine {
  readonly item: Item;
  serials = $state<string[]>([]);
  batches = $state<BatchEntry[]>([]);
  problem = $state<string>();
  #quantity = $state<number>();
  #costE4 = $state<number>();
  #valueCents = $state<number>();

  constructor({ item, quantity, costE4, valueCents, serials, batches }: ReceiveLineContent) {
    this.item = item;
    this.#quantity = quantity;
    this.#costE4 = costE4;
    this.#valueCents = valueCents;
    this.serials = [...serials];
    this.batches = batches.map((batch) => ({ ...batch }));
  }

  static of({ sku, name, unit, tracking, expires, unitCost, averageCost }: Product): ReceiveLine {
    const item = {
      sku,
      name,
      expires,
      ...(unit !== undefined && { unit }),
      ...(tracking !== undefined && { tracking }),
      ...(unitCost !== undefined && { unitCost }),
      ...(averageCost !== undefined && { averageCost }),
    };
    const batches = tracking === 'batch' ? [{ code: '', quantity: 1, lastDay: '' }] : [];
    return new ReceiveLine({ item, quantity: tracking === undefined ? 1 : undefined, serials: [], batches });
  }

  get quantity(): number | undefined {
    const { tracking } = this.item;
    if (tracking === 'serial') return this.serials.length;
    if (tracking === 'batch')
      return fromMilli(this.batches.reduce((sum, { quantity = 0 }) => sum + toMilli(quantity), 0));
    return this.#quantity;
  }

  set quantity(quantity: number | undefined) {
    this.#quantity = quantity;
  }

  /** What one cost; it and what all cost take each other's place. */
  get costE4(): number | undefined {
    return this.#costE4;
  }

  set costE4(costE4: number | undefined) {
    this.#costE4 = costE4;
    if (costE4 !== undefined) this.#valueCents = undefined;
  }

  get valueCents(): number | undefined {
    return this.#valueCents;
  }

  set valueCents(valueCents: number | undefined) {
    this.#valueCents = valueCents;
    if (valueCents !== undefined) this.#costE4 = undefined;
  }

  /** What the line comes to; nothing while nobody has said what it cost. */
  get comesToCents(): number | undefined {
    if (this.#valueCents !== undefined) return this.#valueCents;
    if (this.#costE4 === undefined || this.quantity === undefined) return undefined;
    return amountAt(this.#costE4, toMilli(this.quantity), currencyDigits(language.currency));
  }

  /** One more, as the scanner does. */
  addOne(): void {
    const { tracking } = this.item;
    const last = this.batches.at(-1);
    if (tracking === 'batch' && last) last.quantity = fromMilli(toMilli(last.quantity ?? 0) + 1000);
    else if (tracking === undefined) this.#quantity = fromMilli(toMilli(this.#quantity ?? 0) + 1000);
  }

  /** Whether it was not there yet. */
  addSerial(code: string): boolean {
    const isNew = !this.serials.includes(code);
    this.problem = isNew ? undefined : t('receiving.serial-twice', { code });
    if (isNew) this.serials.push(code);
    return isNew;
  }

  /** What is missing before it can be sent. */
  get missing(): string | undefined {
    const { tracking, expires } = this.item;
    if (tracking === 'serial') return this.serials.length > 0 ? undefined : t('receiving.serials-needed');
    if (tracking !== 'batch') return this.#quantity ? undefined : t('receiving.fill-quantity');
    if (this.batches.some(({ code, quantity }) => !code.trim() || !quantity)) return t('receiving.fill-batch');
    return expires && this.batches.some(({ lastDay }) => !lastDay) ? t('receiving.need-last-day') : undefined;
  }

  toInput(): LineInput {
    const { tracking, sku } = this.item;
    return {
      sku,
      quantity: this.quantity ?? 0,
      ...(this.#costE4 !== undefined && { unitCost: formatPrice(asPriceE4(this.#costE4), 0) }),
      ...(this.#valueCents !== undefined && { valueCents: this.#valueCents }),
      ...(tracking === 'serial' && { serials: [...this.serials] }),
      ...(tracking === 'batch' && {
        batches: this.batches.map(({ code, quantity = 0, lastDay }) => ({
          code: code.trim(),
          quantity,
          ...(lastDay && { expiresOn: lastDay }),
        })),
      }),
    };
  }

  get content(): ReceiveLineContent {
    return {
      item: this.item,
      quantity: this.#quantity,
      costE4: this.#costE4,
      valueCents: this.#valueCents,
      serials: [...this.serials],
      batches: this.batches.map((batch) => ({ ...batch })),
    };
  }
}

import type { Product } from '../../../contract/api/catalog.ts';
import type { Input } from '../../../contract/api.ts';
import { amountAt, asPriceE4, currencyDigits, formatPrice, parsePrice } from '../../../contract/values/money.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import { language } from '../../i18n/index.ts';

export type SaleLineContent = {
  readonly sku: string;
  readonly name: string;
  readonly quantity?: number;
  readonly priceE4?: number;
  readonly paidCents?: number;
  readonly serials?: readonly string[];
};

/** One line of a sale as it is typed, or as it came from the scanner. */
export class SaleLineEntry {
  sku = $state('');
  name = $state('');
  quantity = $state<number | undefined>(1);
  /** In ten-thousandths. */
  priceE4 = $state<number>();
  /** What was really paid for the line; price × quantity when left empty. */
  paidCents = $state<number>();
  serials = $state<string[]>([]);
  unit = $state<string>();
  /** No item has this code: it is made with the sale. */
  isNew = $state(false);
  /** The item that filled the line: what it said may be written over by another, what a person typed may not. */
  #item = $state.raw<Product>();

  /** What the line comes to; nothing while it cannot be told. */
  get cents(): number | undefined {
    if (this.paidCents !== undefined) return this.paidCents;
    if (this.priceE4 === undefined || this.quantity === undefined) return undefined;
    return amountAt(this.priceE4, toMilli(this.quantity), currencyDigits(language.currency));
  }

  get isBlank(): boolean {
    return !this.sku.trim() && !this.name.trim() && this.priceE4 === undefined && this.paidCents === undefined;
  }

  /** Takes name and price of the item, where nobody has typed others. */
  fill(item: Product): void {
    const before = this.#item;
    const isOwn = (typed: string, said: string | undefined): boolean => typed.trim() !== '' && typed !== said;
    if (!isOwn(this.name, before?.name)) this.name = item.name;
    if (this.priceE4 === undefined || this.priceE4 === priceOf(before)) this.priceE4 = priceOf(item);
    this.sku = item.sku;
    this.unit = item.unit;
    this.isNew = false;
    this.#item = item;
  }

  /** One more, as the scanner does; of what has numbers, the one with this number, once. */
  addOne(serial?: string): void {
    if (serial !== undefined && this.serials.includes(serial)) return;
    if (serial !== undefined) this.serials.push(serial);
    this.quantity = fromMilli(toMilli(this.quantity ?? 0) + 1000);
  }

  toInput(): Input<'sales.record'>['lines'][number] {
    const name = this.name.trim();
    return {
      sku: this.sku.trim(),
      ...(name && { name }),
      quantity: this.quantity ?? 0,
      unitPrice: formatPrice(asPriceE4(this.priceE4 ?? 0)),
      ...(this.paidCents !== undefined && { paidCents: this.paidCents }),
      ...(this.serials.length > 0 && { serials: [...this.serials] }),
    };
  }

  get content(): SaleLineContent {
    const { sku, name, quantity, priceE4, paidCents, serials } = this;
    return {
      sku,
      name,
      ...(quantity !== undefined && { quantity }),
      ...(priceE4 !== undefined && { priceE4 }),
      ...(paidCents !== undefined && { paidCents }),
      ...(serials.length > 0 && { serials: [...serials] }),
    };
  }

  static restored({ serials = [], ...content }: SaleLineContent): SaleLineEntry {
    return Object.assign(new SaleLineEntry(), { quantity: undefined }, content, { serials: [...serials] });
  }
}

function priceOf(item: Product | undefined): number | undefined {
  return item?.price === undefined ? undefined : parsePrice(item.price);
}

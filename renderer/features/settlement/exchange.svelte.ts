import type { ExchangeLine, ExchangeQuote } from '../../../contract/api/settlement-shape.ts';
import { asPriceE4, formatPrice, parsePrice } from '../../../contract/values/money.ts';
import { t } from '../../i18n/index.ts';
import { ask } from '../../state/shop.svelte.ts';
import { type FoundProduct, findProducts } from './find-product.ts';
import { PaidIn, type PaidInContent } from './paid-in.svelte.ts';

type LineContent = { sku: string; name: string; quantity?: number; priceE4?: number };
export type ExchangeContent = { readonly lines: readonly LineContent[]; readonly paidIn: PaidInContent };

/** One item the customer takes instead. */
export class NewGoods {
  readonly sku: string;
  readonly name: string;
  quantity = $state<number | undefined>(1);
  /** In ten-thousandths. */
  priceE4 = $state<number>();

  constructor({ sku, name, quantity = 1, priceE4 }: LineContent) {
    this.sku = sku;
    this.name = name;
    this.quantity = quantity;
    this.priceE4 = priceE4;
  }

  get complete(): boolean {
    return Boolean(this.quantity) && this.priceE4 !== undefined;
  }
}

/** Goods taken in exchange, and how the customer pays what they cost more. */
export class Exchange {
  lines = $state<NewGoods[]>([]);
  code = $state('');
  codeProblem = $state<string>();
  /** Several items fit what was typed. */
  choices = $state.raw<readonly FoundProduct[]>([]);
  readonly paidIn: PaidIn;
  readonly #ask: typeof ask;
  readonly #quote: () => ExchangeQuote | undefined;
  readonly #priceBack: (sku: string) => string | undefined;

  /** `priceBack` is the list price of an item that comes back: the same item usually goes out at it. */
  constructor(
    quote: () => ExchangeQuote | undefined,
    priceBack: (sku: string) => string | undefined,
    askShop: typeof ask = ask,
  ) {
    this.#quote = quote;
    this.#priceBack = priceBack;
    this.#ask = askShop;
    this.paidIn = new PaidIn(() => Math.max(0, this.differenceCents), askShop);
  }

  /** What was named, as the shop is asked; nothing while a line is unfinished. */
  asked = $derived.by((): ExchangeLine[] | undefined => {
    if (this.lines.length === 0 || this.lines.some(({ complete }) => !complete)) return undefined;
    return this.lines.map(({ sku, name, quantity = 0, priceE4 = 0 }) => ({
      sku,
      ...(name && { name }),
      quantity,
      unitPrice: formatPrice(asPriceE4(priceE4)),
    }));
  });

  /** What the shop says of exactly these lines. */
  get quote(): ExchangeQuote | undefined {
    const quote = this.#quote();
    return quote && this.asked && quote.lines.length === this.lines.length ? quote : undefined;
  }

  /** Above zero the customer pays it, below it is given back. */
  get differenceCents(): number {
    return this.quote?.differenceCents ?? 0;
  }

  /** One more of the item with this code, or of the only one of that name. Tells whether one was taken. */
  async take(text: string): Promise<boolean> {
    const wanted = text.trim();
    if (!wanted) return false;
    const line = this.lines.find(({ sku }) => sku === wanted);
    if (line) {
      line.quantity = (line.quantity ?? 0) + 1;
      this.code = '';
      return true;
    }
    const found = await findProducts(this.#ask, wanted);
    this.codeProblem = found.length === 0 ? t('settlement.no-item', { code: wanted }) : undefined;
    this.choices = found.length > 1 ? found : [];
    const [only, second] = found;
    if (only && !second) this.choose(only);
    return only !== undefined && !second;
  }

  choose({ sku, name, price }: FoundProduct): void {
    const usual = parsePrice(this.#priceBack(sku) ?? price ?? '');
    this.lines.push(new NewGoods({ sku, name, ...(usual !== undefined && { priceE4: usual }) }));
    this.code = '';
    this.choices = [];
    this.codeProblem = undefined;
  }

  remove(line: NewGoods): void {
    this.lines = this.lines.filter((other) => other !== line);
  }

  clear(): void {
    this.lines = [];
    this.code = '';
    this.choices = [];
    this.codeProblem = undefined;
    this.paidIn.clear();
  }

  get content(): ExchangeContent | undefined {
    if (this.lines.length === 0) return undefined;
    const lines = this.lines.map(({ sku, name, quantity, priceE4 }) => ({
      sku,
      name,
      ...(quantity !== undefined && { quantity }),
      ...(priceE4 !== undefined && { priceE4 }),
    }));
    return { lines, paidIn: this.paidIn.content };
  }

  restore({ lines, paidIn }: ExchangeContent): void {
    this.lines = lines.map((line) => new NewGoods(line));
    this.paidIn.restore(paidIn);
  }
}

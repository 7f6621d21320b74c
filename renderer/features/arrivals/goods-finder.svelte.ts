import { t } from '../../i18n/index.ts';
import { ask } from '../../state/shop.svelte.ts';
import { type FoundProduct, findProducts } from '../settlement/find-product.ts';

/** A field that takes the code or the name of an item, scanned or typed; where several fit, one is chosen. */
export class GoodsFinder {
  code = $state('');
  /** What no item is called. */
  unknown = $state<string>();
  choices = $state.raw<readonly FoundProduct[]>([]);
  readonly #ask: typeof ask;

  constructor(askShop: typeof ask = ask) {
    this.#ask = askShop;
  }

  get problem(): string | undefined {
    return this.unknown === undefined ? undefined : t('arrivals.no-item', { code: this.unknown });
  }

  /** The one item that is meant; nothing while there is none or a choice. */
  async find(text: string): Promise<FoundProduct | undefined> {
    const wanted = text.trim();
    if (!wanted) return undefined;
    const found = await findProducts(this.#ask, wanted);
    const [only, second] = found;
    this.unknown = only ? undefined : wanted;
    this.choices = second ? found : [];
    if (!only || second) return undefined;
    this.code = '';
    return only;
  }

  clear(): void {
    this.code = '';
    this.unknown = undefined;
    this.choices = [];
  }
}

import { t } from '../../i18n/index.ts';
import { findProducts } from '../settlement/find-product.ts';
import type { CounterDesk } from './counter-desk.svelte.ts';
import type { LineItem } from './counter-line.svelte.ts';
import type { Place } from './places.ts';
import { numberActive } from './scanned.ts';

/** The items of a return without a receipt, by their codes or names. */
export class Items {
  code = $state('');
  problem = $state<string>();
  readonly #desk: CounterDesk;

  constructor(desk: CounterDesk) {
    this.#desk = desk;
  }

  /** One more of the item with this code or name, which the shop must know; else the number of the thing at hand. Gives where to go on. */
  async take(code: string): Promise<Place> {
    const desk = this.#desk;
    const wanted = code.trim();
    const item = await this.#itemOf(wanted);
    if (!item && numberActive(desk, wanted)) return desk.active ? desk.placeOn(desk.active) : 'receipt';
    this.problem = item ? undefined : t('counter.no-item', { code: wanted });
    if (!item) return 'receipt';
    this.code = '';
    return desk.takeItem(item);
  }

  async #itemOf(text: string): Promise<LineItem | undefined> {
    const [only, second] = await findProducts(this.#desk.ask, text);
    if (!only || second) return undefined;
    const { sku, name, tracking, price, accessories } = only;
    return { sku, name, tracking, price, accessories };
  }
}

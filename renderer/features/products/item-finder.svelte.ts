import type { Product } from '../../../contract/api/catalog.ts';
import { t } from '../../i18n/index.ts';
import { ask } from '../../state/shop.svelte.ts';
import { itemsMeantBy, type MeantItem } from './find-item.ts';

/** A field that takes an item by code, barcode, serial number or name; where several fit, one is chosen. */
export class ItemFinder {
  text = $state('');
  /** What no item is called. */
  unknown = $state<string>();
  choices = $state.raw<readonly Product[]>([]);
  readonly #ask: typeof ask;

  constructor(askShop: typeof ask = ask) {
    this.#ask = askShop;
  }

  get problem(): string | undefined {
    return this.unknown === undefined ? undefined : t('receiving.no-item', { code: this.unknown });
  }

  /** The one item that is meant; nothing while there is none or a choice. */
  async find(text: string): Promise<MeantItem | undefined> {
    const wanted = text.trim();
    if (!wanted) return undefined;
    const [only, ...others] = await itemsMeantBy(this.#ask, wanted);
    this.unknown = only ? undefined : wanted;
    this.choices = only && others.length > 0 ? [only, ...others].map(({ product }) => product) : [];
    if (!only || others.length > 0) return undefined;
    this.text = '';
    return only;
  }

  clear(): void {
    this.text = '';
    this.unknown = undefined;
    this.choices = [];
  }
}

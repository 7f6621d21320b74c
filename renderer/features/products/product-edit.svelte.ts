import type { Product } from '../../../contract/api/catalog.ts';
import { asPriceE4, formatPrice, parsePrice } from '../../../contract/values/money.ts';
import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';

export type TrackingChoice = NonNullable<Product['tracking']> | 'none';

/** No supplier, in a list of them by id. */
export const noSupplier = '';

/** What is said of an item, while it is edited. */
export class ProductEdit {
  name = $state('');
  spec = $state('');
  category = $state('');
  supplier = $state(noSupplier);
  priceE4 = $state<number>();
  tracking = $state<TrackingChoice>('none');
  /** One a line. */
  accessories = $state('');
  flaw = $state('');
  tried = $state(false);
  readonly call = new ActionCall('catalog.saveProduct');
  readonly #sku: string;

  constructor(product: Product) {
    this.#sku = product.sku;
    this.name = product.name;
    this.spec = product.spec ?? '';
    this.category = product.category ?? '';
    this.supplier = product.supplier ? String(product.supplier.supplierId) : noSupplier;
    this.priceE4 = product.price === undefined ? undefined : parsePrice(product.price);
    this.tracking = product.tracking ?? 'none';
    this.accessories = product.accessories.join('\n');
    this.flaw = product.flaw ?? '';
  }

  /** Whether it is done. */
  async save(): Promise<boolean> {
    this.tried = true;
    if (this.name.trim() === '') return false;
    const { name, spec, category, supplier, priceE4, tracking, flaw } = this;
    const saved = await this.call.run({
      sku: this.#sku,
      name,
      spec,
      category,
      flaw,
      supplierId: supplier === noSupplier ? null : Number(supplier),
      price: priceE4 === undefined ? null : formatPrice(asPriceE4(priceE4), 0),
      tracking: tracking === 'none' ? null : tracking,
      accessories: linesOf(this.accessories),
    });
    if (!saved) return false;
    notices.say({ tone: 'good', text: t('products.saved') });
    return true;
  }
}

/** What was typed, one a line, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

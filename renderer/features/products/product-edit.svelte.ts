import type { Product } from '../../../contract/api/catalog.ts';
import { asPriceE4, formatPrice, parsePrice } from '../../../contract/values/money.ts';
import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import { refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';

export type TrackingChoice = NonNullable<Product['tracking']> | 'none';

/** No supplier, in a list of them by id. */
export const noSupplier = '';

/** What the shop can say of a field, beside that it does not fit. */
const refusalOf = { barcodes: 'barcode-used', expires: 'expiry-needs-batch', max: 'min-over-max' } as const;

/** What is said of an item, while it is edited. */
export class ProductEdit {
  /** Typed only for an item that nobody knew. */
  sku = $state('');
  name = $state('');
  spec = $state('');
  category = $state('');
  supplier = $state(noSupplier);
  priceE4 = $state<number>();
  tracking = $state<TrackingChoice>('none');
  /** One a line. */
  accessories = $state('');
  barcodes = $state('');
  unit = $state('');
  location = $state('');
  min = $state<number>();
  max = $state<number>();
  expires = $state(false);
  flaw = $state('');
  tried = $state(false);
  readonly call = new ActionCall('catalog.saveProduct');
  readonly #isNew: boolean;

  /** An item as it is, or only the code of a new one. */
  constructor(start: Product | { readonly sku: string }) {
    this.sku = start.sku;
    this.#isNew = !('productId' in start);
    if ('productId' in start) this.#take(start);
  }

  #take(product: Product): void {
    this.name = product.name;
    this.spec = product.spec ?? '';
    this.category = product.category ?? '';
    this.supplier = product.supplier ? String(product.supplier.supplierId) : noSupplier;
    this.priceE4 = product.price === undefined ? undefined : parsePrice(product.price);
    this.tracking = product.tracking ?? 'none';
    this.accessories = product.accessories.join('\n');
    this.barcodes = product.barcodes.join('\n');
    this.unit = product.unit ?? '';
    this.location = product.location ?? '';
    this.min = product.min;
    this.max = product.max;
    this.expires = product.expires;
    this.flaw = product.flaw ?? '';
  }

  get nameMissing(): boolean {
    return this.tried && this.name.trim() === '';
  }

  get skuMissing(): boolean {
    return this.tried && this.sku.trim() === '';
  }

  /** What the shop refused of a field. */
  refusedAt(field: keyof typeof refusalOf): string | undefined {
    const trouble = this.call.trouble as Trouble | undefined;
    return trouble && refusedWith(trouble, refusalOf[field]) ? troubleSentence(trouble) : undefined;
  }

  get isSaidAtField(): boolean {
    return (Object.keys(refusalOf) as (keyof typeof refusalOf)[]).some((field) => this.refusedAt(field));
  }

  /** A scanned code is a barcode of the item. */
  addBarcode(code: string): void {
    const codes = linesOf(this.barcodes);
    if (!codes.includes(code)) this.barcodes = [...codes, code].join('\n');
  }

  /** The item as it was saved; nothing when there was trouble. */
  async save(): Promise<Product | undefined> {
    this.tried = true;
    if (this.name.trim() === '' || this.sku.trim() === '') return undefined;
    const { name, spec, category, supplier, priceE4, tracking, flaw, unit, location, min, max, expires } = this;
    const saved = await this.call.run({
      sku: this.sku.trim(),
      name,
      spec,
      category,
      unit,
      location,
      supplierId: supplier === noSupplier ? null : Number(supplier),
      price: priceE4 === undefined ? null : formatPrice(asPriceE4(priceE4), 0),
      tracking: tracking === 'none' ? null : tracking,
      expires: expires && tracking === 'batch',
      min: min ?? null,
      max: max ?? null,
      barcodes: linesOf(this.barcodes),
      accessories: linesOf(this.accessories),
      ...(!this.#isNew && { flaw }),
    });
    if (!saved) return undefined;
    notices.say({ tone: 'good', text: t('products.saved') });
    return saved;
  }
}

/** What was typed, one a line, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

import type { Output } from '../../contract/api.ts';
import { formatPriceText } from '../i18n/format.ts';
import { ask } from '../state/shop.svelte.ts';
import { isEan13 } from './codes.ts';
import type { PaperPriceLabel } from './document.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

/** The price label of an item, by its code or one of its barcodes. */
export const priceLabelWriter: Writer = async ({ number, settings }) => {
  const found = await ask('catalog.product', { sku: number });
  if (found.trouble) return { trouble: found.trouble };
  return { write: (voice) => priceLabel(found.ok, settings, voice) };
};

export function priceLabel(
  { sku, name, spec, price, unit, barcodes }: Output<'catalog.product'>,
  { shopName }: Pick<Asked['settings'], 'shopName'>,
  voice: Voice,
): PaperPriceLabel {
  return {
    isPriceLabel: true,
    shop: shopName,
    name,
    spec,
    price: price === undefined ? undefined : `${voice.sign}${formatPriceText(price, voice)}`,
    unit: unit === undefined ? undefined : voice.text('paper.price-unit', { unit }),
    code: sku,
    scanned: barcodes.find(isEan13) ?? barcodes[0] ?? sku,
  };
}

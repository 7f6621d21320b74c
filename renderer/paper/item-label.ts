import type { Output } from '../../contract/api.ts';
import { formatPriceText } from '../i18n/format.ts';
import { ask } from '../state/shop.svelte.ts';
import type { PaperLabel } from './document.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

type Product = Output<'catalog.product'>;

/** The label of an opened twin, by its code; of any other item a plain one with code and price. */
export const itemLabelWriter: Writer = async ({ number, settings }) => {
  const found = await ask('catalog.product', { sku: number });
  if (found.trouble) return { trouble: found.trouble };
  return { write: (voice) => itemLabel(found.ok, settings, voice) };
};

export function itemLabel(
  product: Product,
  { shopName }: Pick<Asked['settings'], 'shopName'>,
  voice: Voice,
): PaperLabel {
  const { sku, name, spec, flaw, price, twinOf } = product;
  return {
    isLabel: true,
    mark: twinOf ? voice.text('paper.opened-mark') : '',
    grade: twinOf ? voice.text('paper.grade', { grade: twinOf.grade }) : '',
    shop: shopName,
    name: [twinOf?.name ?? name, spec].filter(Boolean).join(' '),
    flaw: flaw ? voice.text('paper.flaw', { flaw }) : undefined,
    price: price === undefined ? undefined : `${voice.sign}${formatPriceText(price, voice)}`,
    code: sku,
  };
}

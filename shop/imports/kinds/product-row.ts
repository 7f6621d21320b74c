import { cleanCell } from '../rows/cells.ts';
import { code, type FieldRow, fieldReader, level, list, optional, price, words, yesOrNo } from './fields.ts';
import type { FileUnit, RowReader, Shape } from './kind.ts';
import { shopifyRows, wooRows } from './product-platforms.ts';

const trackingWords = {
  serial: /^(serial|serials|序列号|串号|sn)/i,
  batch: /^(batch|batches|lot|批次|批号)/i,
} as const;
const noTracking = /^(none|no|无|否|不)$/i;

/** Serial numbers, batches, or neither. */
const tracking = optional<'serial' | 'batch' | 'none'>((raw) => {
  const text = cleanCell(raw);
  if (trackingWords.serial.test(text)) return { value: 'serial' };
  if (trackingWords.batch.test(text)) return { value: 'batch' };
  return noTracking.test(text) ? { value: 'none' } : { problem: 'not-a-word' };
});

const readers = {
  sku: code(64),
  productName: words(200),
  spec: words(100),
  barcode: list({ longest: 64, most: 20, between: /[;,，；|\s]+/ }),
  category: words(60),
  unit: words(20),
  supplier: words(120),
  unitCost: price,
  unitPrice: price,
  tracking,
  expires: yesOrNo,
  minQuantity: level,
  maxQuantity: level,
  location: words(60),
  accessories: list({ longest: 80, most: 40, between: /[;；|、\n]+/ }),
};

export type ProductRow = FieldRow<typeof readers>;
export type ProductValues = ProductRow['values'];
/** What a file says of one item. */
export type ProductUnit = FileUnit & { readonly sku: string; readonly values: ProductValues };

/** A reader of rows that say something of one item each. The platforms' own files are put into that shape first. */
export function productRowReader(shape: Shape): RowReader<ProductRow> {
  const read = fieldReader(shape, { readers, key: ({ sku }) => sku, needed: 'sku' });
  if (shape.profile === 'shopify-products') return shopifyRows(shape, read);
  return shape.profile === 'woocommerce-products' ? wooRows(shape, read) : read;
}

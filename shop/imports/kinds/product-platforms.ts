import type { ImportField } from '../../../contract/api/import-fields.ts';
import { cleanCell } from '../rows/cells.ts';
import type { AnyRow, RowReader, Shape } from './kind.ts';

type At = Pick<Shape, 'columns' | 'mapping'>;

/**
 * Shopify names an item on the first of its rows only; the others are variants, or nothing but a further picture, which belongs to the
 * variant before. Its options together are the variant, and an item without any has the one option “Default Title”.
 */
export function shopifyRows<Row extends AnyRow>(shape: At, read: RowReader<Row>): RowReader<Row> {
  const at = (column: string): number => shape.columns.indexOf(column);
  const [handle, sku, price] = [at('Handle'), at('Variant SKU'), at('Variant Price')];
  const options = ['Option1 Value', 'Option2 Value', 'Option3 Value'].map(at).filter((index) => index >= 0);
  const shared = ['Title', 'Vendor', 'Type', 'Product Category'].map(at).filter((index) => index >= 0);
  const spec = fieldAt(shape, 'spec');
  let first: readonly string[] = [];
  let variant: Row | undefined;
  return (cells, row, isDamaged) => {
    const isSame = first.length > 0 && cells[handle] === first[handle];
    if (!isSame) {
      first = cells;
      variant = undefined;
    }
    const isPicture = isSame && cells[sku] === '' && cells[price] === '';
    if (isPicture && variant) return { ...variant, row };
    const whole = [...cells];
    for (const index of shared) whole[index] ||= first[index] ?? '';
    const values = options.map((index) => cleanCell(cells[index] ?? '')).filter((text) => text !== '');
    if (spec >= 0) whole[spec] = values.join(' / ') === 'Default Title' ? '' : values.join(' / ');
    const found = read(whole, row, isDamaged);
    variant = 'problems' in found ? undefined : found;
    return found;
  };
}

/** WooCommerce puts every category of an item into one cell, the ones above before `>`: the first is taken. */
export function wooRows<Row extends AnyRow>(shape: At, read: RowReader<Row>): RowReader<Row> {
  const category = fieldAt(shape, 'category');
  return (cells, row, isDamaged) => {
    const whole = [...cells];
    if (category >= 0 && whole[category] !== undefined)
      whole[category] = cleanCell(whole[category]).split(/(?<!\\),/)[0] ?? '';
    return read(whole, row, isDamaged);
  };
}

function fieldAt({ columns, mapping }: At, field: ImportField): number {
  return columns.indexOf(mapping[field] ?? '');
}

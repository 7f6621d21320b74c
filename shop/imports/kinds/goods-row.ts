import type { ImportField } from '../../../contract/api/import-fields.ts';
import type { Day } from '../../../contract/values/days.ts';
import { amountAt } from '../../../contract/values/money.ts';
import type { Cell } from '../rows/cells.ts';
import { dateReader } from '../rows/dates.ts';
import { isBookable, readAmount } from '../rows/figures.ts';
import { code, type FieldRow, fieldReader, level, list, optional, price, stocked, words } from './fields.ts';
import type { RowReader, Shape } from './kind.ts';
import { moneyText, priceText, quantityText, saidFields } from './said-fields.ts';

const between = /[;,，；|、\n]+/;

/** How each field of a file of goods is read: what came, what it cost, and the numbers it is told apart by. */
export function goodsReaders({ timeZone, digits }: Pick<Shape, 'timeZone' | 'digits'>, isOpening: boolean) {
  const moment = dateReader(timeZone);
  const day = optional<Day>((raw) => {
    const cell = moment(raw);
    return cell.problem === undefined ? { value: cell.value.day } : cell;
  });
  const amount = (raw: string): Cell<number | undefined> => {
    const cell = readAmount(digits)(raw);
    return cell.problem === undefined && (cell.value ?? 0) < 0 ? { problem: 'below-zero' } : cell;
  };
  return {
    reference: code(64),
    day,
    supplier: words(120),
    sku: code(64),
    productName: words(200),
    spec: words(100),
    barcode: list({ longest: 64, most: 20, between: /[;,，；|\s]+/ }),
    // A list of the stock has items of which there is nothing.
    quantity: isOpening ? level : optional(stocked),
    unitCost: price,
    value: amount,
    tax: amount,
    serial: list({ longest: 64, most: 1000, between }),
    batch: code(64),
    expiresOn: day,
  };
}

export type GoodsRow = FieldRow<ReturnType<typeof goodsReaders>>;
export type GoodsValues = GoodsRow['values'];

/** A reader of rows of goods. Rows of one item, or of one document, are known by the same words. */
export function goodsRowReader(
  shape: Shape,
  { isOpening, keyOf }: { readonly isOpening: boolean; readonly keyOf: (values: GoodsValues) => string },
): RowReader<GoodsRow> {
  const readers = goodsReaders(shape, isOpening);
  const key = (values: GoodsValues): string | undefined => (values.sku === undefined ? undefined : keyOf(values));
  const read = fieldReader(shape, { readers, key, needed: 'sku' });
  return (cells, row, isDamaged) => {
    const found = read(cells, row, isDamaged);
    if ('problems' in found) return found;
    const { quantity, unitCost = 0, serial = [], batch } = found.values;
    const refused = (field: ImportField, problem: 'field-empty' | 'not-a-price' | 'units-do-not-fit') => ({
      row,
      number: found.number,
      problems: [{ row, field, code: problem }],
    });
    if (quantity === undefined) return refused('quantity', 'field-empty');
    if (!isBookable(unitCost, quantity)) return refused('unitCost', 'not-a-price');
    const isMixed = serial.length > 0 && (batch !== undefined || serial.length * 1000 !== quantity);
    return isMixed ? refused('serial', 'units-do-not-fit') : found;
  };
}

/** What a row says its goods cost altogether; nothing where nobody knows. */
export function worthOf({ value, unitCost, quantity = 0 }: GoodsValues, digits: number): number | undefined {
  return value ?? (unitCost === undefined ? undefined : amountAt(unitCost, quantity, digits));
}

export function understoodGoods({ values }: GoodsRow, { digits }: Pick<Shape, 'digits'>) {
  const { barcode, quantity, unitCost, value, tax, serial, ...texts } = values;
  const fields = saidFields({
    ...texts,
    barcode: barcode?.join(' '),
    quantity: quantityText(quantity),
    unitCost: priceText(unitCost),
    value: moneyText(value, digits),
    tax: moneyText(tax, digits),
    serial: serial?.join('; '),
  });
  return { as: 'goods' as const, fields };
}

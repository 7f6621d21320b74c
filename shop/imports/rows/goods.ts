import type { SalesHabits } from '../profiles/habits.ts';
import { codeByName } from './by-name.ts';
import { isBookable } from './figures.ts';
import { type FileProduct, productOf } from './named.ts';
import type { readersOf } from './readers.ts';
import type { Taker } from './taker.ts';

/** What a row says was sold. */
export type GoodsPart = {
  /** What the platform calls the line; empty where it says nothing. */
  readonly lineNumber: string;
  readonly product: FileProduct;
  readonly name: string;
  readonly milli: number;
  /** Missing where the file knows no price: it follows from what was paid. */
  readonly priceE4: number | undefined;
  /** What the file says the line is worth, where it says no price for one. */
  readonly valueCents: number | undefined;
};

export function goodsReader(
  taker: Taker,
  { readers, habits }: { readers: ReturnType<typeof readersOf>; habits: SalesHabits },
): () => GoodsPart {
  const catalog = new Map<string, FileProduct>();
  const { itemByName, priceOfLine } = habits;
  const text = (field: 'productName' | 'spec'): (() => string) => taker.field(field, readers[field], '');
  const nameOf = text('productName');
  const specOf = text('spec');
  const skuOf = taker.field('sku', itemByName ? readers.skuIfAny : readers.sku, '');
  const lineNumberOf = taker.field('lineNumber', readers.lineNumber, '');
  const milliOf = taker.field('quantity', readers.quantity, 0);
  const hasPrice = !priceOfLine && taker.isSaid('unitPrice');
  const priceOf = taker.field('unitPrice', readers.unitPrice, 0);
  const lineValueOf = taker.field<number | undefined>('unitPrice', readers.value, undefined);
  return () => {
    const milli = milliOf();
    const priceE4 = hasPrice ? priceOf() : undefined;
    const valueCents = priceOfLine ? lineValueOf() : undefined;
    const name = nameOf();
    const spec = specOf();
    const own = skuOf();
    const sku = own === '' && itemByName ? codeByName(name, spec) : own;
    if (itemByName && sku === '') taker.refuse('productName', 'field-empty');
    if (!isBookable(priceE4 ?? 0, milli)) taker.refuse('unitPrice', 'not-a-price');
    const product = productOf(catalog, { sku, name, spec });
    return { lineNumber: lineNumberOf(), product, name, milli, priceE4, valueCents };
  };
}

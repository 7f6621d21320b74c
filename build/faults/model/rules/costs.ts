import type { Input } from '../../../../contract/api.ts';
import { priceOf, sum, worth } from './figures.ts';
import { credit, debit, digitsOf, type Moment, move, mustBeOpen, post } from './moment.ts';
import { No } from './no.ts';
import { balanceOf, figuresOf } from './sums.ts';

/** Every unknown unit gets its value, less the write-downs that waited for it. */
export function setCost(
  moment: Moment,
  { sku, unitCost }: Input<'stock.setCost'>,
): { sku: string; revaluedCents: number } {
  const { books, today: day } = moment;
  if (!books.products.some((product) => product.sku === sku)) throw new No('no-such-product', { sku });
  if (books.costs.some((cost) => cost.sku === sku)) throw new No('cost-already-known', { sku });
  mustBeOpen(moment, day);
  const priceE4 = priceOf(unitCost);
  const value = (milli: number): number => worth(priceE4, milli, digitsOf(moment));

  const waiting = revalueLines(moment, sku, value);
  let writeDownsCents = sum(books.gradings, (row) =>
    row.sku === sku && row.disposition !== 'scrap' && row.disposition !== 'send-back'
      ? row.writeDownCents - row.postedCents
      : 0,
  );
  const graded = (['shelf', 'repair', 'supplier-shelf'] as const).map((place) => {
    const { unknownMilli } = balanceOf(books, sku, place);
    const takenCents = Math.min(writeDownsCents, value(unknownMilli));
    writeDownsCents -= takenCents;
    return { place, milli: unknownMilli, cents: value(unknownMilli) - takenCents };
  });
  const all = [{ place: 'returns' as const, ...waiting }, ...graded].filter(({ milli }) => milli > 0);
  for (const { place, milli: unknownMilli, cents: toCents } of all)
    move(moment, { day, sku, from: place, to: place, milli: 0, unknownMilli, fromCents: 0, toCents, document: sku });
  const revaluedCents = sum(all, ({ cents }) => cents);
  books.costs.push({ sku, priceE4 });
  const entry = [debit('goods', revaluedCents), credit('cost-of-sales', revaluedCents)];
  post(moment, { kind: 'cost-set', document: sku, day, lines: entry });
  return { sku, revaluedCents };
}

/** Units in the returns area get theirs line by line. */
function revalueLines(
  { books }: Moment,
  sku: string,
  value: (milli: number) => number,
): { milli: number; cents: number } {
  const before = books.revaluations.length;
  for (const line of books.returns.flatMap(({ lines }) => lines)) {
    const { unknownMilli: milli } = figuresOf(books, line.id);
    if (line.sku === sku && milli > 0) books.revaluations.push({ lineId: line.id, milli, cents: value(milli) });
  }
  const added = books.revaluations.slice(before);
  return { milli: sum(added, ({ milli }) => milli), cents: sum(added, ({ cents }) => cents) };
}

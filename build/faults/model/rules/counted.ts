import type { CountedRow, Stocktake } from './books.ts';
import { sum } from './figures.ts';
import { costWithoutSale } from './goods.ts';
import type { Moment } from './moment.ts';
import { balanceOf, leaving } from './sums.ts';

export function rowsOf({ books }: Moment, { id }: Stocktake, sku: string): CountedRow[] {
  return books.counted.filter((row) => row.stocktakeId === id && row.sku === sku);
}

/** From the last row that sets on; what was only added and taken back again was not counted. */
export function countedMilli(rows: readonly CountedRow[]): number | undefined {
  const set = rows.findLastIndex(({ mode }) => mode === 'set');
  const milli = sum(rows.slice(Math.max(set, 0)), (row) => row.milli);
  return set < 0 && milli === 0 ? undefined : milli;
}

export type Counted = {
  readonly sku: string;
  readonly countedMilli: number;
  readonly bookMilli: number;
  readonly at: string | undefined;
};

const alphabetically = (one: { sku: string }, other: { sku: string }): number => (one.sku < other.sku ? -1 : 1);

/**
 * What was counted of each item, beside the book of that moment; what other counts of the place have put right since is no trade, and is
 * added to that book.
 */
export function allCounted(moment: Moment, stocktake: Stocktake): Counted[] {
  const { books } = moment;
  const until =
    books.countEnds.find(({ stocktakeId }) => stocktakeId === stocktake.id)?.event ?? Number.POSITIVE_INFINITY;
  const others = new Set(
    books.stocktakes.filter(({ id, place }) => id !== stocktake.id && place === stocktake.place).map(({ id }) => id),
  );
  const skus = new Set(books.counted.filter(({ stocktakeId }) => stocktakeId === stocktake.id).map(({ sku }) => sku));
  return [...skus]
    .flatMap((sku): Counted[] => {
      const rows = rowsOf(moment, stocktake, sku);
      const last = rows.at(-1);
      const milli = countedMilli(rows);
      if (!last || milli === undefined) return [];
      const putRight = books.differences.filter(
        (row) => others.has(row.stocktakeId) && row.sku === sku && row.event > last.event && row.event < until,
      );
      const bookMilli = last.bookMilli + sum(putRight, (row) => row.countedMilli - row.bookMilli);
      return [{ sku, countedMilli: milli, bookMilli, at: last.at }];
    })
    .sort(alphabetically);
}

/** What the book has there of the scope and nobody counted; of named items also what it does not have. */
export function notCounted(
  { books }: Moment,
  { place, skus }: Stocktake,
  counted: readonly Counted[],
): { sku: string; bookMilli: number }[] {
  return books.products
    .filter(({ sku }) => (skus?.includes(sku) ?? true) && !counted.some((row) => row.sku === sku))
    .map(({ sku }) => ({ sku, bookMilli: balanceOf(books, sku, place).milli }))
    .filter(({ bookMilli }) => skus !== undefined || bookMilli > 0)
    .sort(alphabetically);
}

/** What was found is worth, whether or not anybody knows. */
export function foundAt(moment: Moment, sku: string, milli: number): { cents: number; unknownMilli: number } {
  const { cents, source } = costWithoutSale(moment, sku, milli);
  return { cents, unknownMilli: source === 'unknown' ? milli : 0 };
}

/** What the differences of an open count would be worth. */
export function differenceCents(moment: Moment, { place }: Stocktake, counted: readonly Counted[]): number {
  return sum(counted, ({ sku, countedMilli: now, bookMilli }) => {
    if (now >= bookMilli) return now === bookMilli ? 0 : foundAt(moment, sku, now - bookMilli).cents;
    const have = balanceOf(moment.books, sku, place);
    return have.milli < bookMilli - now ? 0 : -leaving(have, bookMilli - now).cents;
  });
}

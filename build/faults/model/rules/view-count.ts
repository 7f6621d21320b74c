import type { Stocktake } from './books.ts';
import { allCounted, differenceCents, notCounted } from './counted.ts';
import { sum } from './figures.ts';
import type { Moment } from './moment.ts';

type Line = {
  readonly sku: string;
  readonly counted?: number;
  readonly difference?: number;
};

/** A count with its items, as the contract shows it: what differs first, then what nobody counted, then what is right. */
export function viewStocktake(moment: Moment, stocktake: Stocktake): object {
  const { books } = moment;
  const { id, number, day, place, skus, blind, note, at } = stocktake;
  const ended = books.countEnds.find(({ stocktakeId }) => stocktakeId === id);
  const lines = linesOf(moment, stocktake, ended === undefined);
  return {
    number,
    day,
    place,
    scope: skus ? { skus } : { all: true },
    blind,
    ...(note !== undefined && { note }),
    state: ended?.outcome ?? 'open',
    person: 'owner',
    startedAt: at,
    ...(ended && { endedAt: ended.at }),
    ...figuresOf(moment, stocktake),
    itemsInScope: lines.length,
    lines,
  };
}

function figuresOf(moment: Moment, stocktake: Stocktake): object {
  const { books } = moment;
  const ended = books.countEnds.find(({ stocktakeId }) => stocktakeId === stocktake.id);
  if (ended) {
    const own = books.differences.filter(({ stocktakeId }) => stocktakeId === stocktake.id);
    const cents = sum(own, (row) => (row.countedMilli < row.bookMilli ? -row.cents : row.cents));
    return { itemsCounted: ended.counted, itemsEqual: ended.equal, differenceCents: cents };
  }
  const counted = allCounted(moment, stocktake);
  if (stocktake.blind) return { itemsCounted: counted.length };
  const itemsEqual = counted.filter((row) => row.countedMilli === row.bookMilli).length;
  return { itemsCounted: counted.length, itemsEqual, differenceCents: differenceCents(moment, stocktake, counted) };
}

type Row = {
  readonly sku: string;
  readonly countedMilli: number | undefined;
  readonly bookMilli: number;
  readonly at: string | undefined;
};

function linesOf(moment: Moment, stocktake: Stocktake, isOpen: boolean): Line[] {
  const { books } = moment;
  const booked = books.differences.filter(({ stocktakeId }) => stocktakeId === stocktake.id);
  const counted = allCounted(moment, stocktake);
  const others: Row[] = isOpen
    ? notCounted(moment, stocktake, counted).map((row) => ({ ...row, countedMilli: undefined, at: undefined }))
    : booked.filter(({ sku }) => !counted.some((row) => row.sku === sku)).map((row) => ({ ...row, at: undefined }));
  const isHidden = stocktake.blind && isOpen;
  const rank = ({ counted: found, difference }: Line): number => {
    if (isHidden) return found === undefined ? 0 : 1;
    if (difference === undefined) return 1;
    return difference === 0 ? 2 : 0;
  };
  return [...counted, ...others]
    .map((row) => lineOf(moment, { row, difference: booked.find(({ sku }) => sku === row.sku), isHidden }))
    .sort((one, other) => rank(one) - rank(other) || (one.sku < other.sku ? -1 : 1));
}

type Shown = {
  readonly row: Row;
  readonly difference: Moment['books']['differences'][number] | undefined;
  readonly isHidden: boolean;
};

function lineOf({ books }: Moment, { row, difference, isHidden }: Shown): Line {
  const { sku, at } = row;
  const { countedMilli, bookMilli } = difference ?? row;
  const product = books.products.find((own) => own.sku === sku);
  return {
    sku,
    ...{ name: product?.name },
    ...(product?.spec !== undefined && { spec: product.spec }),
    ...(countedMilli !== undefined && { counted: countedMilli / 1000 }),
    ...(at !== undefined && { countedAt: at }),
    ...(!isHidden && { book: bookMilli / 1000 }),
    ...(!isHidden && countedMilli !== undefined && { difference: (countedMilli - bookMilli) / 1000 }),
    ...(difference && { reason: difference.reason }),
    ...(difference?.note !== undefined && { note: difference.note }),
  };
}

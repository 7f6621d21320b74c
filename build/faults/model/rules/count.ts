import type { Input } from '../../../../contract/api.ts';
import type { Stocktake } from './books.ts';
import { allCounted, type Counted, countedMilli, foundAt, notCounted, rowsOf } from './counted.ts';
import { milliOf, sum } from './figures.ts';
import { credit, debit, type Moment, move, nextNumber, post } from './moment.ts';
import { No } from './no.ts';
import { balanceOf, leaving } from './sums.ts';
import { viewStocktake } from './view-count.ts';

/** Begins a count of a place: of all items, or of named ones. */
export function openStocktake(moment: Moment, asked: Input<'stocktakes.open'>): object {
  const { books, now, today } = moment;
  const { place = 'shelf', scope = { all: true as const }, blind = false, note } = asked;
  const skus = 'skus' in scope ? [...new Set(scope.skus)] : undefined;
  for (const sku of skus ?? [])
    if (!books.products.some((product) => product.sku === sku)) throw new No('no-such-product', { sku });
  const number = nextNumber(moment, 'K', today);
  const stocktake = {
    id: books.stocktakes.length + 1,
    number,
    day: today,
    place,
    skus,
    blind,
    note: note || undefined,
    at: now,
  };
  books.stocktakes.push(stocktake);
  return viewStocktake(moment, stocktake);
}

/** A count that still goes on. */
function mustGoOn({ books }: Moment, number: string): Stocktake {
  const found = books.stocktakes.find((stocktake) => stocktake.number === number);
  if (!found) throw new No('no-such-stocktake', { number });
  if (books.countEnds.some(({ stocktakeId }) => stocktakeId === found.id)) throw new No('stocktake-ended', { number });
  return found;
}

/** Each thing counted stands with what the book says at that moment. */
export function count(moment: Moment, { number, lines }: Input<'stocktakes.count'>): object {
  const { books, now: at } = moment;
  const stocktake = mustGoOn(moment, number);
  const { id: stocktakeId, place, skus, blind } = stocktake;
  const counted = lines.map(({ sku, quantity, mode = 'add' }, index) => {
    const product = books.products.find((own) => own.sku === sku);
    if (!product) throw new No('no-such-product', { sku });
    if (skus && !skus.includes(sku)) throw new No('not-in-scope', { line: index + 1, sku });
    const before = countedMilli(rowsOf(moment, stocktake, sku)) ?? 0;
    const milli = milliOf(quantity);
    const after = mode === 'set' ? milli : before + milli;
    if (after < 0) throw new No('count-below-zero', { line: index + 1, sku, counted: before / 1000 });
    const bookMilli = balanceOf(books, sku, place).milli;
    books.counted.push({ stocktakeId, sku, mode, milli, bookMilli, at, event: books.events.length });
    return { sku, name: product.name, counted: after / 1000, ...(!blind && { book: bookMilli / 1000 }) };
  });
  return { lines: counted };
}

type Booking = Input<'stocktakes.book'>;

/** Ends a count, and books every difference at once. */
export function bookStocktake(moment: Moment, asked: Booking): object {
  const stocktake = mustGoOn(moment, asked.number);
  const counted = allCounted(moment, stocktake);
  const gone = notCounted(moment, stocktake, counted).filter(({ bookMilli }) => bookMilli > 0);
  const items =
    asked.uncounted === 'none-there'
      ? [...counted, ...gone.map((item) => ({ ...item, countedMilli: 0, at: undefined }))]
      : counted;
  if (items.length === 0) throw new No('stocktake-not-counted', { number: asked.number });
  const different = items.filter((item) => item.countedMilli !== item.bookMilli);
  end(moment, stocktake, {
    outcome: 'booked',
    counted: items.length,
    equal: items.length - different.length,
    note: asked.note || undefined,
  });
  const worths = different.map((item) => bookOne(moment, stocktake, { item, asked }));
  const missing = sum(worths, (cents) => Math.max(-cents, 0));
  const found = sum(worths, (cents) => Math.max(cents, 0));
  post(moment, {
    kind: 'stock-count',
    document: stocktake.number,
    day: moment.today,
    lines: [
      debit('loss-on-goods', missing),
      credit('goods', missing),
      debit('goods', found),
      credit('loss-on-goods', found),
    ],
  });
  return viewStocktake(moment, stocktake);
}

export function cancelStocktake(moment: Moment, { number, why }: Input<'stocktakes.cancel'>): object {
  const stocktake = mustGoOn(moment, number);
  const counted = allCounted(moment, stocktake);
  const equal = counted.filter((item) => item.countedMilli === item.bookMilli).length;
  end(moment, stocktake, { outcome: 'cancelled', counted: counted.length, equal, note: why });
  return viewStocktake(moment, stocktake);
}

type Ending = {
  readonly outcome: 'booked' | 'cancelled';
  readonly counted: number;
  readonly equal: number;
  readonly note: string | undefined;
};

function end({ books, now, today }: Moment, { id }: Stocktake, ending: Ending): void {
  books.countEnds.push({ stocktakeId: id, ...ending, day: today, at: now, event: books.events.length });
}

const forMissing = ['lost', 'broken', 'stolen', 'own-use', 'expired'];

/** Its own reason, else the one for all where it can be; what was found needs none. */
function reasonOf(sku: string, isMissing: boolean, { reasons, reason }: Booking): string {
  const own = reasons?.findLast((line) => line.sku === sku)?.reason;
  const fits = reason !== undefined && (isMissing ? reason !== 'found' : !forMissing.includes(reason));
  const said = own ?? (fits ? reason : undefined) ?? (isMissing ? undefined : 'found');
  if (said === undefined) throw new No('reason-needed', { sku });
  return said;
}

/** What the difference is worth: below zero where goods are missing. */
function bookOne(moment: Moment, stocktake: Stocktake, { item, asked }: { item: Counted; asked: Booking }): number {
  const { books, today: day } = moment;
  const { id: stocktakeId, place, number: document } = stocktake;
  const { sku, countedMilli: counted, bookMilli } = item;
  const isMissing = counted < bookMilli;
  const reason = reasonOf(sku, isMissing, asked);
  if (place === 'returns' || place === 'repair') throw new No('goods-of-cases', { sku, place });
  const milli = Math.abs(counted - bookMilli);
  const have = balanceOf(books, sku, place);
  if (isMissing && have.milli < milli)
    throw new No('not-enough-stock', { sku, have: have.milli / 1000, asked: milli / 1000 });
  const { cents, unknownMilli } = isMissing ? leaving(have, milli) : foundAt(moment, sku, milli);
  const way = isMissing
    ? ({ from: place, to: 'difference', fromCents: cents, toCents: 0 } as const)
    : ({ from: 'difference', to: place, fromCents: 0, toCents: cents } as const);
  move(moment, { day, sku, milli, unknownMilli, document, ...way });
  const note = asked.reasons?.findLast((line) => line.sku === sku)?.note || undefined;
  const event = books.events.length;
  books.differences.push({
    stocktakeId,
    sku,
    countedMilli: counted,
    bookMilli,
    unknownMilli,
    cents,
    reason,
    note,
    event,
  });
  return isMissing ? -cents : cents;
}

import type { DifferenceReason, Stocktake } from '../../contract/api/stocktakes.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Place } from '../../contract/values/words.ts';
import type { BookedDifferenceRow, StocktakeItemRow, StocktakeRow } from '../../db/queries/stocktakes.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { Refused } from '../refused.ts';
import { compareTexts } from '../text-order.ts';
import { differenceOf } from './difference.ts';
import { type CountedItem, countedOf, findStocktake, uncountedOf } from './items.ts';
import { parseScope } from './scope.ts';
import { valueOfDifference } from './value.ts';

type Line = Stocktake['lines'][number];
type Listed = Omit<Stocktake, 'lines' | 'itemsInScope'>;

export const getStocktake: ReadHandler<'stocktakes.get'> = (context, { number }) => {
  const found = findStocktake(context, number);
  return found instanceof Refused ? found : viewWhole(context, found);
};

export const listStocktakes: ReadHandler<'stocktakes.list'> = (context, { limit = 50 }) => ({
  items: context.store.stocktakes.list(limit).map((row) => viewHead(context, row, undefined)),
});

/** A count that was found before. */
export function viewStocktake(context: ReadContext, number: string): Stocktake {
  const found = findStocktake(context, number);
  if (found instanceof Refused) throw new Error(`no stock count ${number}`);
  return viewWhole(context, found);
}

/** Those who count blind must not see it in the order of lines either. */
function viewWhole(context: ReadContext, row: StocktakeRow): Stocktake {
  const counted = countedOf(context, row);
  const booked = row.open === 1 ? [] : context.store.stocktakes.differences(row.id);
  const known = new Set(counted.map(({ productId }) => productId));
  const others =
    row.open === 1 ? uncountedOf(context, row, counted) : booked.filter(({ productId }) => !known.has(productId));
  const differences = new Map(booked.map((difference) => [difference.productId, difference]));
  const isHidden = hides(row);
  const rank = isHidden ? rankBlind : rankOpen;
  const lines = [...counted, ...others]
    .map((item) => viewLine({ ...item, ...differences.get(item.productId), countedAt: item.countedAt }, isHidden))
    .sort((one, other) => rank(one) - rank(other) || byPlace(one, other));
  return { ...viewHead(context, row, counted), itemsInScope: lines.length, lines };
}

/** `counted` is left out where nobody has looked it up. */
function viewHead(context: ReadContext, row: StocktakeRow, counted: readonly CountedItem[] | undefined): Listed {
  const figures =
    row.open === 1 ? figuresOfOpen(context, row, counted ?? countedOf(context, row)) : figuresOfEnded(context, row);
  return {
    number: row.number,
    day: row.day,
    place: row.place as Place,
    scope: parseScope(row.scope),
    blind: row.blind === 1,
    ...(row.note !== null && { note: row.note }),
    state: row.outcome ?? 'open',
    person: row.person,
    startedAt: row.at,
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
    ...figures,
  };
}

type Figures = Pick<Stocktake, 'itemsCounted' | 'itemsEqual' | 'differenceCents'>;

function figuresOfEnded({ store }: ReadContext, { id, itemsCounted, itemsEqual }: StocktakeRow): Figures {
  return {
    itemsCounted: itemsCounted ?? 0,
    itemsEqual: itemsEqual ?? 0,
    differenceCents: store.stocktakes.differenceCents(id),
  };
}

/** At what the differences would be booked for now. */
function figuresOfOpen(context: ReadContext, row: StocktakeRow, counted: readonly CountedItem[]): Figures {
  if (hides(row)) return { itemsCounted: counted.length };
  const different = counted.filter((item) => differenceOf(item) !== 0);
  const differenceCents = different.reduce((sum, item) => {
    const differenceMilli = differenceOf(item);
    const worth = valueOfDifference(context, { productId: item.productId, place: row.place, differenceMilli });
    return sum + Math.sign(differenceMilli) * (worth?.valueCents ?? 0);
  }, 0);
  return { itemsCounted: counted.length, itemsEqual: counted.length - different.length, differenceCents };
}

function hides({ blind, open }: StocktakeRow): boolean {
  return blind === 1 && open === 1;
}

type LineRow = StocktakeItemRow & Partial<Pick<BookedDifferenceRow, 'reason' | 'note'>>;

function viewLine(row: LineRow, isHidden: boolean): Line {
  const { sku, name, spec, unit, location, countedMilli, countedAt, bookMilli, reason, note } = row;
  return {
    sku,
    name,
    ...(spec !== null && { spec }),
    ...(unit !== null && { unit }),
    ...(location !== null && { location }),
    ...(countedMilli !== null && { counted: fromMilli(countedMilli) }),
    ...(countedAt !== null && { countedAt }),
    ...(!isHidden && { book: fromMilli(bookMilli) }),
    ...(!isHidden && countedMilli !== null && { difference: fromMilli(countedMilli - bookMilli) }),
    ...(reason !== undefined && { reason: reason as DifferenceReason }),
    ...(note !== undefined && note !== null && { note }),
  };
}

/** What differs, then what nobody has counted yet, then what is right. */
function rankOpen({ difference }: Line): number {
  if (difference === undefined) return 1;
  return difference === 0 ? 2 : 0;
}

function rankBlind({ counted }: Line): number {
  return counted === undefined ? 0 : 1;
}

/** As somebody walks past the shelves. */
function byPlace(one: Line, other: Line): number {
  return compareTexts(one.location ?? '', other.location ?? '') || compareTexts(one.sku, other.sku);
}

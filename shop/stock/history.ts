import type { Output } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { physicalPlaces } from '../../contract/values/words.ts';
import type { CodeOwner, MovedGoods, ToldGoods } from '../../db/queries/stock-history.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { compareTexts } from '../text-order.ts';

type Item = Output<'stock.history'>['items'][number];
type What = Item['what'];

const usualLimit = 200;

/** Everything known of a code, newest first. What left the shop is below zero. */
export const stockHistory: ReadHandler<'stock.history'> = (context, { code, limit = usualLimit }) => {
  const owners = context.store.stockHistory.owners(code);
  if (owners.length === 0) return refuse('no-such-product', { sku: code });
  const items = owners.flatMap((owner) => historyOf(context, { owner, code, limit }));
  return {
    of: owners.map(({ sku, name, by }) => ({ sku, name, by })),
    items: items.sort(newestFirst).slice(0, limit),
  };
};

type Asked = { readonly owner: CodeOwner; readonly code: string; readonly limit: number };

function historyOf({ store: { stockHistory: reads } }: ReadContext, { owner, code, limit }: Asked): Item[] {
  const { productId, sku, by } = owner;
  if (by === 'serial' || by === 'batch')
    return reads.units({ productId, code }).map((row) => ({ ...toldItem(sku, row), [by]: code }));
  const asked = { productId, limit };
  return [
    ...reads.moves(asked).map((row) => movedItem(sku, row)),
    ...reads.told(asked).map((row) => toldItem(sku, { ...row, quantityMilli: signed(row) })),
  ];
}

/** What was sold elsewhere left; what files say of other changes of stock has a sign of its own. */
function signed({ what, quantityMilli }: ToldGoods): number {
  return what === 'sold' || what === 'sold-elsewhere' ? -quantityMilli : quantityMilli;
}

function toldItem(sku: string, { valueCents, detail, quantityMilli, what, ...row }: ToldGoods): Item {
  return {
    ...row,
    what: what as What,
    sku,
    quantity: fromMilli(quantityMilli),
    ...(valueCents !== null && { valueCents }),
    ...(detail !== null && { detail }),
  };
}

function movedItem(sku: string, move: MovedGoods): Item {
  const { at, day, document, quantityMilli, fromPlace, toPlace, fromValueCents, toValueCents, detail } = move;
  const leaves = isHere(fromPlace) && !isHere(toPlace);
  return {
    at,
    day,
    what: whatOf(move),
    document,
    sku,
    quantity: fromMilli(leaves ? -quantityMilli : quantityMilli),
    valueCents: leaves ? fromValueCents : toValueCents,
    ...(detail !== null && { detail }),
  };
}

function isHere(place: string): boolean {
  return physicalPlaces.some((physical) => physical === place);
}

/** What a move of goods was, by where they came from and went. */
function whatOf({ fromPlace, toPlace, document }: MovedGoods): What {
  if (fromPlace === toPlace) return 'revalued';
  if (fromPlace === 'difference' || toPlace === 'difference') return 'counted';
  if (fromPlace === 'supplier') return document.startsWith('O-') ? 'opening' : 'received';
  if (toPlace === 'supplier') return fromPlace === 'supplier-shelf' ? 'sent-to-supplier' : 'voided';
  if (toPlace === 'returns') return 'returned';
  if (fromPlace === 'returns' || fromPlace === 'regraded') return 'graded';
  if (fromPlace === 'repair') return 'repaired';
  return fromPlace === 'shelf' && toPlace === 'customer' ? 'sold' : 'moved';
}

function newestFirst(one: Item, other: Item): number {
  return compareTexts(other.at, one.at);
}

import type { ExpiringBatch, LevelSupplier, SoldOfProduct, StockLevelReads } from '../../db/queries/stock-levels.ts';
import { type Standing, shareBack } from './level-rules.ts';

export type StockFigures = {
  of(productId: number): Standing;
  /** Units of known cost in all places of the shop, and what they are worth. */
  worth(productId: number): { readonly knownMilli: number; readonly valueCents: number };
  isKept(productId: number): boolean;
  isSold(productId: number): boolean;
  isOnShelf(productId: number): boolean;
  supplier(supplierId: number): LevelSupplier | undefined;
  /** The one that ends last comes first. */
  batches(productId: number): readonly ExpiringBatch[];
  readonly shopShare: number;
};

/** Everything that is known of all items at once: one pass over each table, whatever is asked of which item. */
export function stockFigures(
  stockLevels: StockLevelReads,
  period: { readonly from: string; readonly to: string },
  throwIfCancelled: () => void,
): StockFigures {
  const sold = byProduct(stockLevels.sold(period));
  throwIfCancelled();
  const elsewhere = byProduct(stockLevels.returnedElsewhere(period));
  const moves = stockLevels.moved(period);
  throwIfCancelled();
  const moved = new Map(moves.map((row) => [row.productId, row]));
  const standing = standingOf(stockLevels);
  const kept = stockLevels.kept();
  const suppliers = new Map(stockLevels.suppliers().map((supplier) => [supplier.id, supplier]));
  const batches = Map.groupBy(stockLevels.batches(), ({ productId }) => productId);
  const sum = (pick: (row: (typeof moves)[number]) => number): number => moves.reduce((all, row) => all + pick(row), 0);
  return {
    of: (id) => {
      const { backMilli = 0, decidedMilli = 0, arrivedMilli = 0 } = moved.get(id) ?? {};
      const { shelfMilli, waitingMilli } = standing.get(id) ?? nothing;
      const soldMilli = sold.get(id) ?? 0;
      const elsewhereMilli = elsewhere.get(id) ?? 0;
      return { shelfMilli, waitingMilli, soldMilli, elsewhereMilli, backMilli, decidedMilli, arrivedMilli };
    },
    worth: (id) => standing.get(id) ?? nothing,
    isKept: (id) => kept.has(id),
    isSold: (id) => sold.has(id),
    isOnShelf: (id) => (standing.get(id)?.shelfMilli ?? 0) > 0,
    supplier: (id) => suppliers.get(id),
    batches: (id) => batches.get(id) ?? [],
    shopShare: shareBack({ backMilli: sum((row) => row.backMilli), decidedMilli: sum((row) => row.decidedMilli) }),
  };
}

type AtPlaces = { shelfMilli: number; waitingMilli: number; knownMilli: number; valueCents: number };
const nothing: Readonly<AtPlaces> = { shelfMilli: 0, waitingMilli: 0, knownMilli: 0, valueCents: 0 };

function standingOf(stockLevels: StockLevelReads): Map<number, AtPlaces> {
  const found = new Map<number, AtPlaces>();
  for (const { productId, place, quantityMilli, valueCents, unknownMilli } of stockLevels.balances()) {
    const at = found.get(productId) ?? { ...nothing };
    found.set(productId, at);
    if (place === 'shelf') at.shelfMilli += quantityMilli;
    if (place === 'returns' || place === 'repair') at.waitingMilli += quantityMilli;
    at.knownMilli += quantityMilli - unknownMilli;
    at.valueCents += valueCents;
  }
  return found;
}

function byProduct(rows: readonly SoldOfProduct[]): Map<number, number> {
  return new Map(rows.map(({ productId, milli }) => [productId, milli]));
}

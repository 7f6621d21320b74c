import type { Output } from '../../../contract/api.ts';
import { type Place, physicalPlaces } from '../../../contract/values/words.ts';

export type Balance = Output<'stock.balances'>['items'][number];

/** Places of the shop, and what was scrapped out of it. Customers, suppliers and differences are the other side of the book. */
export const shownPlaces = [...physicalPlaces, 'scrapped'] as const satisfies readonly Place[];
export type PlaceFilter = 'all' | (typeof shownPlaces)[number];
export const placeFilters: readonly PlaceFilter[] = ['all', ...shownPlaces];

export const balanceKey = ({ sku, place }: Pick<Balance, 'sku' | 'place'>): string => `${place}/${sku}`;

const isInShop = (place: Place): boolean => physicalPlaces.some((physical) => physical === place);

/** What the stock list shows: filters over the balances, and the row in hand. It outlives the screen. */
export class StockList {
  place = $state<PlaceFilter>('all');
  text = $state('');
  unknownOnly = $state(false);
  selected = $state<string>();

  narrowed = $derived(this.place !== 'all' || this.text.trim() !== '' || this.unknownOnly);

  shown(balances: readonly Balance[]): readonly Balance[] {
    const wanted = this.text.trim().toLowerCase();
    return balances.filter(
      ({ sku, name, place, unknownQuantity }) =>
        (this.place === 'all' ? isInShop(place) : place === this.place) &&
        (!this.unknownOnly || unknownQuantity > 0) &&
        (wanted === '' || sku.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted)),
    );
  }

  /** Shows one item alone: from the find box, or under the scanner. */
  look(sku: string): void {
    this.clear();
    this.text = sku;
  }

  clear(): void {
    this.place = 'all';
    this.text = '';
    this.unknownOnly = false;
  }
}

export function totalCents(balances: readonly Balance[]): number {
  return balances.reduce((sum, { valueCents }) => sum + valueCents, 0);
}

/** Codes of the items in the shop whose cost nobody knows. */
export function unknownSkus(balances: readonly Balance[]): ReadonlySet<string> {
  return new Set(balances.filter(({ unknownQuantity }) => unknownQuantity > 0).map(({ sku }) => sku));
}

/** Units of one item at unknown cost, over all places. */
export function unknownUnits(balances: readonly Balance[], sku: string): number {
  const milli = balances
    .filter((balance) => balance.sku === sku)
    .reduce((sum, { unknownQuantity }) => sum + Math.round(unknownQuantity * 1000), 0);
  return milli / 1000;
}

export const stockList = new StockList();

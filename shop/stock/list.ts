import { fromMilli } from '../../contract/values/quantity.ts';
import { type Place, physicalPlaces } from '../../contract/values/words.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ReadHandler } from '../context.ts';

const [firstDay, lastDay] = ['0000-01-01', '9999-12-31'];
const mostMoves = 10_000;

/** What is where. Only a physical place has units whose cost can be unknown. */
export const stockBalances: ReadHandler<'stock.balances'> = (context, { sku, place }) => {
  const { store } = context;
  const product = sku === undefined ? undefined : productOfCode(context, sku);
  if (sku !== undefined && !product) return { items: [] };
  const rows = store.lists.balances({ productId: product?.id ?? null, place: place ?? null });
  const items = rows.map((row) => ({
    sku: row.sku,
    name: row.name,
    place: row.place as Place,
    quantity: fromMilli(row.quantityMilli),
    valueCents: row.valueCents,
    unknownQuantity: physicalPlaces.some((physical) => physical === row.place) ? fromMilli(row.unknownMilli) : 0,
  }));
  return { items };
};

/** The moves of goods, oldest first; without a limit as many as may be asked for at all. */
export const stockMoves: ReadHandler<'stock.moves'> = (
  context,
  { sku, from = firstDay, to = lastDay, limit = mostMoves },
) => {
  const { store } = context;
  const product = sku === undefined ? undefined : productOfCode(context, sku);
  if (sku !== undefined && !product) return { items: [] };
  const asked = { from, to, limit };
  const rows = product ? store.lists.movesOfProduct(product.id, asked) : store.lists.moves(asked);
  const items = rows.map(({ fromPlace, toPlace, quantityMilli, ...row }) => ({
    ...row,
    from: fromPlace as Place,
    to: toPlace as Place,
    quantity: fromMilli(quantityMilli),
  }));
  return { items };
};

import type { StocktakeScope } from '../../contract/api/stocktakes.ts';
import type { ParsedInput } from '../../contract/api.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import type { StocktakeRow } from '../../db/queries/stocktakes.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { findStocktake, refuseEnded } from './items.ts';
import { belongsTo, parseScope } from './scope.ts';

type AskedLine = ParsedInput<'stocktakes.count'>['lines'][number];

/** Notes what was counted, line by line: each with what the book says at this moment. */
export const countStocktake: ActionHandler<'stocktakes.count'> = (context, { number, lines }) => {
  const stocktake = findStocktake(context, number);
  if (stocktake instanceof Refused) return stocktake;
  const ended = refuseEnded(stocktake);
  if (ended) return ended;
  const counted = [];
  const scope = parseScope(stocktake.scope);
  for (const [index, line] of lines.entries()) {
    const done = countLine(context, stocktake, { line, lineNumber: index + 1, scope });
    if (done instanceof Refused) return done;
    counted.push(done);
  }
  return { lines: counted };
};

type Counting = { readonly line: AskedLine; readonly lineNumber: number; readonly scope: StocktakeScope };

function countLine(context: ActionContext, { id, place, blind }: StocktakeRow, { line, lineNumber, scope }: Counting) {
  const { store, now, person } = context;
  const { quantity, mode } = line;
  const product = productOfCode(context, line.sku);
  if (!product) return refuse('no-such-product', { sku: line.sku });
  const { sku } = product;
  if (!belongsTo(scope, product)) return refuse('not-in-scope', { line: lineNumber, sku });
  const quantityMilli = toMilli(quantity);
  const beforeMilli = store.stocktakes.countedMilli(id, product.id);
  const countedMilli = mode === 'set' ? quantityMilli : beforeMilli + quantityMilli;
  if (countedMilli < 0) return refuse('count-below-zero', { line: lineNumber, sku, counted: fromMilli(beforeMilli) });
  const bookMilli = store.ledgers.balance(product.id, place).quantityMilli;
  const row = { stocktakeId: id, productId: product.id, mode, quantityMilli, bookMilli, at: now, person };
  store.facts.add('stocktakeCounts', row);
  const seen = { sku, name: product.name, counted: fromMilli(countedMilli) };
  return blind === 1 ? seen : { ...seen, book: fromMilli(bookMilli) };
}

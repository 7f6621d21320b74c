import type { Output } from '../../../contract/api.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { ReadHandler } from '../../context.ts';
import { suggestionsFor } from './suggest.ts';

type Why = Output<'imports.unmatched'>['items'][number]['why'];

/** Lines of returns from files that found no sale: those read last come first. */
export const listUnmatched: ReadHandler<'imports.unmatched'> = ({ store }, { text = '', limit = 50 }) => {
  const wanted = text.trim().toLowerCase();
  return {
    total: store.unmatched.count(wanted),
    items: store.unmatched.list(wanted, limit).map((row) => ({
      returnLineId: row.returnLineId,
      returnId: row.returnId,
      number: row.number,
      day: row.day,
      ...(row.customer !== null && { customer: row.customer }),
      sku: row.sku,
      name: row.name,
      quantity: fromMilli(row.milli),
      amountCents: row.amountCents,
      why: row.unlinked as Why,
      suggestions: suggestionsFor(store, row),
    })),
  };
};

import type { ReadHandler } from '../context.ts';
import { gramsQuery } from '../find/grams.ts';
import { refuse } from '../refused.ts';
import { viewReturn, viewRow } from './view.ts';

export const getReturn: ReadHandler<'returns.get'> = (context, input) => {
  const { returns } = context.store;
  const row = 'returnId' in input ? returns.byId(input.returnId) : returns.byNumber(input.number);
  if (!row) return refuse('no-such-return', { return: String('returnId' in input ? input.returnId : input.number) });
  return viewRow(context, row);
};

export const searchReturns: ReadHandler<'returns.search'> = (context, { text = '', stage, from, to, limit = 50 }) => {
  const wanted = text.trim();
  const ids = context.store.search.returns({
    text: wanted,
    query: gramsQuery(wanted),
    stage: stage ?? null,
    from: from ?? null,
    to: to ?? null,
    limit,
  });
  return { items: ids.map((id) => viewReturn(context, id)) };
};

import type { ReturnBrief } from '../../contract/api/return-reads.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { BriefRow } from '../../db/queries/related.ts';
import type { ReadHandler } from '../context.ts';
import { viewPhoto } from '../photos/view.ts';
import { refuse } from '../refused.ts';

/** What belongs to a return beside itself. */
export const relatedReturns: ReadHandler<'returns.related'> = ({ store }, { returnId }) => {
  const { related } = store;
  const row = store.returns.byId(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  const parent = row.parentId === null ? undefined : related.brief(row.parentId);
  return {
    photos: store.photos.ofReturn(returnId).map(viewPhoto),
    ...(parent && { parent: viewBrief(parent) }),
    children: related.children(returnId).map(viewBrief),
    visit: row.visit === null ? [] : related.visit(returnId, row.visit).map(viewBrief),
    ofCustomer: row.customerId === null ? [] : related.ofCustomer(returnId, row.customerId).map(viewBrief),
    ofSale: row.saleId === null ? [] : related.ofSale(returnId, row.saleId).map(viewBrief),
  };
};

function viewBrief({ quantityMilli, stage, ...row }: BriefRow): ReturnBrief {
  return { ...row, stage: stage as ReturnBrief['stage'], quantity: fromMilli(quantityMilli) };
}

import type { FileRow } from '../../../db/queries/files.ts';
import type { ActionContext, ActionHandler } from '../../context.ts';
import { Refused, refuse } from '../../refused.ts';
import { cancelReturn } from '../../returns/decide.ts';
import { voidGoodsReceipt } from '../../stock/receipts/void.ts';
import { viewImport } from '../history.ts';
import { takeBackTraces } from './traces.ts';

type CannotUndo = Refused<'import-in-use' | 'not-enough-stock' | 'receipt-mixed' | 'month-closed'>;

/**
 * Takes a whole file back in one action, while nothing refers to what it brought. Its sales, returns and stock adjustments are
 * withdrawn by SQL itself (db/migrations/0003_stock_book.sql): the facts stay, nobody sees or counts them, their numbers are free. Goods
 * that came are voided by documents of their own, returns that wait for their parcels are cancelled, and items, customers and suppliers
 * become what they were.
 */
export const undoImport: ActionHandler<'imports.undo'> = (context, { importId, why }) => {
  const { store, now, person } = context;
  const file = store.files.byId(importId);
  if (!file) return refuse('no-such-import', { import: importId });
  if (file.undoneAt !== null) return refuse('import-undone', { import: importId });
  const parts = store.undo.parts(file.eventSeq);
  const refused = refuseUsed(context, parts) ?? takeBackGoods(context, { file, parts, why: why || file.fileName });
  if (refused) return refused;
  store.facts.add('importUndos', { importId, why: why || null, at: now, person });
  const used = takeBackTraces(context, file);
  if (used.length > 0) return refuse('import-in-use', { by: used.slice(0, mostNamed) });
  return viewImport(store.files.byId(importId) ?? file);
};

/** So many of those that refer to it are named. */
const mostNamed = 5;

function refuseUsed({ store }: ActionContext, parts: string): Refused<'import-in-use'> | undefined {
  const by = [...store.undo.salesUsedBy(parts), ...store.undo.unknownTax(parts)];
  return by.length > 0 ? refuse('import-in-use', { by: by.slice(0, mostNamed) }) : undefined;
}

type Taking = { readonly file: FileRow; readonly parts: string; readonly why: string };

/** Returns that nobody has touched are cancelled, and goods leave the shelf at what they came in at. */
function takeBackGoods(context: ActionContext, { parts, why }: Taking): CannotUndo | undefined {
  const { undo } = context.store;
  for (const { id, number, stage } of undo.deskReturns(parts)) {
    if (stage === 'cancelled') continue;
    const cancelled = cancelReturn(context, { id: '', returnId: id, why });
    if (cancelled instanceof Refused) return refuse('import-in-use', { by: [number] });
  }
  for (const number of undo.receipts(parts)) {
    const voided = voidGoodsReceipt(context, number, why);
    if (voided instanceof Refused) return voided as CannotUndo;
  }
  return undefined;
}

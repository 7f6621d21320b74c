import type { ActionContext } from '../../context.ts';
import { supplierSnapshot } from '../undo/snapshots.ts';
import { leaveTrace } from './traces.ts';

/** The supplier of a name, made when there is none. */
export function supplierNamed(
  context: ActionContext,
  actionId: string,
  name: string,
): { readonly id: number; readonly isNew: boolean } {
  const { store } = context;
  const known = store.suppliers.idOfName(name);
  if (known !== undefined) return { id: known, isNew: false };
  const id = store.caches.suppliers.add({
    name,
    phone: null,
    email: null,
    claimDays: null,
    note: null,
    leadDays: null,
  });
  leaveTrace(context, actionId, { kind: 'supplier', rowId: id, before: undefined, after: supplierSnapshot(store, id) });
  return { id, isNew: true };
}

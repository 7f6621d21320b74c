import type { ProcedureName } from '../../contract/api.ts';
import { api } from '../../contract/api.ts';
import type { Need } from '../../contract/values/permissions.ts';
import type { ReadStore } from '../../db/store.ts';
import { type Refused, refuse } from '../refused.ts';
import { type Actor, type DeskSession, loneOwner } from './session.ts';

/** Who calls, when they may: what a procedure needs is looked up before anything of it is done. */
export function pass(
  session: DeskSession,
  store: Pick<ReadStore, 'staff'>,
  name: ProcedureName,
): Actor | Refused<'not-signed-in' | 'not-allowed'> {
  const need: Need = api[name].needs;
  const actor = session.actor(store);
  if (need === 'open') return actor ?? nobody;
  if (!actor) return refuse('not-signed-in', {});
  if (need === 'everyone' || actor.permissions.has(need)) return actor;
  // What somebody agrees to is an action: nobody lends a look at the books, or a copy of them.
  const isLent = api[name].kind.endsWith('action') && actor.approver?.permissions.has(need);
  return isLent ? actor : refuse('not-allowed', { needs: need });
}

/** A locked desk: what is open to it is asked for by nobody. */
const nobody: Actor = {
  ...loneOwner,
  person: 'nobody',
  role: '',
  manned: true,
  permissions: new Set(),
  saleLimitCents: 0,
  dayLimitCents: 0,
  confirmed: false,
};

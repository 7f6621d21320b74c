import type { Permission } from '../../contract/values/permissions.ts';
import type { ActionContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';

type Deciding = {
  readonly permission: Extract<Permission, 'approval' | 'voids'>;
  /** Who has had a hand in it: somebody else decides. */
  readonly involved: string | undefined;
  /** Whether one who is alone may decide now: nobody else of the shop may. */
  readonly whenAlone: boolean;
};

/**
 * Who decides: the person signed in or the one who agreed to it beside them, whoever may and had no hand in it before (PRACTICE §4). One who
 * is alone decides alone when the time has come. SQL holds against the same rule when the event is written.
 */
function deciderOf(
  { store, actor }: ActionContext,
  { permission, involved, whenAlone }: Deciding,
): string | Refused<'other-person-needed'> {
  if (!actor.manned) return actor.person;
  const able = [actor.approver, actor].filter((one) => one?.permissions.has(permission));
  const other = able.find((one) => one?.person !== involved);
  if (other) return other.person;
  const person = able[0]?.person;
  if (person !== undefined && whenAlone && !store.staff.hasOther({ permission, name: person })) return person;
  return refuse('other-person-needed', { person: involved ?? actor.person });
}

/** Who says yes to a return, or what is given for it: not the one who took it in, who may do so from the next day on when alone. */
export function approverOf(context: ActionContext, returnId: number): string | Refused<'other-person-needed'> {
  const opener = context.store.staff.opener(returnId);
  const isLater = opener?.day !== null && opener?.day !== undefined && opener.day < context.today;
  return deciderOf(context, { permission: 'approval', involved: opener?.person, whenAlone: isLater });
}

/** Who takes a payout back on its day: not the one who paid it, unless alone. */
export function voiderOf(context: ActionContext, payoutId: number): string | Refused<'other-person-needed'> {
  const involved = context.store.staff.payer(payoutId);
  return deciderOf(context, { permission: 'voids', involved, whenAlone: true });
}

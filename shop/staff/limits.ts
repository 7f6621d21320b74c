import type { ActionContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import type { Actor } from './session.ts';

export type PayingOut = { readonly saleId: number | null; readonly cents: number };

/**
 * What a person may give back for one sale and in one day, by the role or by that of who agreed to it beside them (PRACTICE §4: splitting
 * below a limit). A payout above the shop's own line asks for the PIN once more.
 */
export function refusePayout(
  context: ActionContext,
  { saleId, cents }: PayingOut,
): Refused<'over-limit' | 'pin-needed'> | undefined {
  const { store, actor, settings, today, person } = context;
  if (!actor.manned || cents <= 0) return undefined;
  const saleLimit = limitOf(actor, 'saleLimitCents');
  const forSale = cents + (saleId === null ? 0 : store.staff.paidForSale(saleId));
  if (saleLimit !== null && forSale > saleLimit)
    return refuse('over-limit', { per: 'sale', limitCents: saleLimit, wouldBeCents: forSale });
  const dayLimit = limitOf(actor, 'dayLimitCents');
  const onDay = cents + store.staff.paidBy({ person, day: today });
  if (dayLimit !== null && onDay > dayLimit)
    return refuse('over-limit', { per: 'day', limitCents: dayLimit, wouldBeCents: onDay });
  const line = settings.pinAboveCents;
  return line !== null && cents > line && !actor.confirmed ? refuse('pin-needed', {}) : undefined;
}

/** The wider of the two limits counts; one who may not pay lends none. */
function limitOf(actor: Actor, kind: 'saleLimitCents' | 'dayLimitCents'): number | null {
  const { approver } = actor;
  const own = actor[kind];
  if (own === null || !approver?.permissions.has('payouts')) return own;
  const lent = approver[kind];
  return lent === null ? null : Math.max(own, lent);
}

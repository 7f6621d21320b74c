import type { ActionHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { voiderOf } from '../staff/decider.ts';
import { standingPayout, takeBack } from './take-back.ts';

/** Voids a payout by a counter-document on the same day (DESIGN §6 rule 11). One of an earlier day is corrected instead. */
export const voidPayout: ActionHandler<'refunds.void'> = (context, { payoutNumber, why }) => {
  const payout = standingPayout(context, payoutNumber);
  if (payout instanceof Refused) return payout;
  if (payout.day !== context.today) return refuse('void-other-day', { payout: payoutNumber, day: payout.day });
  const person = voiderOf(context, payout.id);
  return person instanceof Refused ? person : takeBack(context, { payout, step: 'void', why, person });
};

import type { ActionHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { standingPayout, takeBack } from './take-back.ts';

/**
 * Takes back a payout of an earlier day that was wrong: its day may lie in a closed month, so the counter-document and its entry are of
 * today and name what they correct (DESIGN §6 rule 13). A return that was closed is open again, for its money is owed again.
 */
export const correctPayout: ActionHandler<'refunds.correct'> = (context, { payoutNumber, why }) => {
  const payout = standingPayout(context, payoutNumber);
  if (payout instanceof Refused) return payout;
  if (payout.day === context.today) return refuse('correct-same-day', { payout: payoutNumber });
  return takeBack(context, { payout, step: 'correct', why });
};

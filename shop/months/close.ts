import { monthOf } from '../../contract/values/days.ts';
import type { ActionHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { monthControls } from './controls.ts';
import { refuseClosedMonth } from './open-month.ts';
import { blockingProblems } from './problems.ts';

/**
 * Locks a month that is over. Money still owed and books that differ must be settled first; returns that are still on their
 * way go on in the next month, and a cost nobody knows may be set then.
 */
export const closeMonth: ActionHandler<'months.close'> = (context, { month }) => {
  const { store, now, today } = context;
  const closed = refuseClosedMonth(context, `${month}-01`);
  if (closed) return closed;
  if (month >= monthOf(today)) return refuse('month-not-over', { month });
  const { controls, ties } = monthControls(store, month);
  const problems = blockingProblems({ store, month, ties });
  if (problems.length > 0) return refuse('month-has-problems', { month, problems: problems.length });
  store.facts.add('monthClosings', { month, closedAt: now });
  return { month, closedAt: now, head: controls.head };
};

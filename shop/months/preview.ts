import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadHandler } from '../context.ts';
import { monthControls } from './controls.ts';
import { monthProblems } from './problems.ts';

/** The month's control totals, and what should be settled before it goes to the accountant. */
export const previewMonth: LongReadHandler<'months.preview'> = ({ connection, store, settings }, { month }) =>
  inSnapshot(connection, () => {
    const { controls, ties } = monthControls(store, month);
    const problems = monthProblems({ store, settings, month, ties });
    const closedAt = store.desk.monthClosedAt(month);
    const closed = closedAt === undefined ? { closed: false } : { closed: true, closedAt };
    return { month, ...closed, problems, controls, ties: [...ties] };
  });

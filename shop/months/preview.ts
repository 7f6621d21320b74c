import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadHandler } from '../context.ts';
import { monthControls } from './controls.ts';
import { monthProblems } from './problems.ts';

/** The month's control totals, and what should be settled before it goes to the accountant. */
export const previewMonth: LongReadHandler<'months.preview'> = ({ connection, store }, { month }) =>
  inSnapshot(connection, () => {
    const { controls, ties } = monthControls(store.months, month);
    const problems = monthProblems(store.months, month, ties);
    const closedAt = store.desk.monthClosedAt(month);
    return { month, closed: closedAt !== undefined, ...(closedAt !== undefined && { closedAt }), problems, controls };
  });

import { blockingMonthProblems, type MonthProblem } from '../../contract/api/months.ts';
import { daysOfMonth, type Month } from '../../contract/values/days.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { MonthReads } from '../../db/queries/months.ts';
import { differences, type Tie } from './controls.ts';

/** What should be settled before the month goes to the accountant, as things stand now. */
export function monthProblems(reads: MonthReads, month: Month, ties: readonly Tie[]): MonthProblem[] {
  const period = daysOfMonth(month);
  const [unsettled, unpaid, unknown] = [reads.unsettled(period), reads.unpaid(period), reads.unknownCost(period)];
  const problems: MonthProblem[] = differences(ties).map((tie) => ({ code: 'controls-differ', data: { ...tie } }));
  if (unpaid.count > 0) problems.push({ code: 'unpaid-credit', data: { ...unpaid } });
  if (unsettled.count > 0) problems.push({ code: 'unsettled-returns', data: { ...unsettled } });
  if (unknown.count > 0)
    problems.push({ code: 'unknown-cost', data: { count: unknown.count, quantity: fromMilli(unknown.milli) } });
  return problems;
}

/** What keeps the month from being closed; the others are only told. */
export function blockingProblems(problems: readonly MonthProblem[]): readonly MonthProblem[] {
  return problems.filter(({ code }) => blockingMonthProblems.includes(code));
}

import { blockingMonthProblems, type MonthProblem, monthProblemCodes } from '../../../contract/api/months.ts';
import { addDays, daysOfMonth, type Month, monthOf } from '../../../contract/values/days.ts';

/** One line of the checks: fine, or what is wrong and whether it keeps the month open. */
export type Check =
  | { readonly code: MonthProblem['code']; readonly problem?: undefined; readonly blocks: false }
  | { readonly code: MonthProblem['code']; readonly problem: MonthProblem; readonly blocks: boolean };

/** Every check in the same order each time, each with the problems found. */
export function checksOf(problems: readonly MonthProblem[]): Check[] {
  return monthProblemCodes.flatMap((code): Check[] => {
    const found = problems.filter((problem) => problem.code === code);
    if (found.length === 0) return [{ code, blocks: false }];
    return found.map((problem) => ({ code, problem, blocks: blockingMonthProblems.includes(code) }));
  });
}

/** The first day on which a month can be closed. */
export function closableFrom(month: Month): string {
  return addDays(daysOfMonth(month).to, 1);
}

export type CannotClose =
  | { readonly why: 'closed' }
  | { readonly why: 'not-over'; readonly from: string }
  | { readonly why: 'problems'; readonly count: number };

/** Why a month cannot be closed now; nothing when it can. */
export function cannotClose(
  { month, closed, problems }: { month: Month; closed: boolean; problems: readonly MonthProblem[] },
  today: string,
): CannotClose | undefined {
  if (closed) return { why: 'closed' };
  if (month >= monthOf(today)) return { why: 'not-over', from: closableFrom(month) };
  const count = checksOf(problems).filter(({ blocks }) => blocks).length;
  return count > 0 ? { why: 'problems', count } : undefined;
}

import type { PolicyRules, PolicyWindow } from '../../contract/api/policy-rules.ts';
import type { RuleResult } from '../../contract/api/return-shape.ts';
import { addDays, type Day, daysBetween } from '../../contract/values/days.ts';
import type { Judged, JudgedLine } from './case.ts';
import { isOfCategories, saleKindOf } from './fits.ts';

type Sale = NonNullable<Judged['sale']>;

/**
 * For how long goods are taken back, line by line. Lines that come to the same say it once. A fault that is too late for its window is
 * taken back all the same after so many repairs that failed.
 */
export function windowRules(rules: PolicyRules, judged: Judged): RuleResult[] {
  const { sale } = judged;
  if (!sale) return [{ rule: 'window', outcome: 'review', data: { known: false } }];
  const results = judged.lines.flatMap((line) => windowOfLine(rules, { judged, sale, line }));
  const seen = new Set<string>();
  return results.filter((result) => {
    const key = JSON.stringify(result);
    return !seen.has(key) && seen.add(key);
  });
}

type OneLine = { readonly judged: Judged; readonly sale: Sale; readonly line: JudgedLine };

function windowOfLine(rules: PolicyRules, one: OneLine): RuleResult[] {
  const fault = one.judged.isFault(one.line.reason);
  const fitting = (kind: PolicyWindow['kind']): PolicyWindow | undefined =>
    rules.windows.find((window) => window.kind === kind && fits(rules, window, one));
  // A fault may come back for any reason, too.
  const windows = [fault ? fitting('fault') : undefined, fitting('any-reason')].filter((found) => found !== undefined);
  const [first] = windows;
  if (!first) return [{ rule: 'window', outcome: rules.unpromised, data: { known: true, promised: false, fault } }];
  const inTime = windows.map((window) => measured(window, one, fault)).find(({ outcome }) => outcome === 'accept');
  if (inTime) return [inTime];
  const late = measured(first, one, fault);
  return fault && rules.warranty ? afterRepairs(rules.warranty, { ...one, window: first, late }) : [late];
}

function fits(rules: PolicyRules, window: PolicyWindow, { judged, sale, line }: OneLine): boolean {
  const { channels, wants, categories } = window;
  if (channels.length > 0 && !channels.includes(saleKindOf(rules, sale.channel))) return false;
  if (wants.length > 0 && !wants.includes(judged.want)) return false;
  return isOfCategories(judged, line, categories);
}

/** How far a day is within a window. Where the day of signing is not known, nobody is turned down for being late. */
function measured(window: PolicyWindow, { judged, sale }: OneLine, fault: boolean, pausedDays = 0): RuleResult {
  const fromSigning = window.from === 'signing';
  const start: Day = (fromSigning ? sale.signedOn : null) ?? sale.day;
  const first = window.startsDayAfter ? 0 : 1;
  const days = Math.max(0, daysBetween({ from: start, to: judged.day }) + first);
  const isLate = days > window.days + pausedDays;
  const unsigned = fromSigning && sale.signedOn === null;
  return {
    rule: 'window',
    outcome: isLate ? (unsigned ? 'review' : window.beyond) : 'accept',
    data: {
      known: true,
      days,
      windowDays: window.days,
      lastDay: addDays(start, window.days + pausedDays - first),
      fault,
      ...(fromSigning && (unsigned ? { signed: false } : { start: 'signing' })),
      ...(pausedDays > 0 && { pausedDays }),
    },
  };
}

type Late = OneLine & { readonly window: PolicyWindow; readonly late: RuleResult };

/** Days at the bench do not count where the policy says so; what could not be mended so many times is taken back (三包). */
function afterRepairs(warranty: NonNullable<PolicyRules['warranty']>, { window, late, ...one }: Late): RuleResult[] {
  const { judged, sale, line } = one;
  const { failed, days } = line.sold ? judged.looking.repairs(line.sold.id) : { failed: 0, days: 0 };
  const paused = warranty.pauses ? days : 0;
  const again = paused > 0 ? measured(window, one, true, paused) : late;
  if (again.outcome === 'accept' || failed === 0) return [again];
  const excused =
    failed >= warranty.repairsBefore && daysBetween({ from: sale.day, to: judged.day }) <= warranty.days + paused;
  return [
    excused ? { ...again, outcome: 'accept', data: { ...again.data, excused: 'repairs' } } : again,
    {
      rule: 'repairs',
      outcome: 'accept',
      data: { failed, needed: warranty.repairsBefore, warrantyDays: warranty.days },
    },
  ];
}

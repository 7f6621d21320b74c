import type { RuleResult, Verdict } from '../../contract/api/return-shape.ts';
import type { Settings } from '../../contract/api/settings.ts';
import { addDays, type Day, daysBetween } from '../../contract/values/days.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { VerdictOutcome } from '../../contract/values/words.ts';

/** Reasons that are the shop's or the maker's fault: the longer window applies (PRACTICE §2, quality). */
const faultReasons: readonly string[] = [
  'quality',
  'not-as-described',
  'wrong-item',
  'damaged-in-transit',
  'missing-parts',
  'arrived-late',
  'recall',
];

export type JudgedLine = {
  readonly reason: string;
  readonly askedMilli: number;
  /** The sale line, when there is one. */
  readonly sold?: { readonly quantityMilli: number; readonly returnedMilli: number };
};

export type Judged = { readonly day: Day; readonly soldOn?: Day; readonly lines: readonly JudgedLine[] };

function isFault(settings: Settings, reason: string): boolean {
  return faultReasons.includes(reason) || settings.reasons.some((own) => own.code === reason && own.fault);
}

/**
 * The policy: days since the sale, sold here, units left, reason known. The strictest rule decides. Past the window a change of
 * mind is turned down, a fault is looked at by a person.
 */
export function judge(settings: Settings, judged: Judged): Verdict {
  const rules = [windowRule(settings, judged), soldHereRule(judged), unitsLeftRule(judged), reasonRule(judged)];
  return { outcome: strictest(rules.map((rule) => rule.outcome)), rules };
}

function strictest(outcomes: readonly VerdictOutcome[]): VerdictOutcome {
  if (outcomes.includes('reject')) return 'reject';
  return outcomes.includes('review') ? 'review' : 'accept';
}

function windowRule(settings: Settings, { day, soldOn, lines }: Judged): RuleResult {
  if (!soldOn) return { rule: 'window', outcome: 'review', data: { known: false } };
  const fault = lines.every((line) => isFault(settings, line.reason));
  const windowDays = fault ? settings.faultWindowDays : settings.returnWindowDays;
  const days = daysBetween({ from: soldOn, to: day });
  const inTime = days <= windowDays;
  const outcome = inTime ? 'accept' : fault ? 'review' : 'reject';
  return {
    rule: 'window',
    outcome,
    data: { known: true, days, windowDays, lastDay: addDays(soldOn, windowDays), fault },
  };
}

function soldHereRule({ lines }: Judged): RuleResult {
  const unsold = lines.filter((line) => !line.sold).length;
  return { rule: 'sold-here', outcome: unsold === 0 ? 'accept' : 'review', data: { lines: lines.length, unsold } };
}

/** Passing what was sold is refused outright (`over-sold-quantity`); the rule shows what it saw. */
function unitsLeftRule({ lines }: Judged): RuleResult {
  const sum = (pick: (line: JudgedLine) => number): number =>
    fromMilli(lines.reduce((all, line) => all + pick(line), 0));
  const data = {
    sold: sum((line) => line.sold?.quantityMilli ?? 0),
    returned: sum((line) => line.sold?.returnedMilli ?? 0),
    asked: sum((line) => line.askedMilli),
  };
  return { rule: 'units-left', outcome: 'accept', data };
}

function reasonRule({ lines }: Judged): RuleResult {
  const other = lines.filter((line) => line.reason === 'other').length;
  return { rule: 'reason-known', outcome: other === 0 ? 'accept' : 'review', data: { other } };
}

import type { VerdictOutcome } from '../../../../contract/values/words.ts';
import type { ReturnLine, Rule, Verdict } from './books.ts';
import { daysFrom, plusDays, sum } from './figures.ts';
import type { Moment } from './moment.ts';
import { returnedMilli } from './sums.ts';

const faults = [
  'quality',
  'not-as-described',
  'wrong-item',
  'damaged-in-transit',
  'missing-parts',
  'arrived-late',
  'recall',
];
const others = ['changed-mind', 'does-not-fit', 'ordered-twice', 'other'];
export const usualReasons = [...faults, ...others];

type Judged = {
  readonly day: string;
  readonly soldOn: string | undefined;
  readonly lines: readonly Omit<ReturnLine, 'id'>[];
};

/** Days since the sale, sold here, units left, reason known; the strictest rule decides. */
export function judge(moment: Moment, judged: Judged): Verdict {
  const { lines } = judged;
  const unsold = lines.filter(({ saleLine }) => !saleLine).length;
  const vague = lines.filter(({ reason }) => reason === 'other').length;
  const rules: Rule[] = [
    windowRule(moment, judged),
    { rule: 'sold-here', outcome: unsold > 0 ? 'review' : 'accept', data: { lines: lines.length, unsold } },
    {
      rule: 'units-left',
      outcome: 'accept',
      data: {
        sold: sum(lines, ({ saleLine }) => saleLine?.milli ?? 0) / 1000,
        returned: sum(lines, ({ saleLine }) => (saleLine ? returnedMilli(moment.books, saleLine) : 0)) / 1000,
        asked: sum(lines, ({ milli }) => milli) / 1000,
      },
    },
    { rule: 'reason-known', outcome: vague > 0 ? 'review' : 'accept', data: { other: vague } },
  ];
  const strictness: readonly VerdictOutcome[] = ['reject', 'review', 'accept'];
  const outcome = strictness.find((word) => rules.some((rule) => rule.outcome === word)) ?? 'accept';
  return { outcome, rules };
}

function windowRule({ settings }: Moment, { day, soldOn, lines }: Judged): Rule {
  if (soldOn === undefined) return { rule: 'window', outcome: 'review', data: { known: false } };
  const ownFaults = settings.reasons.filter((own) => own.fault).map(({ code }) => code);
  const fault = lines.every(({ reason }) => faults.includes(reason) || ownFaults.includes(reason));
  const windowDays = fault ? settings.faultWindowDays : settings.returnWindowDays;
  const days = daysFrom(soldOn, day);
  const late = fault ? 'review' : 'reject';
  const data = { known: true, days, windowDays, lastDay: plusDays(soldOn, windowDays), fault };
  return { rule: 'window', outcome: days > windowDays ? late : 'accept', data };
}

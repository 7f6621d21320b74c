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
    ...windowRules(moment, judged),
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
    {
      rule: 'reason-known',
      outcome: vague > 0 ? 'review' : 'accept',
      data: { other: vague, ...(vague > 0 && { reasons: 'other' }) },
    },
  ];
  if (unsold > 0) rules.push({ rule: 'proof', outcome: 'review', data: { tenders: 'store-credit' } });
  const strictness: readonly VerdictOutcome[] = ['reject', 'review', 'accept'];
  const outcome = strictness.find((word) => rules.some((rule) => rule.outcome === word)) ?? 'accept';
  return { outcome, rules, terms: termsOf(moment, lines, unsold) };
}

/** The shop pays the way back of whatever is its fault, and gives the delivery charge back where nothing else comes. */
function termsOf({ settings }: Moment, lines: Judged['lines'], unsold: number): object {
  const faulty = lines.filter(({ reason }) => isFault(settings, reason)).length;
  return {
    freight: faulty > 0 ? 'shop' : 'customer',
    delivery: faulty === lines.length ? 'back' : 'all-returned',
    withoutGoods: false,
    ...(unsold > 0 && { noReceiptTenders: ['store-credit'] }),
    fees: [],
  };
}

function isFault(settings: Moment['settings'], reason: string): boolean {
  return faults.includes(reason) || settings.reasons.some((own) => own.fault && own.code === reason);
}

/** Each line by its own reason; what comes to the same is said once. A fault may come back for any reason, too. */
function windowRules({ settings }: Moment, { day, soldOn, lines }: Judged): Rule[] {
  if (soldOn === undefined) return [{ rule: 'window', outcome: 'review', data: { known: false } }];
  const { faultWindowDays, returnWindowDays } = settings;
  const days = daysFrom(soldOn, day);
  const kinds = [...new Set(lines.map(({ reason }) => isFault(settings, reason)))];
  return kinds.map((fault): Rule => {
    const windowDays =
      !fault || (days > faultWindowDays && days <= returnWindowDays) ? returnWindowDays : faultWindowDays;
    const late = fault ? 'review' : 'reject';
    const data = { known: true, days, windowDays, lastDay: plusDays(soldOn, windowDays), fault };
    return { rule: 'window', outcome: days > windowDays ? late : 'accept', data };
  });
}

import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import type { RuleResult } from '../../contract/api/return-shape.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Judged } from './case.ts';

/**
 * What all that came back of the sale was paid for, this time and before: cutting a return into small ones does not slip below a limit
 * (PRACTICE §4).
 */
export function claimedCents({ lines, sale }: Judged): number {
  const asked = new Map<number, number>();
  for (const { sold, askedMilli } of lines) if (sold) asked.set(sold.id, (asked.get(sold.id) ?? 0) + askedMilli);
  return (sale?.lines ?? []).reduce((sum, line) => {
    const milli = Math.min(line.quantityMilli, line.returnedMilli + (asked.get(line.id) ?? 0));
    return sum + shareOf(line.paidCents, milli, line.quantityMilli);
  }, 0);
}

/** What this time comes back was paid for. */
function askedCents({ lines }: Judged): number {
  return lines.reduce(
    (sum, { sold, askedMilli }) => sum + (sold ? shareOf(sold.paidCents, askedMilli, sold.quantityMilli) : 0),
    0,
  );
}

/** Rules that a person need not look at when the amount is small. Doubts about the sale, the item or the people stay. */
const excusable: ReadonlySet<RuleResult['rule']> = new Set([
  'window',
  'reason-known',
  'condition',
  'missing',
  'together',
]);

/** Large amounts are looked at; small ones pass where other rules would only have somebody look. Goods without a sale have no amount. */
export function withAmount(rules: PolicyRules, judged: Judged, results: readonly RuleResult[]): RuleResult[] {
  const { acceptBelowCents: least, reviewAboveCents: most } = rules;
  if ((least === undefined && most === undefined) || judged.lines.some(({ sold }) => !sold)) return [...results];
  const cents = claimedCents(judged);
  if (most !== undefined && cents > most)
    return [...results, { rule: 'amount', outcome: 'review', data: { cents, side: 'above', limitCents: most } }];
  if (least === undefined || cents > least)
    return [...results, { rule: 'amount', outcome: 'accept', data: { cents, side: 'between' } }];
  const passed = results.map(
    (result): RuleResult =>
      result.outcome === 'review' && excusable.has(result.rule)
        ? { ...result, outcome: 'accept', data: { ...result.data, excused: 'amount' } }
        : result,
  );
  return [...passed, { rule: 'amount', outcome: 'accept', data: { cents, side: 'below', limitCents: least } }];
}

/** Customers who bring back much, and what one person gives back in a day. */
export function peopleRules({ perCustomer, perClerk }: PolicyRules, judged: Judged): RuleResult[] {
  const results: RuleResult[] = [];
  if (perCustomer) {
    const { days, returns: limit } = perCustomer;
    const returns = judged.looking.customerReturns(days);
    const outcome = returns !== undefined && returns >= limit ? 'review' : 'accept';
    const data = returns === undefined ? { known: false } : { known: true, returns, limit, days };
    results.push({ rule: 'customer-limit', outcome, data });
  }
  if (perClerk) {
    const cents = judged.looking.clerkCents() + askedCents(judged);
    const { cents: limitCents } = perClerk;
    results.push({
      rule: 'clerk-limit',
      outcome: cents > limitCents ? 'review' : 'accept',
      data: { cents, limitCents },
    });
  }
  return results;
}

import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import type { RuleResult, Verdict } from '../../contract/api/return-shape.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Judged, JudgedLine } from './case.ts';
import { strictest } from './fits.ts';
import { conditionRule, exclusionRules, missingRule, serialRule, togetherRule } from './goods.ts';
import { peopleRules, withAmount } from './limits.ts';
import { termsOf } from './terms.ts';
import { windowRules } from './window.ts';

/** What the rules say of a case: each of them, what it saw and said. The strictest decides. */
export function judge(rules: PolicyRules, judged: Judged): Verdict {
  const results = withAmount(rules, judged, [
    ...windowRules(rules, judged),
    soldHereRule(judged),
    unitsLeftRule(judged),
    ...platformRule(judged),
    reasonRule(rules, judged),
    ...exclusionRules(rules, judged),
    ...conditionRule(rules, judged),
    ...missingRule(rules, judged),
    ...togetherRule(rules, judged),
    ...serialRule(rules, judged),
    ...proofRule(rules, judged),
    ...peopleRules(rules, judged),
  ]);
  const outcome = strictest(results.map((result) => result.outcome));
  return { outcome, rules: results, terms: termsOf(rules, judged, outcome) };
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

/** Where the platform has given money back, a person looks at what is still owed. */
function platformRule({ sale }: Judged): RuleResult[] {
  const { refundedCents = 0, refundStatus } = sale ?? {};
  if (refundedCents === 0 && refundStatus === undefined) return [];
  const data = {
    ...(refundedCents > 0 && { refundedCents }),
    ...(refundStatus !== undefined && { refunded: refundStatus }),
  };
  return [{ rule: 'platform', outcome: 'review', data }];
}

/** `other` counts the lines whose reason a person looks at, or that nothing is taken back for. */
function reasonRule({ reasons }: PolicyRules, { lines }: Judged): RuleResult {
  const met = lines.flatMap(({ reason }) => {
    const said = reasons.find((named) => named.reason === reason);
    return said && said.outcome !== 'accept' ? [said] : [];
  });
  const named = [...new Set(met.map(({ reason }) => reason))];
  const outcome = strictest(met.map((said) => said.outcome));
  return {
    rule: 'reason-known',
    outcome,
    data: { other: met.length, ...(named.length > 0 && { reasons: named.join(',') }) },
  };
}

/** Without a receipt (DESIGN §6 rule 10). */
function proofRule({ proof }: PolicyRules, { lines }: Judged): RuleResult[] {
  if (lines.every((line) => line.sold)) return [];
  return [{ rule: 'proof', outcome: proof.outcome, data: { tenders: proof.tenders.join(',') } }];
}

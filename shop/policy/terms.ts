import type { PolicyFee, PolicyRules } from '../../contract/api/policy-rules.ts';
import type { Terms } from '../../contract/api/return-shape.ts';
import type { VerdictOutcome } from '../../contract/values/words.ts';
import type { Judged, JudgedLine } from './case.ts';
import { isOfCategories, looksLike } from './fits.ts';
import { claimedCents } from './limits.ts';

/**
 * What the policy says of money and freight. One faulty line is enough for the shop to pay the way back; the delivery charge goes back by
 * itself only when nothing but faults comes (DESIGN §6 rule 6).
 */
export function termsOf(rules: PolicyRules, judged: Judged, outcome: VerdictOutcome): Terms {
  const { lines, isFault } = judged;
  const faults = lines.filter(({ reason }) => isFault(reason)).length;
  const allFaults = faults === lines.length;
  const below = rules.withoutGoodsBelowCents;
  const isSmall = below !== undefined && lines.every(({ sold }) => sold) && claimedCents(judged) < below;
  return {
    freight: faults > 0 ? rules.freight.fault : rules.freight.other,
    delivery: deliveryOf(rules, allFaults),
    withoutGoods: allFaults && isSmall && outcome !== 'reject',
    ...(lines.some(({ sold }) => !sold) && { noReceiptTenders: rules.proof.tenders }),
    fees: lines.flatMap((line, index) =>
      rules.fees.filter((fee) => isDue(fee, judged, line)).map((fee) => asTerm(fee, index)),
    ),
  };
}

function deliveryOf({ delivery }: PolicyRules, allFaults: boolean): Terms['delivery'] {
  switch (delivery) {
    case 'always':
      return 'back';
    case 'never':
      return 'never';
    case 'fault-or-all':
      return allFaults ? 'back' : 'all-returned';
  }
}

/** A fee for goods that were opened waits until somebody has seen that they are. */
function isDue({ reasons, when, categories }: PolicyFee, judged: Judged, line: JudgedLine): boolean {
  if (reasons !== 'any' && (reasons === 'fault') !== judged.isFault(line.reason)) return false;
  return looksLike(line.condition, when) === true && isOfCategories(judged, line, categories);
}

function asTerm({ kind, cents, percent, taxPercent }: PolicyFee, line: number): Terms['fees'][number] {
  return {
    line,
    kind,
    ...(cents !== undefined && { cents }),
    ...(percent !== undefined && { percent }),
    taxPercent,
  };
}

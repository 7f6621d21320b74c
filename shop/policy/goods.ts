import type { Exclusion, PolicyRules } from '../../contract/api/policy-rules.ts';
import type { RuleResult } from '../../contract/api/return-shape.ts';
import { conditions, type VerdictOutcome } from '../../contract/values/words.ts';
import type { Judged, JudgedLine } from './case.ts';
import { isOfCategories, looksLike, named, strictest } from './fits.ts';

/** Goods that are not taken back for a change of mind. One result for each exclusion that is met. */
export function exclusionRules({ exclusions }: PolicyRules, judged: Judged): RuleResult[] {
  if (exclusions.length === 0) return [];
  const met = exclusions.flatMap((exclusion) => exclusionRule(exclusion, judged));
  return met.length > 0 ? met : [{ rule: 'exclusion', outcome: 'accept', data: {} }];
}

function exclusionRule(exclusion: Exclusion, judged: Judged): RuleResult[] {
  const lines = judged.lines.filter(
    (line) => isMeant(exclusion, judged, line) && looksLike(line.condition, exclusion.when) !== false,
  );
  if (lines.length === 0) return [];
  const wanted = lines.filter((line) => !judged.isFault(line.reason));
  const unseen = wanted.length > 0 && wanted.every((line) => looksLike(line.condition, exclusion.when) === undefined);
  const outcome: VerdictOutcome = wanted.length === 0 ? 'accept' : unseen ? 'review' : exclusion.outcome;
  const shown = wanted.length === 0 ? lines : wanted;
  const goods = named(shown.map(({ productId }) => judged.looking.goods(productId).name));
  const data = {
    label: exclusion.label,
    goods,
    ...(wanted.length === 0 && { fault: true }),
    ...(unseen && { seen: false }),
  };
  return [{ rule: 'exclusion', outcome, data }];
}

function isMeant({ categories, skus }: Exclusion, judged: Judged, line: JudgedLine): boolean {
  if (skus.includes(line.sku)) return true;
  return categories.length > 0 || skus.length === 0 ? isOfCategories(judged, line, categories) : false;
}

/** How the goods look, for a change of mind. The worst line speaks for all. */
export function conditionRule({ condition: says }: PolicyRules, { lines, isFault }: Judged): RuleResult[] {
  if (Object.values(says).every((outcome) => outcome === 'accept')) return [];
  const seen = lines.flatMap(({ condition, reason }) =>
    condition === undefined || condition === 'sealed' ? [] : [{ condition, fault: isFault(reason) }],
  );
  const worst = seen
    .filter(({ fault }) => !fault)
    .reduce<(typeof seen)[number] | undefined>((worse, one) => (isWorse(says, one, worse) ? one : worse), undefined);
  const shown = worst ?? seen[0];
  if (!shown) {
    const unseen = lines.some(({ condition }) => condition === undefined);
    return [{ rule: 'condition', outcome: 'accept', data: unseen ? {} : { condition: 'sealed' } }];
  }
  const outcome = worst ? says[worst.condition] : 'accept';
  return [{ rule: 'condition', outcome, data: { condition: shown.condition, ...(!worst && { fault: true }) } }];
}

type Seen = { readonly condition: 'opened' | 'used' | 'damaged' };

function isWorse(says: PolicyRules['condition'], one: Seen, other: Seen | undefined): boolean {
  if (!other) return true;
  const [first, second] = [says[one.condition], says[other.condition]];
  if (first === second) return conditions.indexOf(one.condition) > conditions.indexOf(other.condition);
  return strictest([first, second]) === first;
}

/** Accessories that did not come along. Where that is the very reason, it is a fault and no obstacle. */
export function missingRule({ missing }: PolicyRules, { lines, isFault }: Judged): RuleResult[] {
  const looked = lines.filter((line) => line.missing !== undefined);
  const lacking = looked.filter((line) => (line.missing?.length ?? 0) > 0);
  if (lacking.length === 0) return looked.length > 0 ? [{ rule: 'missing', outcome: 'accept', data: {} }] : [];
  const parts = named(lacking.flatMap((line) => line.missing ?? []));
  const outcome = lacking.every(({ reason }) => isFault(reason)) ? 'accept' : missing;
  return [{ rule: 'missing', outcome, data: { parts } }];
}

/** Serial numbers: a wrong one is refused outright, one that nobody can hold against the sale is looked at. */
export function serialRule({ serial: says }: PolicyRules, { lines }: Judged): RuleResult[] {
  const known = lines.flatMap(({ serial }) => serial ?? []);
  if (known.length === 0) return [];
  if (known.includes('not-recorded'))
    return [{ rule: 'serial', outcome: says, data: { given: true, recorded: false } }];
  const given = !known.includes('not-given');
  return [{ rule: 'serial', outcome: 'accept', data: given ? { given, recorded: true } : { given } }];
}

/** Pieces of a bundle that stay with the customer while others come back. A faulty piece may come alone. */
export function togetherRule({ together }: PolicyRules, { lines, sale, isFault }: Judged): RuleResult[] {
  const bundles = new Set(lines.flatMap(({ sold }) => sold?.bundle ?? []));
  if (!sale || bundles.size === 0) return [];
  const asked = new Map<number, number>();
  for (const { sold, askedMilli } of lines) if (sold) asked.set(sold.id, (asked.get(sold.id) ?? 0) + askedMilli);
  const backShare = (line: (typeof sale.lines)[number]): number =>
    (line.returnedMilli + (asked.get(line.id) ?? 0)) / line.quantityMilli;
  const left = [...bundles].flatMap((bundle) => {
    const members = sale.lines.filter((line) => line.bundle === bundle);
    const most = Math.max(...members.map(backShare));
    return members.filter((line) => backShare(line) < most).map(({ name }) => name);
  });
  if (left.length === 0) return [{ rule: 'together', outcome: 'accept', data: {} }];
  const wanted = lines.some(({ sold, reason }) => sold?.bundle && !isFault(reason));
  const data = { left: named(left), ...(!wanted && { fault: true }) };
  return [{ rule: 'together', outcome: wanted ? together : 'accept', data }];
}

import type { PolicyRules, SaleKind, When } from '../../contract/api/policy-rules.ts';
import { type Condition, conditions, type VerdictOutcome } from '../../contract/values/words.ts';
import type { Judged, JudgedLine } from './case.ts';

export function strictest(outcomes: readonly VerdictOutcome[]): VerdictOutcome {
  if (outcomes.includes('reject')) return 'reject';
  return outcomes.includes('review') ? 'review' : 'accept';
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether goods are of one of the categories; all are when none is named. Looked up only when one is. */
export function isOfCategories({ looking }: Judged, line: JudgedLine, categories: readonly string[]): boolean {
  if (categories.length === 0) return true;
  const { category } = looking.goods(line.productId);
  return category !== null && categories.some((named) => same(named, category));
}

/** Whether goods look as a rule wants it; `undefined` when nobody has seen them. */
export function looksLike(condition: Condition | undefined, when: When): boolean | undefined {
  if (when === 'always') return true;
  if (condition === undefined) return undefined;
  return conditions.indexOf(condition) >= conditions.indexOf(when);
}

/** A sale without a channel was made at the counter. */
export function saleKindOf({ counterWords }: Pick<PolicyRules, 'counterWords'>, channel: string | null): SaleKind {
  if (channel === null || channel.trim() === '') return 'counter';
  return counterWords.some((word) => same(word, channel)) ? 'counter' : 'remote';
}

/** The first names of a few things, for a sentence. */
export function named(names: readonly string[]): string {
  const different = [...new Set(names)];
  return different.length <= 3 ? different.join(', ') : `${different.slice(0, 3).join(', ')} …`;
}

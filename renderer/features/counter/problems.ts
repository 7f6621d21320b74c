import { show, t } from '../../i18n/index.ts';
import type { CounterLine } from './counter-line.svelte.ts';
import type { Grading } from './grading.svelte.ts';
import type { Place, Problem } from './places.ts';
import { otherReason } from './reasons.ts';

/** What a line still needs before it can be recorded. */
export function lineProblems(line: CounterLine, { graded }: { readonly graded: boolean }): Problem[] {
  const problems: Problem[] = [];
  const say = (place: Place, text: string): number => problems.push({ place, text });
  if (!line.quantityFits) say(`line-${line.key}-quantity`, quantityText(line));
  const unit = unitText(line, graded);
  if (unit) say(`line-${line.key}-unit`, unit);
  if (!line.reason) say(`line-${line.key}-reason`, t('counter.need-reason'));
  if (line.reason === otherReason && !line.note.trim()) say(`line-${line.key}-note`, t('counter.need-note'));
  if (!graded) return problems;
  line.gradings.forEach((grading, at) => {
    problems.push(...gradingProblems(line, grading, at));
  });
  const { ungraded } = line;
  if (ungraded > 0) say(`line-${line.key}-gradings`, t('counter.grades-short', { quantity: ungraded }));
  if (ungraded < 0) say(`line-${line.key}-gradings`, t('counter.grades-over', { quantity: -ungraded }));
  if (!line.sold && line.valueCents === undefined) say(`line-${line.key}-value`, t('counter.need-value'));
  return problems;
}

function quantityText({ quantity, left, sold, tracking }: CounterLine): string {
  if (tracking === 'serial' && left > 0) return t('counter.one-each');
  if (sold && (quantity ?? 0) > left) return t('counter.only-left', { left });
  if (!sold) return t('counter.need-some-quantity');
  return t('counter.need-quantity', { least: show.quantity(Math.min(1, left)), most: show.quantity(left) });
}

/** A number that was not sold, or none where the goods are here and have one. */
function unitText(line: CounterLine, graded: boolean): string | undefined {
  if (line.unitIsForeign) return t('counter.unit-not-sold', { unit: line.unit.trim() });
  return graded && line.tracking === 'serial' && !line.unit.trim() ? t('counter.need-serial') : undefined;
}

function gradingProblems(line: CounterLine, grading: Grading, at: number): Problem[] {
  const place = `line-${line.key}-grading-${at}` as const;
  const problems: Problem[] = [];
  if (line.isSplit && !grading.quantity)
    problems.push({ place: `${place}-quantity`, text: t('counter.need-some-quantity') });
  if (!grading.grade) problems.push({ place: `${place}-grade`, text: t('counter.need-grade') });
  else if (!grading.disposition) problems.push({ place: `${place}-disposition`, text: t('counter.need-disposition') });
  return problems;
}

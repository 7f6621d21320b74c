import type { Stage } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { approverOf } from '../staff/decider.ts';
import { loadForStep } from './load.ts';
import { recordStep } from './steps.ts';
import { viewReturn } from './view.ts';

export type Value = {
  readonly returnLineId: number;
  readonly valueCents: number;
  readonly taxCents?: number | undefined;
};

/** What is given for goods without a receipt (DESIGN §6 rule 10), once they are approved or here: until then nothing is owed for them. */
export const valueLines: ActionHandler<'returns.value'> = (context, { returnId, values, why }) => {
  const found = loadForStep(context, returnId, 'value');
  if (found instanceof Refused) return found;
  const person = approverOf(context, returnId);
  if (person instanceof Refused) return person;
  const refused = refuseClosedMonth(context, context.today) ?? recordValues(context, returnId, { values, why, person });
  if (refused) return refused;
  const stage = found.stage as Stage;
  recordStep(context, { returnId, from: stage, step: 'value', to: stage, note: why, person });
  return viewReturn(context, returnId);
};

/** Writes what a person gives for each line; `values` are counted from 1. */
export function recordValues(
  context: ActionContext,
  returnId: number,
  { values, why, person }: { readonly values: readonly Value[]; readonly why: string; readonly person: string },
): Refused<'no-such-return-line' | 'line-has-sale' | 'line-has-value'> | undefined {
  const { store, now } = context;
  const lines = new Map(store.returns.workLines(returnId).map((line) => [line.id, line]));
  const valued = store.returnLinks.valuedLines(returnId);
  for (const [index, { returnLineId, valueCents, taxCents = 0 }] of values.entries()) {
    const line = lines.get(returnLineId);
    if (!line) return refuse('no-such-return-line', { line: index + 1, returnLineId });
    if (line.saleLineId !== null) return refuse('line-has-sale', { line: index + 1, sku: line.sku });
    if (valued.has(returnLineId)) return refuse('line-has-value', { line: index + 1, sku: line.sku });
    valued.add(returnLineId);
    const tax = Math.min(taxCents, valueCents);
    store.facts.add('lineValuations', { returnLineId, valueCents, taxCents: tax, why, at: now, person });
  }
  return undefined;
}

import type { Stage } from '../../contract/values/words.ts';
import type { ReturnHead } from '../../db/queries/returns.ts';
import type { ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import { mayTake, type Step } from './stages.ts';

/** The return, when the step may be taken on it. */
export function loadForStep(
  { store }: ReadContext,
  returnId: number,
  step: Step,
): ReturnHead | Refused<'no-such-return' | 'wrong-stage'> {
  const found = store.returns.head(returnId);
  if (!found) return refuse('no-such-return', { return: String(returnId) });
  // A return read from a file was settled elsewhere: nothing can be done to it here.
  const stage = found.stage as Stage;
  return mayTake(stage, step) ? found : refuse('wrong-stage', { stage, step });
}

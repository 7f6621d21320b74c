import type { Output, ParsedInput } from '../../contract/api.ts';
import type { ActionContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { approverOf } from '../staff/decider.ts';
import { takeStep } from './steps.ts';
import { recordValues } from './value.ts';

/** The person's own yes to a return opened just now, with what is given for lines without a receipt; none is needed where the policy accepts. */
export function approveOpened(
  context: ActionContext,
  { returnId, number, stage, verdict, lines }: Output<'returns.open'>,
  approve: ParsedInput<'returns.counter'>['approve'],
):
  | Refused<
      | 'needs-approval'
      | 'approval-needs-note'
      | 'other-person-needed'
      | 'no-such-return-line'
      | 'line-has-sale'
      | 'line-has-value'
    >
  | undefined {
  const values = approve?.values ?? [];
  if (stage !== 'requested' && values.length === 0) return undefined;
  if (!approve) return refuse('needs-approval', { number });
  const why = approve.note;
  if ((verdict.outcome === 'reject' || values.length > 0) && !why) return refuse('approval-needs-note', { number });
  const person = approverOf(context, returnId);
  if (person instanceof Refused) return person;
  if (why && values.length > 0) {
    const refused = recordValues(context, returnId, {
      why,
      person,
      values: values.map(({ line, ...given }) => ({ ...given, returnLineId: lines[line - 1]?.returnLineId ?? 0 })),
    });
    if (refused) return refused;
  }
  takeStep(context, { returnId, from: stage, step: 'approve', to: 'approved', note: why, person });
  return undefined;
}

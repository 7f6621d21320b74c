import type { Output } from '../../../contract/api.ts';
import type { Agreed } from '../../../db/queries/unusual.ts';

type Unusual = Output<'insight.unusual'>;
type Approval = Unusual['approvals'][number];

/** A share says something from so many on. */
const leastApprovals = 5;

/** Each pair beside all that was agreed to for the same person. */
export function approvalsOf(agreed: readonly Agreed[]): Approval[] {
  return agreed.map(({ opener, approver, count, cents }) => {
    const all = agreed.filter((one) => one.opener === opener);
    return {
      opener,
      approver,
      count,
      of: all.reduce((sum, one) => sum + one.count, 0),
      creditedCents: cents,
      ofCents: all.reduce((sum, one) => sum + one.cents, 0),
    };
  });
}

/** More than half of what a person took in was agreed to by the same one, where yet another could have. */
export function oneApprover(approvals: readonly Approval[], approvers: readonly string[]): Unusual['items'] {
  return approvals
    .filter(({ count, of }) => count >= leastApprovals && count * 2 > of)
    .filter(({ opener, approver }) => approvers.some((name) => name !== opener && name !== approver))
    .map(({ opener, approver, count, of, creditedCents }) => ({
      kind: 'one-approver',
      person: approver,
      other: opener,
      count,
      of,
      amountCents: creditedCents,
    }));
}

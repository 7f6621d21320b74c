import type { Claim } from '../../contract/api/claims.ts';
import type { ClaimRow } from '../../db/queries/claims.ts';
import type { FactRow } from '../../db/schema/facts.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { paidByRole } from '../money/accounts.ts';
import { type EntryLine, postEntry } from '../money/post.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { findClaim, viewClaim } from './view.ts';

type Event = Pick<FactRow<'supplierClaimEvents'>, 'kind' | 'cents'> &
  Partial<Pick<FactRow<'supplierClaimEvents'>, 'paidBy' | 'reference' | 'document'>> & {
    readonly note?: string | undefined;
  };

/** What the supplier still has of the goods' cost in the books. */
function restCents({ valueCents, paidCents }: ClaimRow): number {
  return Math.max(0, valueCents - paidCents);
}

/** Takes what happened to an open claim into the books; `happened` says what, and posts it. */
function settle(
  context: ActionContext,
  claimId: number,
  happened: (claim: ClaimRow) => Event,
): Claim | Refused<'no-such-claim' | 'claim-closed'> {
  const { store, today, now, person } = context;
  const claim = findClaim(context, { claimId });
  if (claim instanceof Refused) return claim;
  if (claim.open === 0) return refuse('claim-closed', { claim: claim.number });
  const { note, ...event } = happened(claim);
  store.facts.add('supplierClaimEvents', { ...event, claimId, note: note || null, day: today, at: now, person });
  return viewClaim(context, store.claims.byId(claimId) ?? claim);
}

function post(context: ActionContext, kind: 'claim-paid' | 'claim-closed', lines: readonly EntryLine[]): string {
  const document = nextNumber(context, 'L', context.today);
  postEntry(context, { kind, document, day: context.today, lines });
  return document;
}

/** Money from the supplier. What passes the cost of the goods is other income. */
export const payClaim: ActionHandler<'claims.pay'> = (context, { claimId, cents, paidBy, reference, note }) =>
  settle(context, claimId, (claim) => {
    const ofCostCents = Math.min(cents, restCents(claim));
    const document = post(context, 'claim-paid', [
      { role: paidByRole(paidBy), debitCents: cents },
      { role: 'supplier-claim', creditCents: ofCostCents },
      { role: 'other-income', creditCents: cents - ofCostCents },
    ]);
    return { kind: 'paid', cents, paidBy, reference: reference || null, document, note };
  });

export const refuseClaim: ActionHandler<'claims.refuse'> = (context, { claimId, cents, note }) =>
  settle(context, claimId, () => ({ kind: 'refused', cents, note }));

/** What nobody pays of the cost is lost. A claim that was paid in full closes without an entry. */
export const closeClaim: ActionHandler<'claims.close'> = (context, { claimId, note }) =>
  settle(context, claimId, (claim) => {
    const cents = restCents(claim);
    if (cents === 0) return { kind: 'closed', cents, note };
    const document = post(context, 'claim-closed', [
      { role: 'loss-on-goods', debitCents: cents },
      { role: 'supplier-claim', creditCents: cents },
    ]);
    return { kind: 'closed', cents, document, note };
  });

export const noteOnClaim: ActionHandler<'claims.note'> = (context, { claimId, note }) =>
  settle(context, claimId, () => ({ kind: 'note', cents: 0, note }));

import type { Claim } from '../../contract/api/claims.ts';
import { daysBetween } from '../../contract/values/days.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { PaidBy } from '../../contract/values/words.ts';
import type { ClaimEventRow, ClaimLineRow, ClaimRow } from '../../db/queries/claims.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';

type Asked = { readonly claimId: number } | { readonly number: string };
type ClaimHead = Omit<Claim, 'person' | 'phone' | 'email' | 'lines' | 'events'>;

export function findClaim({ store }: Pick<ReadContext, 'store'>, asked: Asked): ClaimRow | Refused<'no-such-claim'> {
  const found = 'number' in asked ? store.claims.byNumber(asked.number) : store.claims.byId(asked.claimId);
  return found ?? refuse('no-such-claim', { claim: 'number' in asked ? asked.number : String(asked.claimId) });
}

export const getClaim: ReadHandler<'claims.get'> = (context, asked) => {
  const found = findClaim(context, asked);
  return 'id' in found ? viewClaim(context, found) : found;
};

/** The head of a claim. A closed one owes nothing any more. */
export function viewHead({ today }: Pick<ReadContext, 'today'>, row: ClaimRow): ClaimHead {
  const open = row.open === 1;
  return {
    claimId: row.id,
    number: row.number,
    supplierId: row.supplierId,
    supplier: row.supplier,
    day: row.day,
    ...(row.dueOn !== null && { dueOn: row.dueOn }),
    ...(row.note !== null && { note: row.note }),
    claimedCents: row.claimedCents,
    valueCents: row.valueCents,
    paidCents: row.paidCents,
    refusedCents: row.refusedCents,
    owedCents: open ? Math.max(0, row.claimedCents - row.paidCents - row.refusedCents) : 0,
    lostCents: row.lostCents,
    open,
    days: daysBetween({ from: row.day, to: today }),
    overdue: open && row.dueOn !== null && row.dueOn < today,
  };
}

/** The claim as the contract shows it. */
export function viewClaim(context: ReadContext, row: ClaimRow): Claim {
  const { claims } = context.store;
  return {
    ...viewHead(context, row),
    person: row.person,
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    lines: claims.lines(row.id).map(viewLine),
    events: claims.events(row.id).map(viewEvent),
  };
}

function viewLine({
  sku,
  name,
  spec,
  unit,
  quantityMilli,
  unknownMilli,
  valueCents,
  claimedCents,
  note,
}: ClaimLineRow) {
  return {
    sku,
    name,
    ...(spec !== null && { spec }),
    ...(unit !== null && { unit }),
    quantity: fromMilli(quantityMilli),
    unknownQuantity: fromMilli(unknownMilli),
    valueCents,
    claimedCents,
    ...(note !== null && { note }),
  };
}

function viewEvent({ kind, cents, paidBy, document, reference, note, day, at, person }: ClaimEventRow) {
  return {
    kind,
    cents,
    ...(paidBy !== null && { paidBy: paidBy as PaidBy }),
    ...(document !== null && { document }),
    ...(reference !== null && { reference }),
    ...(note !== null && { note }),
    day,
    at,
    person,
  };
}

import type { SettlementInput } from '../../contract/api/settlement-shape.ts';
import { addDays } from '../../contract/values/days.ts';
import type { ActionContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { newCode } from './code.ts';
import { findUsableCredit, hasExpired } from './find.ts';

/** Where a part of a payout “store credit” goes. */
export type CreditPart = {
  readonly storeCreditId: number;
  readonly amountCents: number;
  readonly originalCents: number;
};

type Giving = {
  readonly amountCents: number;
  /** How much of it the sale took as store credit. */
  readonly originalCents: number;
  readonly saleId: number | null;
  readonly customerId: number | null;
  readonly asked: SettlementInput['storeCredit'];
};

/**
 * Says which store credits an amount goes to: the one that was named; else what a code paid goes back to it while it has not expired, and the
 * rest to a new one (DESIGN §6 rules 5 and 8).
 */
export function partsOfCredit(
  context: ActionContext,
  giving: Giving,
): CreditPart[] | Refused<'no-such-credit' | 'credit-expired'> {
  const { amountCents, originalCents, asked } = giving;
  if (asked?.code !== undefined) {
    const named = findUsableCredit(context, asked.code, context.today);
    return named instanceof Refused ? named : [{ storeCreditId: named.id, amountCents, originalCents }];
  }
  const parts: CreditPart[] = [];
  let [leftCents, leftOriginal] = [amountCents, originalCents];
  const paidBy = giving.saleId === null || originalCents === 0 ? [] : context.store.storeCredits.ofSale(giving.saleId);
  for (const own of paidBy) {
    const cents = Math.min(own.leftCents, leftOriginal);
    if (cents <= 0 || hasExpired(own, context.today)) continue;
    parts.push({ storeCreditId: own.id, amountCents: cents, originalCents: cents });
    leftCents -= cents;
    leftOriginal -= cents;
  }
  if (leftCents === 0) return parts;
  const added = addCredit(context, giving);
  if (added instanceof Refused) return added;
  return [...parts, { storeCreditId: added, amountCents: leftCents, originalCents: leftOriginal }];
}

function addCredit(context: ActionContext, { customerId, asked }: Giving): number | Refused<'credit-expired'> {
  const { store, settings, today } = context;
  const days = settings.storeCreditDays;
  const expiresOn = asked?.expiresOn ?? (days > 0 ? addDays(today, days) : null);
  const code = freeCode(context);
  if (expiresOn !== null && expiresOn < today) return refuse('credit-expired', { code, day: expiresOn });
  return store.facts.add('storeCredits', { code, customerId, day: today, expiresOn });
}

function freeCode(context: ActionContext): string {
  const code = newCode();
  return context.store.storeCredits.byCode(code) ? freeCode(context) : code;
}

/** Puts a payout on a store credit. */
export function issueCredit(
  context: ActionContext,
  {
    storeCreditId,
    payoutId,
    cents,
    document,
  }: { storeCreditId: number; payoutId: number; cents: number; document: string },
): void {
  context.store.facts.add('storeCreditEvents', {
    storeCreditId,
    kind: 'issued',
    cents,
    document,
    payoutId,
    day: context.today,
    at: context.now,
    person: context.person,
  });
}

/** Takes the store credit of a payout back with it, while it is still there. */
export function takeCreditBack(
  context: ActionContext,
  { payoutId, counterId, cents, document }: { payoutId: number; counterId: number; cents: number; document: string },
): Refused<'credit-used'> | undefined {
  const { store } = context;
  const storeCreditId = store.storeCredits.ofPayout(payoutId);
  // Paid out by a version that gave no codes.
  const credit = storeCreditId === undefined ? undefined : store.storeCredits.byId(storeCreditId);
  if (!credit) return undefined;
  if (credit.balanceCents < cents)
    return refuse('credit-used', { code: credit.code, usedCents: cents - credit.balanceCents });
  store.facts.add('storeCreditEvents', {
    storeCreditId: credit.id,
    kind: 'voided',
    cents: -cents,
    document,
    payoutId: counterId,
    day: context.today,
    at: context.now,
    person: context.person,
  });
  return undefined;
}

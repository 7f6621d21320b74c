import type { StoreCreditPaid } from '../../contract/api/settlement-shape.ts';
import type { Day } from '../../contract/values/days.ts';
import type { ActionContext } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { findUsableCredit } from './find.ts';

export type SpendRefusal = 'no-such-credit' | 'credit-expired' | 'over-credit-balance';

type Spent = { readonly storeCreditId: number; readonly cents: number };
type Spending = {
  readonly paid: readonly StoreCreditPaid[];
  readonly day: Day;
  readonly saleId?: number;
  readonly note?: string | undefined;
};

/** Finds what the codes named have on them; the same code named twice is one. */
function findSpent(
  context: ActionContext,
  { paid, day }: Pick<Spending, 'paid' | 'day'>,
): Spent[] | Refused<SpendRefusal> {
  const spent = new Map<number, number>();
  for (const { code, amountCents } of paid) {
    const credit = findUsableCredit(context, code, day);
    if (credit instanceof Refused) return credit;
    const cents = (spent.get(credit.id) ?? 0) + amountCents;
    if (cents > credit.balanceCents)
      return refuse('over-credit-balance', { code: credit.code, balanceCents: credit.balanceCents, askedCents: cents });
    spent.set(credit.id, cents);
  }
  return [...spent].map(([storeCreditId, cents]) => ({ storeCreditId, cents }));
}

/** Takes store credit for a sale whose own entry takes the tender; `document` is one that numbers were given for. */
export function spendCredit(
  context: ActionContext,
  spending: Spending & { readonly document: string },
): Refused<SpendRefusal> | undefined {
  const spent = findSpent(context, spending);
  if (spent instanceof Refused) return spent;
  for (const part of spent) addUse(context, spending, part);
  return undefined;
}

/** Takes store credit for a sale that is booked elsewhere, under a number of its own; gives that. */
export function spendCreditElsewhere(context: ActionContext, spending: Spending): string | Refused<SpendRefusal> {
  const spent = findSpent(context, spending);
  if (spent instanceof Refused) return spent;
  const { day } = spending;
  const document = nextNumber(context, 'V', day);
  for (const part of spent) addUse(context, { ...spending, document }, part);
  const cents = spent.reduce((sum, part) => sum + part.cents, 0);
  postEntry(context, {
    kind: 'store-credit-used',
    document,
    day,
    lines: [
      { role: 'store-credit', debitCents: cents },
      { role: 'clearing', creditCents: cents },
    ],
  });
  return document;
}

function addUse(
  context: ActionContext,
  { day, saleId, note, document }: Spending & { readonly document: string },
  { storeCreditId, cents }: Spent,
): void {
  context.store.facts.add('storeCreditEvents', {
    storeCreditId,
    kind: 'used',
    cents: -cents,
    document,
    saleId: saleId ?? null,
    day,
    note: note || null,
    at: context.now,
    person: context.person,
  });
}

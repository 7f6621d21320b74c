import type { StoreCreditRow } from '../../db/queries/store-credits.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { findCredit, hasExpired } from './find.ts';
import { spendCreditElsewhere } from './spend.ts';
import { viewWholeCredit } from './view.ts';

/** How many credits that are past their last day one action takes. */
const mostAtOnce = 100_000;

export const useStoreCredit: ActionHandler<'storeCredit.use'> = (context, { code, amountCents, note }) => {
  const found = findCredit(context, code);
  if (found instanceof Refused) return found;
  const closed = refuseClosedMonth(context, context.today);
  if (closed) return closed;
  const number = spendCreditElsewhere(context, { paid: [{ code, amountCents }], day: context.today, note });
  return number instanceof Refused ? number : { number, credit: viewWholeCredit(context, found.id) };
};

/** What nobody came for becomes income, under one number for all. Nothing to expire is no refusal: it may be asked for every month. */
export const expireStoreCredits: ActionHandler<'storeCredit.expire'> = (context, { codes }) => {
  const { store, today } = context;
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;
  const past = codes ? findPast(context, codes) : store.storeCredits.expired(today, mostAtOnce);
  if (past instanceof Refused) return past;
  if (past.length === 0) return { codes: [], totalCents: 0 };
  const number = writeOff(context, past, { kind: 'expired' });
  const totalCents = past.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  return { number, codes: past.map(({ code }) => code), totalCents };
};

function findPast(
  context: ActionContext,
  codes: readonly string[],
): StoreCreditRow[] | Refused<'no-such-credit' | 'credit-not-expired' | 'credit-empty'> {
  const past = new Map<number, StoreCreditRow>();
  for (const code of codes) {
    const found = findCredit(context, code);
    if (found instanceof Refused) return found;
    if (!hasExpired(found, context.today)) return refuse('credit-not-expired', { code: found.code });
    if (found.balanceCents === 0) return refuse('credit-empty', { code: found.code });
    past.set(found.id, found);
  }
  return [...past.values()];
}

export const voidStoreCredit: ActionHandler<'storeCredit.void'> = (context, { code, why }) => {
  const found = findCredit(context, code);
  if (found instanceof Refused) return found;
  if (found.balanceCents === 0) return refuse('credit-empty', { code: found.code });
  const closed = refuseClosedMonth(context, context.today);
  if (closed) return closed;
  const number = writeOff(context, [found], { kind: 'voided', note: why });
  return { number, credit: viewWholeCredit(context, found.id) };
};

type WriteOff = { readonly kind: 'expired' | 'voided'; readonly note?: string };

/** Takes all that is left off the credits, as income. */
function writeOff(context: ActionContext, credits: readonly StoreCreditRow[], { kind, note }: WriteOff): string {
  const { store, today: day } = context;
  const document = nextNumber(context, 'V', day);
  for (const credit of credits)
    store.facts.add('storeCreditEvents', {
      storeCreditId: credit.id,
      kind,
      cents: -credit.balanceCents,
      document,
      day,
      note: note ?? null,
      at: context.now,
      person: context.person,
    });
  const cents = credits.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  postEntry(context, {
    kind: kind === 'expired' ? 'store-credit-expired' : 'store-credit-voided',
    document,
    day,
    lines: [
      { role: 'store-credit', debitCents: cents },
      { role: 'other-income', creditCents: cents },
    ],
  });
  return document;
}

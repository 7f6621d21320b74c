import type { Day } from '../../contract/values/days.ts';
import type { StoreCreditRow } from '../../db/queries/store-credits.ts';
import type { ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import { plainCode } from './code.ts';

export function findCredit(
  { store }: Pick<ReadContext, 'store'>,
  code: string,
): StoreCreditRow | Refused<'no-such-credit'> {
  return store.storeCredits.byCode(plainCode(code)) ?? refuse('no-such-credit', { code });
}

export function hasExpired({ expiresOn }: Pick<StoreCreditRow, 'expiresOn'>, day: Day): boolean {
  return expiresOn !== null && expiresOn < day;
}

/** A credit that can still be used and added to on that day. */
export function findUsableCredit(
  context: Pick<ReadContext, 'store'>,
  code: string,
  day: Day,
): StoreCreditRow | Refused<'no-such-credit' | 'credit-expired'> {
  const credit = context.store.storeCredits.byCode(plainCode(code));
  if (!credit) return refuse('no-such-credit', { code });
  return hasExpired(credit, day)
    ? refuse('credit-expired', { code: credit.code, day: credit.expiresOn ?? '' })
    : credit;
}

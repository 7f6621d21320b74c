import type { Return } from '../../../contract/api/return-shape.ts';
import { show, t } from '../../i18n/index.ts';

type Payout = Return['payouts'][number];

/**
 * How a payout may be taken back: voided on its own day while the return is open, corrected afterwards. Else the shop refuses it. What was
 * paid in goods is taken back by a return of those goods.
 */
export function wayBack(found: Pick<Return, 'origin' | 'stage'>, payout: Payout): 'void' | 'correct' | undefined {
  if (found.origin !== 'desk' || payout.voids || payout.voidedBy || payout.exchange) return undefined;
  if (payout.day < show.today()) return 'correct';
  return payout.day === show.today() && found.stage !== 'closed' ? 'void' : undefined;
}

/** What a payout has to do with its counter-document, or that with it: of the same day a void, of another a correction. */
export function counterpart({ payouts }: Pick<Return, 'payouts'>, payout: Payout): string | undefined {
  const other = payouts.find(({ number }) => number === (payout.voidedBy ?? payout.voids));
  if (!other) return undefined;
  const { number } = other;
  if (other.day === payout.day)
    return payout.voidedBy ? t('returns.voided-by', { number }) : t('returns.voids', { number });
  if (payout.voidedBy) return t('returns.corrected-by', { number });
  return t('returns.corrects', { number, day: show.day(other.day) });
}

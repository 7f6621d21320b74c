import type { Input } from '../../../../contract/api.ts';
import { tenders } from '../../../../contract/values/words.ts';
import type { Return, Sale } from '../rules/books.ts';
import { momentOf } from '../rules/perform.ts';
import { type Limit, limitsOf } from '../rules/refund.ts';
import type { World } from './world.ts';

type Payouts = Input<'refunds.record'>['payouts'];

/** Mostly as a quote offers it, from the first tender or from the last; some are a cent off, some by a tender that may not. */
export function choosePayouts(world: World, sale: Sale | undefined, totalCents: number): Payouts {
  const { random, books, now } = world;
  const limits = limitsOf(momentOf(books, now), { sale } as Return, totalCents);
  const offered = fill(random.percent(75) ? limits : [...limits].reverse(), totalCents);
  const payouts = random.percent(25) ? halved(world, offered) : offered;
  if (random.percent(94)) return payouts;
  const [first, ...others] = payouts;
  if (!first) return [{ tender: 'cash', amountCents: 1 }];
  const wrong = random.percent(50)
    ? { ...first, amountCents: Math.max(1, first.amountCents + random.pick([-1, 1, 500])) }
    : { ...first, tender: random.pick(tenders) };
  return [wrong, ...others];
}

function fill(limits: readonly Limit[], totalCents: number): Payouts {
  let restCents = totalCents;
  return limits
    .map(({ tender, maxCents }) => {
      const amountCents = Math.min(maxCents, restCents);
      restCents -= amountCents;
      return { tender, amountCents };
    })
    .filter(({ amountCents }) => amountCents > 0);
}

/** The same tender twice, the second time with a reference. */
function halved({ random }: World, payouts: Payouts): Payouts {
  return payouts.flatMap((payout) => {
    const part = random.below(payout.amountCents);
    if (part === 0) return [payout];
    return [
      { ...payout, amountCents: part },
      { ...payout, amountCents: payout.amountCents - part, reference: 'slip 2' },
    ];
  });
}

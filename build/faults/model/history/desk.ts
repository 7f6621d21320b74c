import type { Settings } from '../../../../contract/api/settings.ts';
import { charts, tenders } from '../../../../contract/values/words.ts';
import { monthOf, plusDays, priceText } from '../rules/figures.ts';
import { type Asked, momentOf } from '../rules/perform.ts';
import { skus } from './sales.ts';
import { among, type World } from './world.ts';

/** Voids a payout of today or corrects one of before, mostly as it must be. */
export function chooseTakeBack(world: World): Asked {
  const { random, books, now } = world;
  const payout = among(world, books.payouts, random.percent(60) ? 3 : 40);
  const payoutNumber = random.percent(97) ? (payout?.number ?? 'P-2026-000001') : 'P-1999-000001';
  const ofToday = payout?.day === momentOf(books, now).today;
  const name = ofToday === random.percent(90) ? 'refunds.void' : 'refunds.correct';
  return { name, input: { id: random.uuid(), payoutNumber, why: 'wrong drawer' } };
}

export function chooseCost({ random }: World): Asked {
  const sku = random.percent(95) ? random.pick(skus) : 'NOBODY-HAS-IT';
  const unitCost = priceText(random.below(random.percent(20) ? 100 : 90_000));
  return { name: 'stock.setCost', input: { id: random.uuid(), sku, unitCost } };
}

/** Mostly last month; now and then this one or one long ago. */
export function chooseClosing({ random, books, now }: World): Asked {
  const { today } = momentOf(books, now);
  const firstOfMonth = `${monthOf(today)}-01`;
  const month = random.percent(75)
    ? monthOf(plusDays(firstOfMonth, -1))
    : monthOf(plusDays(firstOfMonth, 30 - random.below(150)));
  return { name: 'months.close', input: { id: random.uuid(), month } };
}

export function chooseSettings(world: World): Asked {
  const { random, books, now } = world;
  const { today } = momentOf(books, now);
  const changes: Partial<Settings>[] = [
    { booksSales: random.percent(60) },
    { booksSales: random.percent(60), openingDay: plusDays(today, -random.below(60)) },
    { chart: random.pick(charts) },
    { returnWindowDays: random.below(40), faultWindowDays: random.below(60) },
    { fallbackTenders: [random.pick(tenders.filter((name) => name !== 'store-credit')), 'cash'] },
    { reasons: [{ code: 'too-loud', zh: '太吵', en: 'Too loud', fault: random.percent(50) }] },
    { dueHours: { review: 1 + random.below(48), receive: 24, inspect: 12, refund: 36 } },
    { currency: random.pick(['JPY', 'CNY', 'EUR']) },
    { timeZone: random.pick(['Asia/Shanghai', 'Asia/Shanghai', 'America/New_York', 'Pacific/Auckland']) },
    { shopName: `Shop ${random.below(9)}`, theme: 'dark' },
    {},
  ];
  return { name: 'settings.set', input: random.pick(changes) };
}

export function confirmClock({ random }: World): Asked {
  return { name: 'care.confirmClock', input: { id: random.uuid() } };
}

/** Something sent before, done or refused: again as it was, or its id with other content. */
export function chooseAgain(world: World): Asked {
  const { random, sent } = world;
  const named = sent.filter(({ input }) => input.id !== undefined);
  const before = random.percent(60) ? named.at(-1) : among(world, named, 200);
  if (!before) return chooseCost(world);
  if (random.percent(60)) return before;
  const { id } = before.input;
  const other = random.percent(50)
    ? chooseCost(world)
    : { ...before, input: { ...before.input, ...otherContent(before) } };
  return { ...other, input: { ...other.input, id } };
}

function otherContent({ name, input }: Asked): Record<string, unknown> {
  if ('why' in input) return { why: 'for another reason' };
  if (name === 'stocktakes.count') return { lines: [...(input.lines as unknown[]), { sku: 'CUP', quantity: 1 }] };
  if (name === 'stock.setCost') return { sku: input.sku === 'CUP' ? 'VASE' : 'CUP' };
  if (name.startsWith('stock')) return { note: 'for another reason' };
  if ('returnId' in input) return { returnId: Number(input.returnId) + 1 };
  return 'lines' in input ? { lines: (input.lines as unknown[]).toReversed(), customer: 'another' } : {};
}

/** What does not even fit the contract. */
export function chooseInvalid({ random, sent }: World): { readonly name: string; readonly input: unknown } {
  const id = random.uuid();
  const line = { sku: 'CUP', quantity: 1, unitPrice: '1.00' };
  const open = { id, channel: 'counter', want: 'refund' };
  return random.pick([
    { name: 'sales.record', input: { id, lines: [], tenders: [] } },
    { name: 'sales.record', input: { id, lines: [{ ...line, quantity: 0 }], tenders: [] } },
    { name: 'sales.record', input: { id, lines: [{ ...line, quantity: 0.0001 }], tenders: [] } },
    { name: 'sales.record', input: { id, lines: [{ ...line, unitPrice: '1.00001' }], tenders: [] } },
    { name: 'sales.record', input: { id, lines: [{ ...line, paidCents: -1 }], tenders: [] } },
    { name: 'sales.record', input: { id, lines: [{ ...line, paidCents: 10 ** 15 }], tenders: [] } },
    { name: 'sales.record', input: { id, soldAt: '1969-07-20T20:17:00Z', lines: [line], tenders: [] } },
    { name: 'sales.record', input: { id: 'once', lines: [line], tenders: [] } },
    { name: 'returns.open', input: { ...open, lines: [{ sku: 'CUP', quantity: -1, reason: 'quality' }] } },
    {
      name: 'returns.open',
      input: { ...open, day: '2026-02-30', lines: [{ sku: 'CUP', quantity: 1, reason: 'quality' }] },
    },
    { name: 'returns.counter', input: { ...open, lines: [] } },
    { name: 'refunds.record', input: { id, returnId: 1, payouts: [{ tender: 'cash', amountCents: 0 }] } },
    { name: 'refunds.record', input: { id, returnId: 1, payouts: [{ tender: 'gold', amountCents: 5 }] } },
    { name: 'months.close', input: { id, month: '2026-13' } },
    { name: 'stock.setCost', input: { id, sku: 'CUP', unitCost: '-1' } },
    { name: 'settings.set', input: { timeZone: 'Moon/Crater' } },
    { name: 'no.such', input: sent.at(-1)?.input ?? {} },
  ]);
}

import { beforeEach, expect, test } from 'vitest';
import { counterInput, recordSale } from '../../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';
import { language } from '../../i18n/index.ts';
import type { ask, Trouble } from '../../state/shop.svelte.ts';
import { Settlement, type SettlementFacts } from './settlement.svelte.ts';
import { settlementProblems, settlementTrouble } from './settlement-problems.ts';

beforeEach(() => {
  language.locale = 'en';
  language.currency = 'CNY';
});

const asking = (shop: TestShop) =>
  (async (name: never, input: never) => shop.ask(name, input)) as unknown as typeof ask;
const facts = (changes: Partial<SettlementFacts> = {}): SettlementFacts => ({
  totalCents: 2000,
  limits: [{ tender: 'wechat', maxCents: 2000 }],
  extras: [],
  noReceipt: false,
  ...changes,
});
const quote = {
  lines: [
    {
      sku: 'HAT',
      quantity: 1,
      unitPrice: '35.00',
      listCents: 3500,
      paidCents: 3500,
      taxCents: 0,
      inheritedQuantity: 0,
    },
  ],
  totalCents: 3500,
  paidInGoodsCents: 2000,
  differenceCents: 1500,
  tenders: [],
};
const refused = (code: string, data: object) => ({ kind: 'refused', refusal: { code, data } }) as unknown as Trouble;

test('a plain refund is the shop’s own proposal, and store credit takes all of it first', () => {
  const settlement = new Settlement(() => facts());
  expect(settlement.toInput()).toEqual({ payouts: [{ tender: 'wechat', amountCents: 2000 }] });
  settlement.way = 'store-credit';
  expect(settlement.toInput()).toEqual({ payouts: [{ tender: 'store-credit', amountCents: 2000 }] });
  settlement.payouts.type('store-credit', 1500);
  settlement.creditCode = ' ab-cd ';
  expect(settlement.toInput()).toEqual({
    payouts: [
      { tender: 'store-credit', amountCents: 1500 },
      { tender: 'wechat', amountCents: 500 },
    ],
    storeCredit: { code: 'ab-cd' },
  });
});

test('store credit that paid for the goods goes back first; else it is no way of giving money', () => {
  const credit = { tender: 'store-credit', maxCents: 500 } as const;
  const wechat = { tender: 'wechat', maxCents: 2000 } as const;
  const shown = (limits: SettlementFacts['limits']) =>
    new Settlement(() => facts({ limits })).limits.map(({ tender }) => tender);
  expect(shown([credit, wechat])).toEqual(['store-credit', 'wechat']);
  expect(shown([wechat, credit])).toEqual(['wechat']);
});

test('without a receipt only what the policy allows is offered, unless a person says why not', () => {
  const limits = [{ tender: 'store-credit', maxCents: 2000 }] as const;
  const settlement = new Settlement(() => facts({ limits, noReceipt: true }));
  expect(settlement.limits).toEqual(limits);
  settlement.overriding = true;
  expect(settlement.limits.map(({ tender }) => tender)).toContain('cash');
  expect(settlementProblems(settlement).map(({ place }) => place)).toEqual(['override']);
  settlement.overrideNote = 'known to us';
  expect(settlement.toInput().override).toEqual({ note: 'known to us' });
});

test('an exchange asks for goods, then for their price, then for the difference', async () => {
  await using shop = testShop();
  await recordSale(shop, { lines: [{ sku: 'HAT', name: 'Hat', quantity: 1, unitPrice: '35.00', paidCents: 3500 }] });
  const settlement = new Settlement(() => facts({ exchange: quote }), { ask: asking(shop) });
  settlement.way = 'exchange';
  const places = () => settlementProblems(settlement).map(({ place }) => place);
  expect(places()).toEqual(['exchange']);
  expect(await settlement.exchange.take('CAP')).toBe(false);
  expect(settlement.exchange.codeProblem).toBe('There is no item “CAP”');
  expect(await settlement.exchange.take('HAT')).toBe(true);
  const [line] = settlement.exchange.lines;
  if (line && line.priceE4 === undefined) {
    expect(places()).toEqual(['exchange-0-price']);
    line.priceE4 = 35_0000;
  }
  expect([settlement.collectCents, settlement.payableCents, places()]).toEqual([1500, 0, []]);
  expect(settlement.toInput()).toEqual({
    payouts: [],
    exchange: {
      lines: [{ sku: 'HAT', name: 'Hat', quantity: 1, unitPrice: '35.00' }],
      tenders: [{ tender: 'cash', amountCents: 1500 }],
    },
  });
});

test('the difference is paid from codes of store credit up to what stands on them, the rest another way', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const payouts = [{ tender: 'store-credit' as const, amountCents: 2000 }];
  const { storeCredits } = await shop.call('returns.counter', counterInput(sale, { want: 'store-credit', payouts }));
  const code = storeCredits[0]?.code ?? '';
  await shop.call('storeCredit.use', { id: crypto.randomUUID(), code, amountCents: 1000 });
  const settlement = new Settlement(() => facts({ exchange: quote }), { ask: asking(shop) });
  settlement.way = 'exchange';
  await settlement.exchange.take('CUP');
  Object.assign(settlement.exchange.lines[0] ?? {}, { priceE4: 35_0000 });
  const { paidIn } = settlement.exchange;
  paidIn.add('store-credit');
  expect(settlementProblems(settlement).map(({ place }) => place)).toEqual(['credit-codes']);
  const [row] = paidIn.codes.rows;
  if (!row) throw new Error('no field for a code');
  row.code = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`;
  await paidIn.codes.look(row);
  expect(paidIn.toInput()).toEqual({
    tenders: [
      { tender: 'store-credit', amountCents: 1000 },
      { tender: 'cash', amountCents: 500 },
    ],
    storeCredits: [{ code, amountCents: 1000 }],
  });
});

test.each([
  ['over-tender', { tender: 'wechat', maxCents: 1, askedCents: 2 }, 'tender-wechat'],
  ['over-fee', { maxCents: 1, askedCents: 2 }, 'extras'],
  ['store-credit-only', { tenders: ['store-credit'] }, 'override'],
  ['over-credit-balance', { code: 'X', balanceCents: 1, askedCents: 2 }, 'credit-codes'],
  ['no-such-credit', { code: 'X' }, 'credit-codes'],
  ['tenders-not-total', { totalCents: 1, tendersCents: 2 }, 'exchange-tenders'],
])('%s is said at %s', (code, data, place) => {
  const settlement = new Settlement(() => facts());
  expect(settlementTrouble(refused(code, data), settlement).map((problem) => problem.place)).toEqual([place]);
});

test('what was typed comes back from a draft', () => {
  const settlement = new Settlement(() => facts());
  settlement.way = 'store-credit';
  settlement.creditCode = 'ABC';
  settlement.payouts.type('wechat', 100);
  const restored = new Settlement(() => facts());
  restored.restore(JSON.parse(JSON.stringify(settlement.content)));
  expect(restored.toInput()).toEqual(settlement.toInput());
});

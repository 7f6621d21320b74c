import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inThisThread } from '../../fixtures/care.ts';
import { doAtDesk } from '../../fixtures/desk-acts.ts';
import { deskActions } from '../../fixtures/desk-histories.ts';
import { DeskRules } from '../../fixtures/desk-rules.ts';
import { DeskWorld } from '../../fixtures/desk-world.ts';
import { randomSale } from '../../fixtures/histories.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { verify } from '../care/verify.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 });

/** At least 10,000 actions a run. */
const histories = 250;
const actionsEach = 40;

const clock = testClock();
let shop: TestShop;
let rules: DeskRules;
const done = new Map<string, number>();
let worlds = 0;

beforeAll(async () => {
  shop = testShop({ clock, settings: { storeCreditDays: 3 } });
  rules = new DeskRules(shop.folder);
  await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  await savePolicy();
});
afterAll(async () => {
  rules.close();
  await shop.close();
});

/** A policy that gives and keeps something beside the goods, for every sale here. */
async function savePolicy(): Promise<void> {
  const { presets } = await shop.call('policy.presets', {});
  const preset = presets.find((one) => one.preset === 'thirty-days-receipt');
  if (!preset) throw new Error('no such preset');
  await shop.call('policy.save', {
    id: randomUUID(),
    name: 'Of these histories',
    rules: {
      ...preset.rules,
      fees: [
        {
          label: 'Restocking',
          categories: [],
          reasons: 'other',
          when: 'opened',
          kind: 'restocking',
          percent: 15,
          taxPercent: 13,
        },
      ],
      delivery: 'fault-or-all',
      freight: { fault: 'shop', other: 'customer' },
      withoutGoodsBelowCents: 2000,
    },
  });
}

async function expectWholeFileInOrder(): Promise<void> {
  const { checks } = await inThisThread(shop.folder, (context) => verify(context, {}));
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

async function newWorld(sale: ConstructorParameters<typeof DeskWorld>[1]): Promise<DeskWorld> {
  worlds += 1;
  const world = new DeskWorld(shop, sale, `D${worlds}`);
  await world.found(new Date(clock()).toISOString());
  return world;
}

test('whatever is done at the whole desk, every rule holds after every action', async () => {
  const property = fc.asyncProperty(randomSale, deskActions(actionsEach), async (sale, actions) => {
    const world = await newWorld(sale);
    for (const action of actions) {
      if (action.act === 'tomorrow') clock.set(new Date(clock() + 86_400_000).toISOString());
      await doAtDesk(world, action);
      rules.expect(world);
    }
    for (const [name, times] of world.done) done.set(name, (done.get(name) ?? 0) + times);
  });
  await fc.assert(property, { numRuns: histories });
  await expectWholeFileInOrder();
});

test('and the histories have done everything there is to do, again and again', () => {
  const seldom = [...everything].filter((name) => (done.get(name) ?? 0) < 5);
  expect(seldom).toEqual([]);
});

const everything = [
  'returns.open',
  'returns.arrive',
  'returns.match',
  'returns.value',
  'returns.approve',
  'returns.reject',
  'returns.cancel',
  'returns.close',
  'returns.receive',
  'returns.waive',
  'inspection.record',
  'repair.work',
  'repair.finish',
  'claims.open',
  'claims.pay',
  'claims.close',
  'refunds.record',
  'refunds.record in goods',
  'refunds.void',
  'refunds.correct',
  'storeCredit.use',
  'storeCredit.void',
  'storeCredit.expire',
  'sales.record',
  'stock.setCost',
] as const;

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import { addDays } from '../../contract/values/days.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { policyWindow } from '../../fixtures/policy-window.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { plainRules } from './settings-rules.ts';

vi.setConfig({ testTimeout: 120_000 });

const firstDay = '2026-01-10';

/** Rules that let nothing or everything pass, told apart by their days. */
const rulesOf = (days: number): PolicyRules => ({ ...plainRules, windows: [policyWindow({ days })] });

type Saved = { readonly name: string; readonly validFrom: string; readonly days: number };

/** What should hold: of those that begin by that day the one that begins last, and of several the one saved last. */
function expected(saved: readonly Saved[], soldOn: string): Saved | undefined {
  return saved
    .filter(({ validFrom }) => validFrom <= soldOn)
    .reduce<Saved | undefined>((best, one) => (best && best.validFrom > one.validFrom ? best : one), undefined);
}

type Step = { readonly wait: number; readonly ahead: number; readonly days: number; readonly soldBefore: number };

async function follow(shop: TestShop, clock: ReturnType<typeof testClock>, steps: readonly Step[]): Promise<void> {
  const saved: Saved[] = [];
  const frozen = new Map<number, unknown>();
  let today = firstDay;
  for (const [index, { wait, ahead, days, soldBefore }] of steps.entries()) {
    today = addDays(today, wait);
    clock.set(`${today}T03:00:00.000Z`);
    const policy = { name: `P${index}`, validFrom: addDays(today, ahead), days };
    await shop.call('policy.save', {
      id: randomUUID(),
      name: policy.name,
      validFrom: policy.validFrom,
      rules: rulesOf(days),
    });
    saved.push(policy);
    const soldOn = addDays(today, -soldBefore);
    const sale = await recordSale(shop, { soldAt: `${soldOn}T02:00:00.000Z` });
    const { returnId, verdict } = await shop.call('returns.open', openInput(sale));
    frozen.set(returnId, verdict);
    const holds = expected(saved, soldOn) ?? { name: 'The days of the settings', days: 7 };
    expect([verdict.policy, verdict.outcome]).toEqual([holds.name, soldBefore <= holds.days ? 'accept' : 'reject']);
  }
  for (const [returnId, verdict] of frozen)
    expect((await shop.call('returns.get', { returnId })).verdict).toEqual(verdict);
}

test('whatever is saved for whatever day, the rules of the day of the sale decide, and no verdict changes afterwards', async () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 5 }),
    ahead: fc.integer({ min: 0, max: 8 }),
    days: fc.integer({ min: 0, max: 20 }),
    soldBefore: fc.integer({ min: 0, max: 9 }),
  });
  const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
    const clock = testClock(Date.parse(`${firstDay}T03:00:00.000Z`));
    await using shop = testShop({ clock });
    await follow(shop, clock, steps);
  });
  await fc.assert(property, { numRuns: 25 });
});

import { expect, test } from 'vitest';
import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { testShop } from '../../fixtures/shop.ts';

const withDays = (rules: PolicyRules, days: number): PolicyRules => ({
  ...rules,
  windows: rules.windows.map((window) => ({ ...window, days })),
});

test('a draft shows which returns of the past year it would have judged otherwise, and writes nothing', async () => {
  await using shop = testShop();
  const { rules } = await shop.call('policy.get', {});
  const fresh = await recordSale(shop, { soldAt: '2026-11-17T02:00:00.000Z', customer: 'Wang' });
  const old = await recordSale(shop, { soldAt: '2026-11-01T02:00:00.000Z' });
  const paid = await shop.call('returns.counter', counterInput(fresh));
  await shop.call('returns.open', openInput(old));
  const { events } = await shop.call('care.health', {});

  expect(await shop.call('policy.replay', { rules })).toMatchObject({ returns: 2, changed: 0, changes: [] });
  const strict = await shop.call('policy.replay', { rules: withDays(rules, 0) });
  expect(strict).toMatchObject({
    from: '2025-11-18',
    to: '2026-11-18',
    returns: 2,
    before: { accept: 1, review: 0, reject: 1 },
    after: { accept: 0, review: 0, reject: 2 },
    changed: 1,
    turnedDownCents: 2000,
    changes: [
      {
        number: paid.return.number,
        customer: 'Wang',
        goods: 'Cup',
        creditedCents: 2000,
        before: 'accept',
        after: 'reject',
        rules: [{ rule: 'window', outcome: 'reject' }, {}, {}, {}],
      },
    ],
  });
  const kind = await shop.call('policy.replay', { rules: withDays(rules, 30), limit: 0 });
  expect(kind).toMatchObject({ after: { accept: 2, reject: 0 }, changed: 1, turnedDownCents: 0, changes: [] });
  expect((await shop.call('care.health', {})).events).toBe(events);
});

test('each return is measured with what had come back before it', async () => {
  await using shop = testShop();
  const { rules } = await shop.call('policy.get', {});
  const sale = await recordSale(shop, { soldAt: '2026-11-17T02:00:00.000Z' });
  for (const _ of [1, 2, 3]) await shop.call('returns.open', openInput(sale));
  const replayed = await shop.call('policy.replay', { rules: { ...rules, reviewAboveCents: 2000 } });
  expect(replayed.changes.map((change) => change.rules.at(-1)?.data.cents)).toEqual([6000, 4000]);
});

test('it is given up at once when nobody wants it any more', async () => {
  await using shop = testShop();
  const { rules } = await shop.call('policy.get', {});
  const giveUp = new AbortController();
  giveUp.abort();
  const outcome = await shop.ask('policy.replay', { rules }, { signal: giveUp.signal });
  expect(outcome).toEqual({ refused: { code: 'cancelled', data: {} } });
});

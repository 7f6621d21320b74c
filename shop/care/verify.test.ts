import { expect, test, vi } from 'vitest';
import { busyShop } from '../../fixtures/busy-shop.ts';
import { testShop } from '../../fixtures/shop.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a shop in which everything has happened once is in order', async () => {
  await using shop = await busyShop();
  const phases: string[] = [];
  const { ok, checks } = await shop.call('care.verify', {}, { onProgress: ({ phase }) => phases.push(phase) });
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(ok).toBe(true);
  expect([...new Set(phases)]).toEqual(checks.map(({ name }) => name));
});

test('an empty shop is in order too', async () => {
  await using shop = testShop();
  const { ok, head, events } = await shop.call('care.verify', {});
  expect({ ok, head, events }).toEqual({ ok: true, head: '0'.repeat(64), events: 0 });
});

test('a check that is given up says so', async () => {
  await using shop = testShop();
  const controller = new AbortController();
  const asked = shop.ask('care.verify', {}, { signal: controller.signal });
  controller.abort();
  expect(await asked).toEqual({ refused: { code: 'cancelled', data: {} } });
});

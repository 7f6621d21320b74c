import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { UnusualKind } from '../../../contract/api/unusual.ts';
import { testShop } from '../../../fixtures/shop.ts';
import { DeskOfPeople, month, type Plant, plants } from '../../../fixtures/unusual.ts';

vi.setConfig({ testTimeout: 300_000 });

test('a shop without anything has nothing unusual', async () => {
  await using shop = testShop();
  expect(await shop.call('insight.unusual', month)).toEqual({ items: [], approvals: [] });
});

test('a plain day of people who do as they should has nothing unusual, and says who agreed to what', async () => {
  await using desk = await DeskOfPeople.open();
  await desk.plainDay();
  const { items, approvals } = await desk.unusual();
  expect(items).toEqual([]);
  expect(approvals).toEqual([
    { opener: '小王', approver: '小李', count: 1, of: 2, creditedCents: 0, ofCents: 0 },
    { opener: '小王', approver: '店主', count: 1, of: 2, creditedCents: 0, ofCents: 0 },
  ]);
});

test.each(Object.keys(plants) as UnusualKind[])('%s is found, told whole, and nothing else', async (kind) => {
  await using desk = await DeskOfPeople.open();
  const expected = await (plants[kind] as Plant)(desk);
  const { items } = await desk.unusual();
  expect(items).toEqual([expect.objectContaining({ kind, ...expected })]);
});

test('another period has none of it', async () => {
  await using desk = await DeskOfPeople.open();
  await plants.void?.(desk);
  await desk.as('店主');
  expect((await desk.shop.call('insight.unusual', { from: '2026-10-01', to: '2026-10-31' })).items).toEqual([]);
  expect((await desk.shop.call('insight.unusual', { from: '2026-12-01', to: '2026-12-31' })).items).toEqual([]);
});

test('whatever is planted among plain trade is found, and no more', async () => {
  const kinds = Object.keys(plants) as UnusualKind[];
  await fc.assert(
    fc.asyncProperty(fc.subarray(kinds, { minLength: 3, maxLength: 6 }), async (planted) => {
      await using desk = await DeskOfPeople.open();
      await desk.plainDay();
      for (const kind of planted) await (plants[kind] as Plant)(desk);
      const { items } = await desk.unusual();
      expect(items.map(({ kind }) => kind).sort()).toEqual([...planted].sort());
    }),
    { numRuns: 3 },
  );
});

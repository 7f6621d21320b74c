import { expect, test, vi } from 'vitest';
import { type CheckName, checkNames } from '../../contract/words/index.ts';
import { verifyReads } from '../../db/queries/verify.ts';
import { busyShop } from '../../fixtures/busy-shop.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { testShop } from '../../fixtures/shop.ts';
import { checkChain } from './chain.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a shop in which everything has happened once is in order', async () => {
  await using shop = await busyShop();
  const phases: string[] = [];
  const { ok, checks } = await shop.call('care.verify', {}, { onProgress: ({ phase }) => phases.push(phase) });
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(ok).toBe(true);
  expect([...new Set(phases)]).toEqual(checks.map(({ name }) => name));
  expect(checks.map(({ name }) => name).toSorted()).toEqual(
    checkNames.filter((name) => !ofQuickForm.includes(name)).toSorted(),
  );
});

const ofQuickForm: readonly CheckName[] = ['pages', 'chain-newest', 'ledgers-agree'];

test('the quick form says what it looked at', async () => {
  await using shop = await busyShop();
  const { ok, checks } = await shop.call('care.verify', { quick: true });
  expect(ok).toBe(true);
  expect(checks.map(({ name }) => name)).toEqual([
    'schema',
    'pages',
    'chain-newest',
    'numbers',
    'stock-not-below-zero',
    'ledgers-agree',
  ]);
});

test('the quick form follows the newest links only, from the event before them', async () => {
  await using shop = await busyShop();
  const { events } = await shop.call('care.health', {});
  const rows = await inThisThread(shop.folder, ({ connection }) => {
    const reads = verifyReads(connection.orm);
    const problems = checkChain(reads, { onRows: () => undefined, limit: 9, from: events - 2 });
    return { problems, all: reads.chainLength(1), newest: reads.chainLength(events - 2) };
  });
  expect(rows.problems).toEqual([]);
  expect(rows.newest).toBeLessThan(rows.all / 3);
});

test('progress only goes forward', async () => {
  await using shop = await busyShop();
  const shares: number[] = [];
  await shop.call('care.verify', {}, { onProgress: ({ done, total = 0 }) => shares.push(done / total) });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThan(1);
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

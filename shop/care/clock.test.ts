import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counterInput, recordSale, saleInput } from '../../fixtures/builders.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

test('a clock set back does not turn the books back: entries stay on the last business day', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const sale = await recordSale(shop);
  clock.set('2020-01-01T03:00:00.000Z');
  const { clock: seen } = await shop.call('care.health', {});
  expect(seen).toEqual({ state: 'behind', clockDay: '2020-01-01', today: '2026-11-18' });
  const done = await shop.call('returns.counter', counterInput(sale));
  expect(done.return.day).toBe('2026-11-18');
  expect(done.return.payouts.map(({ day }) => day)).toEqual(['2026-11-18']);
  clock.set('2026-11-19T03:00:00.000Z');
  expect((await shop.call('care.health', {})).clock.state).toBe('right');
});

test('a clock more than a month ahead is doubted until somebody says that it is right', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  clock.set('2036-11-18T03:00:00.000Z');
  const refusal = { code: 'clock-doubtful', data: { clockDay: '2036-11-18', lastDay: '2026-11-18' } };
  const input = saleInput();
  expect(await shop.refusal('sales.record', input)).toEqual(refusal);
  expect((await shop.call('care.health', {})).clock.state).toBe('doubtful');
  expect(await shop.call('care.confirmClock', { id: randomUUID() })).toEqual({ day: '2036-11-18' });
  expect((await shop.call('sales.record', input)).saleId).toBeGreaterThan(0);
});

test('a month without any entry is no doubt, and a shop without entries has none', async () => {
  const clock = testClock();
  await using shop = testShop({ clock, settings: { openingDay: '1999-01-01' } });
  const sellAt = (instant: string) => {
    clock.set(instant);
    return saleInput({ soldAt: instant });
  };
  await shop.call('sales.record', sellAt('1999-01-01T03:00:00.000Z'));
  await shop.call('sales.record', sellAt('1999-02-01T03:00:00.000Z'));
  expect(await shop.refusal('sales.record', sellAt('1999-03-05T03:00:00.000Z'))).toMatchObject({
    code: 'clock-doubtful',
  });
});

test('what became of an action can be asked without doing it', async () => {
  await using shop = testShop();
  const input = saleInput();
  expect(await shop.call('care.outcome', { id: input.id })).toEqual({ happened: false });
  await shop.call('sales.record', input);
  expect(await shop.call('care.outcome', { id: input.id })).toEqual({
    happened: true,
    at: '2026-11-18T03:00:00.000Z',
    kind: 'sales.record',
  });
});

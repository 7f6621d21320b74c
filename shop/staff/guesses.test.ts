import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { guessing } from '../../fixtures/fuzz/guessing.ts';
import { testShop } from '../../fixtures/shop.ts';

// Each PIN that is looked at takes its twentieth of a second, and more on a machine that does other things as well.
vi.setConfig({ testTimeout: 600_000 });

test('of ten thousand guesses with new starts and another time of day, as many are looked at as the schedule allows', async () => {
  const { bad, guesses, looked, starts } = await guessing({ folder: temporaryFolder(), guesses: 10_000, seed: 1 });
  expect(bad).toEqual([]);
  expect(guesses).toBeGreaterThanOrEqual(10_000);
  expect(looked).toBeLessThan(guesses / 50);
  expect(starts).toBeGreaterThan(8);
});

test('the one signed in is guessed at no faster by confirming', async () => {
  await using shop = testShop({ steady: () => 0 });
  await shop.call('staff.add', { id: randomUUID(), name: '店主', role: 'owner', pin: '482913' });
  const said = await Promise.all(
    Array.from({ length: 100 }, (_, index) => shop.refusal('staff.confirm', { pin: `${200_000 + index}` })),
  );
  expect(said.filter(({ code }) => code === 'pin-wrong')).toHaveLength(5);
  expect(said.filter(({ code }) => code === 'pin-wait')).toHaveLength(95);
  expect(await shop.refusal('staff.confirm', { pin: '482913' })).toEqual({ code: 'pin-wait', data: { seconds: 30 } });
});

test('a PIN that the owner sets takes all waiting back', async () => {
  await using shop = testShop({ steady: () => 0 });
  await shop.call('staff.add', { id: randomUUID(), name: '店主', role: 'owner', pin: '482913' });
  await shop.call('staff.confirm', { pin: '482913' });
  await shop.call('staff.add', { id: randomUUID(), name: '小王', role: 'clerk', pin: '7046' });
  for (let guess = 0; guess < 6; guess += 1) await shop.refusal('staff.vouch', { name: '小王', pin: `33${guess}1` });
  expect((await shop.refusal('staff.vouch', { name: '小王', pin: '7046' })).code).toBe('pin-wait');
  await shop.call('staff.confirm', { pin: '482913' });
  await shop.call('staff.setPin', { id: randomUUID(), name: '小王', pin: '5150' });
  expect(await shop.call('staff.signIn', { name: '小王', pin: '5150' })).toMatchObject({ person: { name: '小王' } });
});

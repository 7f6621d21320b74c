import { describe, expect, it } from 'vitest';
import { recordSale, saleInput } from '../fixtures/builders.ts';
import { testClock, testShop } from '../fixtures/shop.ts';

describe('numbers the shop gives', () => {
  it('passes over one that somebody typed in, and leaves no gap', async () => {
    await using shop = testShop();
    await recordSale(shop, { number: 'S-2026-000002' });
    const given = [];
    for (let sale = 0; sale < 3; sale += 1) given.push((await shop.call('sales.record', saleInput())).number);
    expect(given).toEqual(['S-2026-000001', 'S-2026-000003', 'S-2026-000004']);
    expect((await shop.call('care.verify', {})).ok).toBe(true);
  });

  it('belongs to the business day, also where the clock was set back', async () => {
    const clock = testClock();
    await using shop = testShop({ clock });
    await recordSale(shop);
    clock.set('2025-12-30T02:00:00.000Z');
    const { soldAt: _, ...now } = saleInput();
    const { saleId, number } = await shop.call('sales.record', now);
    expect({ number, day: (await shop.call('sales.get', { saleId })).day }).toEqual({
      number: 'S-2026-000002',
      day: '2026-11-18',
    });
  });
});

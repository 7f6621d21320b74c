import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testShop } from '../../fixtures/shop.ts';

test('a file that was checked before is sound still after names were changed', async () => {
  await using shop = testShop();
  for (let round = 0; round < 4; round += 1) {
    for (let index = 0; index < 20; index += 1)
      await shop.call('catalog.saveProduct', { id: randomUUID(), sku: `S${index % 7}`, name: `${round} and ${index}` });
    const { ok, checks } = await shop.call('care.verify', { quick: true });
    expect([round, ok, checks.filter((check) => !check.ok)]).toEqual([round, true, []]);
  }
});

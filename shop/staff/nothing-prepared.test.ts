import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testShop } from '../../fixtures/shop.ts';

test('no backup is made for a closing that is refused for want of the right', async () => {
  await using shop = testShop();
  await shop.call('staff.add', { id: randomUUID(), name: '店主', role: 'owner', pin: '482913' });
  await shop.call('staff.signOut', {});
  const backups = join(shop.folder, 'backups');
  const before = existsSync(backups) ? readdirSync(backups) : [];
  const closing = { id: randomUUID(), month: '2026-10' };
  expect((await shop.refusal('months.close', closing)).code).toBe('not-signed-in');
  expect(existsSync(backups) ? readdirSync(backups) : []).toEqual(before);
});

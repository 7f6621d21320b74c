import { beforeAll, expect, test, vi } from 'vitest';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const tied = 'SELECT min(id) FROM wallet_lines WHERE payout_id IS NOT NULL';

test.each([
  ['a line that forgot its tie', `UPDATE wallet_lines SET payout_id = NULL WHERE id = (${tied})`],
  ['a line tied by nobody', `UPDATE wallet_lines SET payout_id = 1 WHERE payout_id IS NULL`],
  ['another payout than the newest tie says', `UPDATE wallet_lines SET payout_id = 1 WHERE id = (${tied})`],
  ['a tie that is gone', `DELETE FROM wallet_ties WHERE id = (SELECT max(id) FROM wallet_ties)`],
  ['an amount that is not that of the payout', `UPDATE wallet_lines SET cents = cents + 1 WHERE id = (${tied})`],
  [
    'a payout that went another way',
    `UPDATE payouts SET tender = 'card' WHERE id = (SELECT payout_id FROM wallet_lines WHERE id = (${tied}))`,
  ],
])('wallet-ties finds %s', async (_, statements) => {
  expect(await failingChecks(file, statements)).toContain('wallet-ties');
});

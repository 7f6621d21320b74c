import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { fillMonth } from '../../../fixtures/month.ts';
import { lacks } from '../../../fixtures/programs.ts';
import { testShop } from '../../../fixtures/shop.ts';

test('hledger checks the journal strictly, and its balances are those of the books', async ({ skip }) => {
  const lacking = lacks('hledger');
  if (lacking) return skip(lacking);
  await using shop = testShop();
  const hostile = [
    { role: 'cash' as const, code: '(1001)', name: '*现金;  "柜台"' },
    { role: 'wechat' as const, code: '资产:微信', name: 'a|b' },
  ];
  await shop.call('settings.set', { accounts: hostile });
  await fillMonth(shop);
  const to = join(shop.folder, 'pack');
  const { files, controls } = await shop.call('months.export', { month: '2026-11', format: 'hledger', to });
  const path = files[0]?.path ?? '';
  const checked = spawnSync('hledger', ['-f', path, 'check', '--strict'], { encoding: 'utf8' });
  expect([checked.status, checked.stderr]).toEqual([0, '']);

  const { items } = await shop.call('money.entries', { from: '2026-11-01', to: '2026-11-30' });
  const lines = items.flatMap((item) => item.lines);
  const debits = lines.reduce((sum, { debitCents }) => sum + debitCents, 0);
  expect(debits).toBe(controls.debitCents);
  const output = execFileSync('hledger', ['-f', path, 'balance', '--flat', '-E', '-N', '-O', 'csv'], {
    encoding: 'utf8',
  });
  const balances = Papa.parse<{ account: string; balance: string }>(output, {
    header: true,
    skipEmptyLines: true,
  }).data;
  const theirs = balances.map(({ balance }) => Math.round(Number(balance.replace('CNY ', '')) * 100));
  const ours = new Map<string, number>();
  for (const { code, debitCents, creditCents } of lines)
    ours.set(code, (ours.get(code) ?? 0) + debitCents - creditCents);
  const sorted = (values: Iterable<number>): number[] => [...values].sort((one, other) => one - other);
  expect(sorted(theirs)).toEqual(sorted(ours.values()));
  const postings = execFileSync('hledger', ['-f', path, 'print', '-O', 'csv'], { encoding: 'utf8' });
  const amounts = Papa.parse<{ amount: string }>(postings, { header: true, skipEmptyLines: true }).data;
  const positive = amounts
    .map(({ amount }) => Math.round(Number(amount.replace('CNY ', '')) * 100))
    .filter((cents) => cents > 0);
  expect(positive.reduce((sum, cents) => sum + cents, 0)).toBe(controls.debitCents);
});

import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillMonth } from '../../../fixtures/month.ts';
import { fileOf } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';
import { readVouchers } from '../../../fixtures/voucher-files.ts';

const readChart = (shop: TestShop, accounts: readonly (readonly [code: string, name: string])[]) =>
  shop.call('accounts.readChart', {
    id: randomUUID(),
    path: fileOf(['科目代码,科目名称', ...accounts.map((account) => account.join(',')), ''].join('\n')),
  });

const codes = ['1001', '1405', '1901', '2221', '2241', '5001', '5401', '5711'];

test('an account that the accountant does not have keeps their formats back, and nothing is written', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  await readChart(
    shop,
    codes.map((code) => [code, `账${code}`]),
  );
  const to = join(shop.folder, 'pack');
  for (const format of ['voucher-cn', 'kingdee-kis', 'jdy', 'yonyou'] as const)
    expect(await shop.refusal('months.export', { month: '2026-11', format, to })).toEqual({
      code: 'accounts-not-mapped',
      data: { accounts: ['1012.01 其他货币资金-微信'] },
    });
  expect(readdirSync(shop.folder)).not.toContain('pack');
  expect((await shop.call('months.export', { month: '2026-11', format: 'xero', to })).files).toHaveLength(2);
});

test('what was posted under a code they do not have goes by the mapping of today, under the name they have for it', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  await readChart(
    shop,
    [...codes, '101202'].map((code) => [code, `账${code}`]),
  );
  await shop.call('settings.set', { accounts: [{ role: 'wechat', code: '101202', name: '微信' }] });
  const written = await shop.call('months.export', { month: '2026-11', format: 'jdy', to: join(shop.folder, 'pack') });
  const lines = readVouchers('jdy', written);
  expect(new Set(lines.map(({ code, name }) => `${code} ${name}`))).toContain('101202 账101202');
  for (const { code, name } of lines) expect(name).toBe(`账${code}`);
});

test('columns of the shop’s own that say too little are refused', async () => {
  await using shop = testShop();
  await shop.call('settings.set', {
    voucherColumns: [
      { heading: '日期', field: 'date' },
      { heading: '借方', field: 'debit' },
    ],
  });
  const input = { month: '2026-11', format: 'voucher-cn', to: join(shop.folder, 'pack') } as const;
  expect(await shop.refusal('months.export', input)).toEqual({
    code: 'voucher-columns-missing',
    data: { missing: ['number', 'summary', 'account-code', 'credit'] },
  });
});

import { expect, test } from 'vitest';
import type { Settings } from '../../../contract/api/settings.ts';
import { genericVoucherColumns } from '../../../contract/values/voucher-columns.ts';
import { exampleRows } from './voucher-example.ts';

const vouchers: Settings['vouchers'] = { word: '记', per: 'entry', red: 'negative', maker: '李', encoding: 'utf-8' };
const shop = {
  vouchers,
  currency: 'CNY',
  day: '2026-03-08',
  accounts: [
    { role: 'sales', code: '5001', name: '主营业务收入' },
    { role: 'owed-to-customer', code: '2241', name: '其他应付款' },
  ],
} as const;

test('the usual columns say what the file would', () => {
  expect(exampleRows(genericVoucherColumns, shop)).toEqual([
    ['2026-03-08', '记', '12', '1', '退货红冲 C-2026-000123', '5001', '主营业务收入', '0.00', '-88.00', ''],
    ['2026-03-08', '记', '12', '1', '退货红冲 C-2026-000123', '2241', '其他应付款', '0.00', '88.00', ''],
  ]);
});

test('swapped sides, and the word before the number where it has no column of its own', () => {
  const columns = (['number', 'debit', 'credit', 'line', 'maker'] as const).map((field) => ({ heading: field, field }));
  expect(exampleRows(columns, { ...shop, vouchers: { ...vouchers, red: 'swapped' } })).toEqual([
    ['记-12', '88.00', '0.00', '1', '李'],
    ['记-12', '0.00', '88.00', '2', '李'],
  ]);
});

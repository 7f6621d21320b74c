import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testShop } from '../../fixtures/shop.ts';

const rows = '单号\t品名, 规格\t数量\n1001\t茶壶\t2\n';

test('cells copied from a spreadsheet are looked into like any file', async () => {
  await using shop = testShop();
  const { path } = await shop.call('imports.paste', { text: rows });
  const { columns, sample } = await shop.call('imports.preview', { path, kind: 'sales' });
  expect(columns).toEqual(['单号', '品名, 规格', '数量']);
  expect(sample).toEqual([{ 单号: '1001', '品名, 规格': '茶壶', 数量: '2' }]);
});

test('two pastes of one second are two files, and a zero character spoils none', async () => {
  await using shop = testShop();
  const first = await shop.call('imports.paste', { text: 'a\0b' });
  const second = await shop.call('imports.paste', { text: rows });
  expect(readFileSync(first.path, 'utf8')).toBe('\uFEFFab');
  expect(second.path).not.toBe(first.path);
});

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chartWorkbook } from '../../fixtures/charts.ts';
import { fileOf, inGbk } from '../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

let shop: TestShop;
beforeAll(() => {
  shop = testShop();
});
afterAll(() => shop.close());

const read = (content: string | Buffer, wish: object = {}) =>
  shop.call('accounts.readChart', { id: randomUUID(), path: fileOf(content, 'chart.csv'), ...wish });
const chart = async () => (await shop.call('accounts.chart', {})).items.map(({ code, name }) => `${code} ${name}`);

describe('a chart is read as it comes', () => {
  const accounts = ['1012 其他货币资金', '1012.01 微信'];
  test.each([
    ['as this program’s users know it', '科目代码,科目名称\n1012,其他货币资金\n1012.01,微信\n'],
    ['with other columns', '序号,科目编码,科目名称,余额方向\n1,1012,其他货币资金,借\n2,1012.01,微信,借\n'],
    ['with a title above', '会计科目表,\n科目编码,科目名称\n1012,其他货币资金\n1012.01,微信\n'],
    ['without headings', '1012,其他货币资金\n1012.01,微信\n'],
    ['indented by level', '编码,名称\n1012,其他货币资金\n1012.01,　　微信\n'],
    ['drawn as a tree', '编码,名称\n1012,其他货币资金\n1012.01,└─ 微信\n'],
    ['guarded for a spreadsheet', '代码,名称\n="1012",其他货币资金\n="1012.01",微信\n'],
    ['with empty lines', '代码,名称\n\n1012,其他货币资金\n,\n1012.01,微信\n\n'],
    ['in semicolons', '代码;名称\n1012;其他货币资金\n1012.01;微信\n'],
    ['of an English program', '*Code,*Name,*Type\n1012,其他货币资金,Bank\n1012.01,微信,Bank\n'],
    ['numbered', 'No.,Account Name\n1012,其他货币资金\n1012.01,微信\n'],
  ])('%s', async (_, content) => {
    expect(await read(content)).toMatchObject({ rowsRead: 2, rowsStored: 2, rowsRefused: 0, refused: [] });
    expect(await chart()).toEqual(accounts);
  });

  test('in GBK', async () => {
    await read(inGbk('科目代码,科目名称\r\n1012,其他货币资金\r\n1012.01,微信\r\n'));
    expect(await chart()).toEqual(accounts);
  });

  test('from a workbook in which codes are figures', async () => {
    await read(await chartWorkbook());
    expect(await chart()).toEqual(accounts);
  });
});

test('what is not taken is told row by row, and all rows add up', async () => {
  const lines = [
    '代码,名称',
    '1001,库存现金',
    ',没有代码',
    '1002,',
    '1001,库存现金',
    `1003,${'长'.repeat(81)}`,
    '1.23E+17,被吃掉的代码',
    '1004,锟斤拷',
  ];
  expect(await read(lines.join('\n'))).toEqual({
    codeColumn: '代码',
    nameColumn: '名称',
    rowsRead: 7,
    rowsStored: 1,
    rowsRefused: 6,
    refused: [
      { row: 2, why: 'code-empty' },
      { row: 3, why: 'name-empty' },
      { row: 4, why: 'code-twice' },
      { row: 5, why: 'too-long' },
      { row: 6, why: 'digits-lost' },
      { row: 7, why: 'text-damaged' },
    ],
  });
  expect(await chart()).toEqual(['1001 库存现金']);
});

describe('a file that is no chart leaves the one that is there', () => {
  const kept = ['1001 库存现金'];
  beforeEach(() => read('代码,名称\n1001,库存现金\n'));

  test.each([
    ['its columns are others', '日期,金额\n2026-01-01,5\n', ['日期', '金额']],
    ['no account is in it', '代码,名称\n,x\n', ['代码', '名称']],
    ['a title, and other columns', '报表,\n日期,金额\n2026-01-01,5\n', ['日期', '金额']],
  ])('%s', async (_, content, columns) => {
    const input = { id: randomUUID(), path: fileOf(content) };
    expect(await shop.refusal('accounts.readChart', input)).toEqual({ code: 'not-a-chart', data: { columns } });
    expect(await chart()).toEqual(kept);
  });

  test('it is not there, or not readable, or has more accounts than anybody', async () => {
    const many = `代码,名称\n${Array.from({ length: 20_001 }, (_, index) => `${index},x`).join('\n')}`;
    for (const [path, code] of [
      [join(shop.folder, 'none.csv'), 'no-such-file'],
      [fileOf(''), 'file-not-readable'],
      [fileOf(many), 'file-not-readable'],
    ] as const)
      expect(await shop.refusal('accounts.readChart', { id: randomUUID(), path })).toMatchObject({ code });
    expect(await chart()).toEqual(kept);
  });
});

test('columns can be named', async () => {
  const content = '自编码,自命名,科目代码,科目名称\nA1,甲,1001,库存现金\n';
  expect(await read(content, { codeColumn: '自编码', nameColumn: '自命名' })).toMatchObject({ codeColumn: '自编码' });
  expect(await chart()).toEqual(['A1 甲']);
});

test('the same id reads once; ours are checked against what was read', async () => {
  await using own = testShop();
  expect((await own.call('accounts.check', {})).known).toBe(false);
  const input = { id: randomUUID(), path: fileOf('代码,名称\n1001,库存现金\n1012,其他货币资金\n101201,微信\n') };
  const first = await own.call('accounts.readChart', input);
  expect(await own.call('accounts.readChart', input)).toEqual(first);
  const { known, items } = await own.call('accounts.check', {});
  expect(known).toBe(true);
  expect(items.find(({ role }) => role === 'cash')).toEqual({
    role: 'cash',
    code: '1001',
    name: '库存现金',
    preset: { code: '1001', name: '库存现金' },
    standing: 'ok',
    theirName: '库存现金',
    suggestions: [],
  });
  expect(items.find(({ role }) => role === 'wechat')).toMatchObject({
    standing: 'no-such-code',
    suggestions: [{ code: '101201', name: '微信' }],
  });
  const { checks } = await own.call('care.verify', {});
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

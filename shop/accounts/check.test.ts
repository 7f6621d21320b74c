import { describe, expect, test } from 'vitest';
import type { ChartAccount } from './account.ts';
import { checkAccounts } from './check.ts';

const account = (code: string, name: string): ChartAccount => ({ code, name });
/** How one account of ours stands in a chart of `code name` lines. */
function stand(ours: ChartAccount, ...chart: string[]) {
  const accounts = chart.map((line) => account(line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)));
  const [checked] = checkAccounts([ours], accounts);
  return { standing: checked?.standing, suggested: checked?.suggestions.map(({ code }) => code) };
}

const wechat = account('1012.01', '其他货币资金-微信');

test('without a chart nothing is said', () => {
  expect(checkAccounts([wechat], [])).toEqual([{ ...wechat, suggestions: [] }]);
});

describe('an account of the chart', () => {
  test.each([
    ['is ours', '其他货币资金-微信', 'ok'],
    ['is ours but for spaces, width and case', '其他货币资金 － 微信', 'ok'],
    ['has another name', '微信', 'name-differs'],
  ])('%s', (_, name, standing) => {
    expect(stand(wechat, '1012 其他货币资金', `1012.01 ${name}`).standing).toBe(standing);
  });

  test('with another name is offered under its own', () => {
    const [checked] = checkAccounts([account('1002', '银行存款')], [account('1002', '银行存款（工行）')]);
    expect(checked).toEqual({
      code: '1002',
      name: '银行存款',
      standing: 'name-differs',
      theirName: '银行存款（工行）',
      suggestions: [account('1002', '银行存款（工行）')],
    });
  });
});

describe('accounts below ours', () => {
  test.each([
    ['a point', '1012.01'],
    ['a hyphen', '1012-01'],
    ['two figures', '101201'],
    ['three figures', '1012001'],
    ['letters after a point', '1012.A'],
  ])('after %s', (_, below) => {
    expect(stand(account('1012', '其他货币资金'), '1012 其他货币资金', `${below} 微信`)).toEqual({
      standing: 'has-subaccounts',
      suggested: [below],
    });
  });

  test.each([
    ['one figure more', '200', '2000'],
    ['a code of one figure', '1', '1001'],
    ['the same beginning with letters', '10A', '10AB'],
  ])('but not after %s', (_, code, other) => {
    expect(stand(account(code, 'Sales'), `${code} Sales`, `${other} Other`).standing).toBe('ok');
  });

  test('below by two levels, and only the last of them can be taken', () => {
    expect(
      stand(account('5601', '销售费用'), '5601 销售费用', '5601.01 运费', '5601.01.01 市内', '5602 管理费用'),
    ).toEqual({
      standing: 'has-subaccounts',
      suggested: ['5601.01.01'],
    });
  });
});

describe('what a code that is not there could be', () => {
  const others = ['1001 库存现金', '1012 其他货币资金', '4001 实收资本'];
  test.each([
    ['the same code written otherwise', '101201 平台备付金', '101202 微信'],
    ['the same name', '1015.07 其他货币资金-微信', '1012.04 微信'],
    ['the last part of the name', '1012.07 其他货币资金_微信', '1012.04 银行汇票'],
    ['a name that has ours in it', '100204 微信钱包', '1012.04 银行汇票'],
    ['the same first level', '1012.04 银行汇票', '1122.01 应收账款'],
  ])('%s comes first', (_, first, second) => {
    const { standing, suggested } = stand(wechat, second, ...others, first);
    expect(standing).toBe('no-such-code');
    expect(suggested?.[0]).toBe(first.split(' ')[0]);
  });

  test('nothing of the kind: nothing is offered', () => {
    expect(stand(account('2241.02', '其他应付款-店主'), '1001 库存现金')).toEqual({
      standing: 'no-such-code',
      suggested: [],
    });
  });

  test('what it is for says more than its name', () => {
    const [checked] = checkAccounts(
      [{ ...account('2221', '应交税费'), alsoCalled: ['销项税'] }],
      [account('2221', '应交税费'), account('222101', '进项税额'), account('222102', '销项税额')],
    );
    expect(checked?.suggestions.map(({ code }) => code)).toEqual(['222102', '222101']);
  });

  test('a name like “other” leads nowhere, and more of the same characters are nearer', () => {
    expect(stand(account('1012.09', '其他货币资金-其他'), '5051 其他业务收入').suggested).toEqual([]);
    expect(stand(account('5601.02', '销售费用-运费'), '560105 维修费', '560108 运杂费').suggested).toEqual([
      '560108',
      '560105',
    ]);
  });

  test('never more than five', () => {
    const many = Array.from({ length: 30 }, (_, index) => `1012.${50 + index} 账户${index}`);
    expect(stand(wechat, ...many).suggested).toEqual(['1012.50', '1012.51', '1012.52', '1012.53', '1012.54']);
  });
});

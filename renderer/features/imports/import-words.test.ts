import { expect, test } from 'vitest';
import { language } from '../../i18n/index.ts';
import { countsSentence, fileName, ownName, profileWords, saidCounts, unlinkedCount } from './import-words.ts';
import { warningSentence } from './warning-words.ts';

test('only what there was any of is told', () => {
  language.locale = 'en';
  expect(saidCounts({ sales: 3, saleLines: 0, products: undefined })).toEqual([
    { name: 'sales', word: 'Sales', count: 3 },
  ]);
  expect([countsSentence({ sales: 1200, customers: 2 }), countsSentence({})]).toEqual([
    'Sales 1,200 · Customers 2',
    '',
  ]);
});

test('a file is called as people call it, a saved mapping by its own name', () => {
  language.locale = 'zh-CN';
  expect([
    profileWords('taobao-lines', false),
    profileWords('generic', false),
    profileWords('generic', true),
    profileWords('小店收银', false),
  ]).toEqual(['淘宝/天猫 宝贝报表', '按列名猜出各列的意思', '各列由您指定', '已存的「小店收银」']);
  expect(['taobao-lines', 'generic', '小店收银'].map(ownName)).toEqual(['', '', '小店收银']);
});

test('a warning has a sentence; one of a newer shop stays as it is', () => {
  language.locale = 'en';
  expect([warningSentence({ code: 'no-cost', count: 1 }), warningSentence({ code: 'new-one', count: 2 })]).toEqual([
    '1 item came without a cost: it counts as zero and unknown until you set it under Stock',
    'new-one: 2',
  ]);
});

test('the name of a file is the last part of its path, on any system; lines without a sale are summed', () => {
  expect([fileName('C:\\Users\\a\\orders.csv'), fileName('/media/orders.csv')]).toEqual(['orders.csv', 'orders.csv']);
  const links = { linked: 5, noCustomer: 1, noEarlierSale: 2, alreadyReturned: 3, tooLittleLeft: 4 };
  expect(unlinkedCount(links)).toBe(10);
});

import { expect, test } from 'vitest';
import { settingsSchema } from '../api/settings.ts';
import { type Refusal, type RefusalCode, refusalData } from '../refusals.ts';
import { locales } from '../values/words.ts';
import { misfitSentence, reasonWord, refusalSentence, stepWord } from './index.ts';

/** A likely value for every fact of a refusal. */
const facts: Readonly<Record<string, unknown>> = {
  why: undefined,
  path: '/data/shop.db',
  id: '0d3c',
  stage: 'received',
  tender: 'wechat',
  tenders: ['store-credit', 'cash'],
  reason: 'other',
  month: '2026-10',
  missing: ['sku', 'quantity'],
  columns: ['A', 'B'],
  sheets: ['A', 'B'],
  by: ['S-1', 'R-2'],
  accounts: ['5001', '1001'],
};

function exampleOf(code: RefusalCode): Refusal {
  const data: Record<string, unknown> = {};
  let figure = 1234;
  for (const [name, schema] of Object.entries(refusalData[code].shape)) {
    const options = 'options' in schema ? (schema.options as readonly string[]) : undefined;
    figure += 1;
    const isFigure = schema.safeParse(figure).success;
    data[name] = isFigure ? figure : (facts[name] ?? options?.[0] ?? `${name}-7`);
  }
  return { code, data: refusalData[code].parse(data) } as unknown as Refusal;
}

const codes = Object.keys(refusalData) as RefusalCode[];

test.each(codes)('%s is a whole sentence in both languages', (code) => {
  for (const locale of locales) {
    const sentence = refusalSentence(exampleOf(code), locale, 'CNY');
    expect(sentence).toMatch(/[.。)）]$|[^。.]+：\S+$|Place: \S+$/);
    expect(sentence).not.toMatch(/[{}]|undefined|\[object|NaN/);
  }
});

test.each(codes)('%s is written in Chinese, not left in English', (code) => {
  const sentence = refusalSentence(exampleOf(code), 'zh-CN', 'CNY');
  expect(sentence).toMatch(/[\u4e00-\u9fff]{3}/);
  expect(sentence).not.toMatch(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/);
  expect(refusalSentence(exampleOf(code), 'en', 'CNY')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('every reason that a code gives has a sentence of its own', () => {
  const sentences = ['damaged', 'in-use', 'disk-full'].map((why) =>
    refusalSentence({ code: 'shop-cannot-open', data: { why, path: 'D:/shop' } } as Refusal, 'zh-CN'),
  );
  expect(sentences).toEqual([
    '店铺打不开：数据文件已损坏，请从备份中恢复。位置：D:/shop',
    '店铺打不开：另一个 Backshelf 正在使用这家店，请先关闭它。位置：D:/shop',
    '店铺打不开：磁盘已满，请先腾出空间再打开。位置：D:/shop',
  ]);
});

test('a refusal says its facts with the currency where it is known', () => {
  const refusal: Refusal = { code: 'over-tender', data: { tender: 'wechat', maxCents: 9900, askedCents: 128_450 } };
  expect([refusalSentence(refusal, 'en', 'GBP'), refusalSentence(refusal, 'zh-CN')]).toEqual([
    'WeChat Pay can take back at most £99.00, not £1,284.50. Please pay the rest another way.',
    '微信最多退 99.00，现在填了 1284.50，请改用其他方式退余款。',
  ]);
});

test('the shop’s own words for a reason come before the default ones', () => {
  const own = [{ code: 'quality', zh: '瑕疵', en: 'Flaw' }];
  expect([reasonWord('quality', 'zh-CN', own), reasonWord('recall', 'en', own), reasonWord('new-one', 'en')]).toEqual([
    '瑕疵',
    'Recall',
    'new-one',
  ]);
});

test('a step of a newer program keeps its own name', () => {
  expect([stepWord('receive', 'zh-CN'), stepWord('teleport', 'zh-CN')]).toEqual(['收货', 'teleport']);
});

test('what does not fit is said for the field, in the shop’s language', () => {
  const issues = settingsSchema
    .partial()
    .safeParse({ shopName: 'x'.repeat(81), returnWindowDays: -1, timeZone: 'Mars/Base', fallbackTenders: [] }).error;
  expect(issues?.issues.map((issue) => [issue.path.join('.'), misfitSentence(issue, 'zh-CN')])).toEqual([
    ['shopName', '最多 80 个字。'],
    ['timeZone', '没有这个时区，例如 Asia/Shanghai。'],
    ['returnWindowDays', '不能小于 0。'],
    ['fallbackTenders', '至少要有 1 项。'],
  ]);
});

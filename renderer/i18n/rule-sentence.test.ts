import { afterEach, expect, test } from 'vitest';
import type { RuleResult } from '../../contract/api/return-shape.ts';
import { language } from './index.ts';
import { ruleSentence } from './rule-sentence.ts';

const before = language.locale;
afterEach(() => {
  language.locale = before;
});

const told = (
  locale: 'zh-CN' | 'en',
  rule: RuleResult['rule'],
  data: RuleResult['data'],
  outcome: RuleResult['outcome'] = 'accept',
) => {
  language.locale = locale;
  return ruleSentence({ rule, outcome, data });
};

const late = { known: true, days: 9, windowDays: 7, lastDay: '2026-01-08', fault: true };

test.each<[RuleResult['rule'], RuleResult['data'], RuleResult['outcome'], string]>([
  ['window', { known: false }, 'review', 'No receipt: the day of the sale is not known'],
  ['window', { known: true, promised: false }, 'reject', 'Not promised for such a sale'],
  ['window', { ...late, signed: false }, 'review', 'Day of delivery not known; 9 days since the sale, 7 allowed'],
  ['window', { ...late, days: 3, pausedDays: 1 }, 'accept', 'Day 3 of 7 for faults; 1 day of repair not counted'],
  ['repairs', { failed: 2, needed: 2 }, 'accept', '2 repairs that failed'],
  ['exclusion', {}, 'accept', 'Not among the goods excluded'],
  ['exclusion', { label: 'Hygiene', goods: 'Cup', seen: false }, 'review', 'Hygiene: Cup, condition not known'],
  ['condition', { condition: 'opened' }, 'review', 'Goods opened'],
  ['condition', {}, 'accept', 'Condition to be seen when the goods come'],
  ['missing', { parts: 'Lid' }, 'review', 'Missing: Lid'],
  ['together', { left: 'Gift' }, 'review', 'Of the bundle, not returned: Gift'],
  ['proof', { tenders: 'store-credit,cash' }, 'review', 'No receipt: money goes back as Store credit, Cash'],
  [
    'amount',
    { cents: 12_000, side: 'above', limitCents: 10_000 },
    'review',
    'Comes to ¥120.00; above ¥100.00 somebody looks at it',
  ],
  [
    'customer-limit',
    { known: true, returns: 3, limit: 3, days: 30 },
    'review',
    '3 returns of this customer in 30 days',
  ],
  [
    'clerk-limit',
    { cents: 12_000, limitCents: 10_000 },
    'review',
    'With this, the clerk gives back ¥120.00 today, of ¥100.00',
  ],
  ['serial', { given: true, recorded: false }, 'review', 'The sale has no serial number to compare'],
  [
    'platform',
    { status: '处理中心复核' },
    'review',
    'The platform says “处理中心复核”, which is not known: somebody must look',
  ],
  ['reason-known', { other: 1, reasons: 'changed-mind' }, 'reject', 'Reason: Changed mind'],
])('%s %j is told (%s)', (rule, data, outcome, sentence) => {
  expect(told('en', rule, data, outcome)).toBe(sentence);
  expect(told('zh-CN', rule, data, outcome)).not.toMatch(/undefined|\{|\}/);
});

test('a rule that let something pass says why', () => {
  expect(told('en', 'missing', { parts: 'Lid', excused: 'amount' })).toBe(
    'Missing: Lid; let pass for the small amount',
  );
  expect(told('zh-CN', 'window', { ...late, excused: 'repairs' })).toContain('多次维修，放行');
});

import { afterEach, expect, test } from 'vitest';
import type { Exclusion, PolicyFee, PolicyWindow } from '../../../contract/api/policy-rules.ts';
import { policyWindow } from '../../../fixtures/policy-window.ts';
import { language } from '../../i18n/index.ts';
import { exclusionSentence, feeSentence, namesIn, windowSentence } from './policy-words.ts';

const before = language.locale;
afterEach(() => {
  language.locale = before;
});

/** The same said in both languages. */
function both(say: () => string): string[] {
  return (['zh-CN', 'en'] as const).map((locale) => {
    language.locale = locale;
    return say();
  });
}

const remote = policyWindow({ channels: ['remote'], from: 'signing' });

test('a window reads as a sentence', () => {
  expect(both(() => windowSentence(remote))).toEqual([
    '远程销售，任何原因：签收次日起 7 天，过期不退',
    'Sales from afar, any reason: 7 days from the day after delivery, later turned down',
  ]);
  const fault: PolicyWindow = {
    ...remote,
    kind: 'fault',
    channels: [],
    categories: ['Toys'],
    wants: ['repair'],
    days: 1,
    from: 'sale',
    startsDayAfter: false,
    beyond: 'review',
  };
  expect(both(() => windowSentence(fault))).toEqual([
    'Toys，质量问题，要维修：售出当天起 1 天，过期要审核',
    'Toys, faults, for repair: 1 day from the day of the sale, later somebody looks',
  ]);
});

test('goods left out and fees read as sentences', () => {
  const exclusion: Exclusion = {
    label: 'Hygiene',
    categories: ['Socks'],
    skus: ['CUP'],
    when: 'opened',
    outcome: 'reject',
  };
  const fee: PolicyFee = {
    label: 'Restocking',
    categories: [],
    reasons: 'other',
    when: 'used',
    kind: 'restocking',
    percent: 10,
    taxPercent: 13,
  };
  expect(both(() => exclusionSentence(exclusion))).toEqual([
    'Hygiene：Socks，CUP，已拆封的，不退',
    'Hygiene: Socks, CUP, opened, turned down',
  ]);
  expect(both(() => feeSentence(fee))).toEqual([
    'Restocking：10%，非质量问题，已使用的，含税 13%',
    'Restocking: 10%, no fault, used, 13% tax in it',
  ]);
});

test('names are typed with whatever stands between them', () => {
  expect(namesIn(' 内衣、 美妆，Toys,Toys;\n ; Shoes ')).toEqual(['内衣', '美妆', 'Toys', 'Shoes']);
  expect(namesIn('')).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Exclusion,
  type PolicyFee,
  type PolicyRules,
  policyRulesSchema,
} from '../../contract/api/policy-rules.ts';
import type { RuleResult } from '../../contract/api/return-shape.ts';
import { conditions, defaultReasons, outcomes } from '../../contract/values/words.ts';
import { judgedCase, judgedLine, soldLine } from '../../fixtures/judged.ts';
import { defaultSettings } from '../settings/defaults.ts';
import { strictest } from './fits.ts';
import { judge } from './judge.ts';
import { presetRules } from './presets.ts';
import { plainRules, rulesOfSettings } from './settings-rules.ts';

const open = rulesOfSettings(defaultSettings('2026-01-01'));
const rulesWith = (changes: Partial<PolicyRules>): PolicyRules => ({ ...open, ...changes });
const said = (rules: PolicyRules, changes: Parameters<typeof judgedCase>[0], rule: RuleResult['rule']) =>
  judge(rules, judgedCase(changes))
    .rules.filter((result) => result.rule === rule)
    .map(({ outcome, data }) => [outcome, data]);
const faulty = { reason: 'quality' };

test('rules of the settings say the four things they always said', () => {
  const verdict = judge(open, judgedCase());
  expect(verdict.rules.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
    'window accept',
    'sold-here accept',
    'units-left accept',
    'reason-known accept',
  ]);
});

test('presets are rules that can be saved', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    for (const { rules } of presetRules(locale)) expect(policyRulesSchema.parse(rules)).toEqual(rules);
  expect(policyRulesSchema.parse(plainRules)).toEqual(plainRules);
});

test('the strictest rule decides, whatever the case and whichever rules', () => {
  const someLine = fc
    .record({
      reason: fc.constantFrom(...defaultReasons),
      condition: fc.constantFrom(...conditions, undefined),
      missing: fc.constantFrom(undefined, [], ['Lid']),
      serial: fc.constantFrom(undefined, 'as-sold' as const, 'not-recorded' as const, 'not-given' as const),
      isSold: fc.boolean(),
      bundle: fc.constantFrom(null, 'B1'),
    })
    .map(({ isSold, bundle, ...line }) => judgedLine({ ...line, sold: isSold ? soldLine({ bundle }) : undefined }));
  const someRules = fc
    .record({
      base: fc.constantFrom(...presetRules('en').map(({ rules }) => rules), open),
      missing: fc.constantFrom(...outcomes),
      together: fc.constantFrom(...outcomes),
      acceptBelowCents: fc.option(fc.integer({ min: 0, max: 8000 }), { nil: undefined }),
      reviewAboveCents: fc.option(fc.integer({ min: 0, max: 8000 }), { nil: undefined }),
    })
    .map(({ base, acceptBelowCents, reviewAboveCents, ...rest }) => ({
      ...base,
      ...rest,
      ...(acceptBelowCents !== undefined && { acceptBelowCents }),
      ...(reviewAboveCents !== undefined && { reviewAboveCents }),
    }));
  const someCase = fc.record({
    lines: fc.array(someLine, { minLength: 1, maxLength: 4 }),
    day: fc.constantFrom('2026-11-15', '2026-11-22', '2026-11-23', '2027-01-01'),
  });
  const property = fc.property(someRules, someCase, (rules, changes) => {
    const { outcome, rules: results, terms } = judge(rules, judgedCase(changes));
    expect(outcome).toBe(strictest(results.map((result) => result.outcome)));
    expect(terms?.fees.every(({ line }) => line < changes.lines.length)).toBe(true);
  });
  fc.assert(property, { numRuns: 2000 });
});

describe('goods', () => {
  const hygiene: Exclusion = { label: 'Hygiene', categories: ['kitchen'], skus: [], when: 'opened', outcome: 'reject' };
  const rules = rulesWith({ exclusions: [hygiene] });

  test.each([
    [{ condition: 'sealed' as const }, 'accept', {}],
    [{ condition: 'opened' as const }, 'reject', { label: 'Hygiene', goods: 'Cup' }],
    [{ condition: 'damaged' as const }, 'reject', { label: 'Hygiene', goods: 'Cup' }],
    [{}, 'review', { label: 'Hygiene', goods: 'Cup', seen: false }],
    [{ condition: 'used' as const, ...faulty }, 'accept', { label: 'Hygiene', goods: 'Cup', fault: true }],
  ])('an exclusion of opened goods: %j is %s', (line, outcome, data) => {
    expect(said(rules, { lines: [judgedLine(line)] }, 'exclusion')).toEqual([[outcome, data]]);
  });

  test('an exclusion names items, categories, or all goods', () => {
    const one = (changes: object) =>
      said(rulesWith({ exclusions: [{ ...hygiene, when: 'always', ...changes }] }), {}, 'exclusion').map(([is]) => is);
    expect([one({ categories: [], skus: ['CUP'] }), one({ categories: [], skus: ['HAT'] })]).toEqual([
      ['reject'],
      ['accept'],
    ]);
    expect([one({ categories: ['toys'], skus: ['CUP'] }), one({ categories: [] })]).toEqual([['reject'], ['reject']]);
  });

  test('the worst condition of a change of mind speaks; faults may look as they do', () => {
    const strict = rulesWith({ condition: { opened: 'accept', used: 'review', damaged: 'reject' } });
    const of = (...lines: object[]) => said(strict, { lines: lines.map((line) => judgedLine(line)) }, 'condition');
    expect(of({ condition: 'opened' }, { condition: 'used' })).toEqual([['review', { condition: 'used' }]]);
    expect(of({ condition: 'damaged', ...faulty })).toEqual([['accept', { condition: 'damaged', fault: true }]]);
    expect(of({ condition: 'sealed' })).toEqual([['accept', { condition: 'sealed' }]]);
    expect(of({})).toEqual([['accept', {}]]);
  });

  test('accessories, unless that they are missing is the reason', () => {
    const of = (line: object) => said(open, { lines: [judgedLine(line)] }, 'missing');
    expect(of({ missing: ['Lid', 'Box'] })).toEqual([['review', { parts: 'Lid, Box' }]]);
    expect(of({ missing: ['Lid'], reason: 'missing-parts' })).toEqual([['accept', { parts: 'Lid' }]]);
    expect([of({ missing: [] }), of({})]).toEqual([[['accept', {}]], []]);
  });

  test('a bundle comes back together, with its gifts', () => {
    const cup = soldLine({ bundle: 'B1' });
    const gift = soldLine({ id: 2, name: 'Gift', quantityMilli: 1000, paidCents: 0, bundle: 'B1' });
    const of = (line: object, lines = [cup, gift]) =>
      said(open, { sale: { lines }, lines: [judgedLine({ sold: cup, ...line })] }, 'together');
    expect(of({})).toEqual([['review', { left: 'Gift' }]]);
    expect(of(faulty)).toEqual([['accept', { left: 'Gift', fault: true }]]);
    expect(of({}, [cup, { ...gift, returnedMilli: 1000 }])).toEqual([['review', { left: 'Cup' }]]);
    const both = [judgedLine({ sold: cup, askedMilli: 3000 }), judgedLine({ sold: gift })];
    expect(said(open, { lines: both }, 'together')).toEqual([['accept', {}]]);
  });

  test('serial numbers that nobody can hold against the sale', () => {
    const of = (serial: 'as-sold' | 'not-recorded' | 'not-given') =>
      said(open, { lines: [judgedLine({ serial })] }, 'serial').map(([outcome]) => outcome);
    expect([of('as-sold'), of('not-recorded'), of('not-given')]).toEqual([['accept'], ['review'], ['accept']]);
  });

  test('no receipt: looked at, and only as the policy says', () => {
    const {
      outcome,
      rules: results,
      terms,
    } = judge(open, judgedCase({ sale: null, lines: [judgedLine({ sold: undefined })] }));
    expect([outcome, terms?.noReceiptTenders]).toEqual(['review', ['store-credit']]);
    expect(results.at(-1)).toEqual({ rule: 'proof', outcome: 'review', data: { tenders: 'store-credit' } });
    expect(judge(open, judgedCase()).terms?.noReceiptTenders).toBeUndefined();
  });
});

describe('amounts and people', () => {
  const late = { day: '2027-01-01', lines: [judgedLine(faulty)] };

  test('small amounts pass where somebody would only have looked, and nowhere else', () => {
    const rules = rulesWith({ acceptBelowCents: 2000 });
    const passed = judge(rules, judgedCase(late));
    expect([passed.outcome, passed.rules[0]?.data.excused, passed.rules.at(-1)?.data]).toEqual([
      'accept',
      'amount',
      { cents: 2000, side: 'below', limitCents: 2000 },
    ]);
    expect(judge(rulesWith({ acceptBelowCents: 1999 }), judgedCase(late)).outcome).toBe('review');
    expect(judge(rules, judgedCase({ day: '2027-01-01' })).outcome).toBe('reject');
    expect(judge(rules, judgedCase({ lines: [judgedLine({ serial: 'not-recorded' })] })).outcome).toBe('review');
    expect(judge(rules, judgedCase({ sale: null, lines: [judgedLine({ sold: undefined })] })).outcome).toBe('review');
  });

  test('what came back before counts: a return cut into small ones does not slip below', () => {
    const again = [judgedLine({ ...faulty, sold: soldLine({ returnedMilli: 1000 }) })];
    expect(judge(rulesWith({ acceptBelowCents: 2000 }), judgedCase({ ...late, lines: again })).outcome).toBe('review');
    expect(judge(rulesWith({ reviewAboveCents: 3999 }), judgedCase({ lines: again })).outcome).toBe('review');
    expect(judge(rulesWith({ reviewAboveCents: 4000 }), judgedCase({ lines: again })).outcome).toBe('accept');
  });

  test('customers who bring back much, and what one person gives back in a day', () => {
    const often = rulesWith({ perCustomer: { returns: 3, days: 30 } });
    const of = (count: number | undefined) =>
      said(often, { looking: { customerReturns: () => count } }, 'customer-limit').map(([outcome]) => outcome);
    expect([of(2), of(3), of(undefined)]).toEqual([['accept'], ['review'], ['accept']]);
    const clerk = rulesWith({ perClerk: { cents: 5000 } });
    const gave = (cents: number) =>
      said(clerk, { looking: { clerkCents: () => cents } }, 'clerk-limit').map(([outcome]) => outcome);
    expect([gave(3000), gave(3001)]).toEqual([['accept'], ['review']]);
  });

  test('reasons that a person looks at, or that nothing is taken back for', () => {
    const rules = rulesWith({
      reasons: [
        { reason: 'changed-mind', outcome: 'reject' },
        { reason: 'recall', outcome: 'accept' },
      ],
    });
    expect(said(rules, {}, 'reason-known')).toEqual([['reject', { other: 1, reasons: 'changed-mind' }]]);
    expect(said(rules, { lines: [judgedLine({ reason: 'recall' })] }, 'reason-known')).toEqual([
      ['accept', { other: 0 }],
    ]);
    expect(said(open, { lines: [judgedLine({ reason: 'other' })] }, 'reason-known')).toEqual([
      ['review', { other: 1, reasons: 'other' }],
    ]);
  });
});

describe('terms', () => {
  const termsWith = (changes: Partial<PolicyRules>, lines = [judgedLine()]) =>
    judge(rulesWith(changes), judgedCase({ lines })).terms;

  test('one faulty line makes the shop pay the way back; the delivery charge goes back by itself for faults alone', () => {
    const [mind, fault] = [judgedLine(), judgedLine(faulty)];
    expect(termsWith({}, [mind])).toMatchObject({ freight: 'customer', delivery: 'all-returned' });
    expect(termsWith({}, [mind, fault])).toMatchObject({ freight: 'shop', delivery: 'all-returned' });
    expect(termsWith({}, [fault])).toMatchObject({ freight: 'shop', delivery: 'back' });
    expect([termsWith({ delivery: 'never' })?.delivery, termsWith({ delivery: 'always' })?.delivery]).toEqual([
      'never',
      'back',
    ]);
  });

  test('fees by reason, condition and category, each with its own tax', () => {
    const fee: PolicyFee = {
      label: 'Restocking',
      categories: [],
      reasons: 'other',
      when: 'opened',
      kind: 'restocking',
      percent: 10,
      taxPercent: 13,
    };
    const lines = [
      judgedLine({ condition: 'sealed' }),
      judgedLine({ condition: 'used' }),
      judgedLine({ condition: 'used', ...faulty }),
      judgedLine(),
    ];
    expect(termsWith({ fees: [fee] }, lines)?.fees).toEqual([
      { line: 1, kind: 'restocking', percent: 10, taxPercent: 13 },
    ]);
    expect(termsWith({ fees: [{ ...fee, categories: ['toys'] }] }, lines)?.fees).toEqual([]);
    const fixed: PolicyFee = {
      label: 'Packing',
      categories: ['kitchen'],
      reasons: 'any',
      when: 'always',
      kind: 'other-fee',
      cents: 300,
      taxPercent: 0,
    };
    expect(termsWith({ fees: [fixed] })?.fees).toEqual([{ line: 0, kind: 'other-fee', cents: 300, taxPercent: 0 }]);
  });

  test('the customer keeps faulty goods of little worth', () => {
    const cheap = { withoutGoodsBelowCents: 2001 };
    expect(termsWith(cheap, [judgedLine(faulty)])?.withoutGoods).toBe(true);
    expect(termsWith({ withoutGoodsBelowCents: 2000 }, [judgedLine(faulty)])?.withoutGoods).toBe(false);
    expect([termsWith(cheap)?.withoutGoods, termsWith({}, [judgedLine(faulty)])?.withoutGoods]).toEqual([false, false]);
  });
});

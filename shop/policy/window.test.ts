import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyRules, PolicyWindow } from '../../contract/api/policy-rules.ts';
import { addDays } from '../../contract/values/days.ts';
import { judgedCase, judgedLine } from '../../fixtures/judged.ts';
import { policyWindow } from '../../fixtures/policy-window.ts';
import { plainRules } from './settings-rules.ts';
import { windowRules } from './window.ts';

const withWindows = (...windows: PolicyWindow[]): PolicyRules => ({ ...plainRules, windows, unpromised: 'reject' });
const outcomes = (rules: PolicyRules, judged: Parameters<typeof judgedCase>[0]): string[] =>
  windowRules(rules, judgedCase(judged)).map(({ outcome }) => outcome);
const faulty = [judgedLine({ reason: 'quality' })];

describe('the last day', () => {
  test('is as many days after the sale, or after the signing, as the window has; the day after it is too late', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.boolean(),
      fc.constantFrom('sale', 'signing'),
      fc.integer({ min: 0, max: 30 }),
      (days, startsDayAfter, from, transit) => {
        const sale = { day: '2026-01-31', signedOn: addDays('2026-01-31', transit) };
        const start = from === 'sale' ? sale.day : sale.signedOn;
        const last = addDays(start, startsDayAfter ? days : days - 1);
        const rules = withWindows(policyWindow({ days, startsDayAfter, from }));
        expect(outcomes(rules, { day: last, sale })).toEqual(['accept']);
        expect(outcomes(rules, { day: addDays(last, 1), sale })).toEqual(['reject']);
        const [late] = windowRules(rules, judgedCase({ day: addDays(last, 1), sale }));
        expect(late?.data).toMatchObject({ known: true, windowDays: days, days: days + 1, lastDay: last });
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  test('nobody is turned down for being late when the day of signing is not known', () => {
    const rules = withWindows(policyWindow({ from: 'signing' }));
    const late = judgedCase({ day: '2026-12-20', sale: { signedOn: null } });
    expect(windowRules(rules, late)).toMatchObject([{ outcome: 'review', data: { signed: false } }]);
    expect(outcomes(rules, { day: '2026-11-22', sale: { signedOn: null } })).toEqual(['accept']);
  });

  test('without a sale it is not known', () => {
    const unsold = judgedCase({ sale: null, lines: [judgedLine({ sold: undefined })] });
    expect(windowRules(withWindows(policyWindow()), unsold)).toEqual([
      { rule: 'window', outcome: 'review', data: { known: false } },
    ]);
  });
});

describe('the first window that fits counts', () => {
  const byChannel = withWindows(
    policyWindow({ channels: ['remote'], days: 7 }),
    policyWindow({ channels: ['counter'], days: 1 }),
  );
  test.each([
    [null, 'reject'],
    ['', 'reject'],
    ['门店', 'reject'],
    [' Counter ', 'reject'],
    ['淘宝', 'accept'],
    ['phone', 'accept'],
  ])('a sale by channel %j: %s', (channel, outcome) => {
    expect(outcomes(byChannel, { sale: { channel } })).toEqual([outcome]);
  });

  test('by category, whatever its capitals, and by what is wanted', () => {
    const rules = withWindows(
      policyWindow({ categories: ['Toys', 'kitchen '], days: 1 }),
      policyWindow({ wants: ['exchange'], days: 0 }),
      policyWindow(),
    );
    const asked = { looking: { goods: () => ({ name: 'Cup', category: 'KITCHEN' }) } };
    expect(outcomes(rules, asked)).toEqual(['reject']);
    const elsewhere = { looking: { goods: () => ({ name: 'Cup', category: null }) } };
    expect(outcomes(rules, elsewhere)).toEqual(['accept']);
    expect(outcomes(rules, { ...elsewhere, want: 'exchange' })).toEqual(['reject']);
  });

  test('where none fits, the policy says what comes of it', () => {
    expect(windowRules(withWindows(policyWindow({ channels: ['remote'] })), judgedCase())).toEqual([
      { rule: 'window', outcome: 'reject', data: { known: true, promised: false, fault: false } },
    ]);
  });

  test('each line has its own; lines that come to the same say it once', () => {
    const rules = withWindows(policyWindow({ days: 1 }), policyWindow({ kind: 'fault', days: 15, beyond: 'review' }));
    expect(outcomes(rules, { lines: [judgedLine(), judgedLine()] })).toEqual(['reject']);
    expect(outcomes(rules, { lines: [judgedLine(), ...faulty] })).toEqual(['reject', 'accept']);
  });

  test('a fault may come back within the window for any reason, too', () => {
    const rules = withWindows(policyWindow({ days: 30 }), policyWindow({ kind: 'fault', days: 2, beyond: 'review' }));
    expect(outcomes(rules, { lines: faulty })).toEqual(['accept']);
  });
});

describe('repairs', () => {
  const warranty = { repairsBefore: 2, days: 365, pauses: false };
  const fault = policyWindow({ kind: 'fault', beyond: 'review' });
  const late = { lines: faulty, day: '2026-11-30' };
  const repaired = (failed: number, days = 0) => ({ ...late, looking: { repairs: () => ({ failed, days }) } });

  test('two that failed bring the goods back beyond their window, until the warranty ends', () => {
    const rules = { ...withWindows(fault), warranty };
    expect(outcomes(rules, repaired(1))).toEqual(['review', 'accept']);
    expect(windowRules(rules, judgedCase(repaired(2)))).toMatchObject([
      { rule: 'window', outcome: 'accept', data: { excused: 'repairs' } },
      { rule: 'repairs', outcome: 'accept', data: { failed: 2, needed: 2 } },
    ]);
    expect(outcomes(rules, { ...repaired(2), day: '2027-11-15' })).toEqual(['accept', 'accept']);
    expect(outcomes(rules, { ...repaired(2), day: '2027-11-16' })).toEqual(['review', 'accept']);
  });

  test('days at the bench do not count where the policy says so', () => {
    const pausing = { ...withWindows(fault), warranty: { ...warranty, pauses: true } };
    expect(outcomes(pausing, repaired(0, 8))).toEqual(['accept']);
    expect(outcomes(pausing, repaired(0, 7))).toEqual(['review']);
    expect(outcomes({ ...withWindows(fault), warranty }, repaired(0, 8))).toEqual(['review']);
  });

  test('are not looked up while the goods are in time, or for a change of mind', () => {
    const never = (): never => {
      throw new Error('looked up in vain');
    };
    const rules = { ...withWindows(policyWindow(), fault), warranty };
    expect(outcomes(rules, { lines: faulty, looking: { repairs: never } })).toEqual(['accept']);
    expect(outcomes(rules, { day: '2026-11-30', looking: { repairs: never } })).toEqual(['reject']);
  });
});

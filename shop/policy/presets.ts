import type { PresetName } from '../../contract/api/policy.ts';
import type { Exclusion, PolicyRules, PolicyWindow, When } from '../../contract/api/policy-rules.ts';
import type { Locale } from '../../contract/values/words.ts';
import { type PresetWords, presetWords } from './preset-words.ts';
import { plainRules } from './settings-rules.ts';

/** Ready-made rules. Their figures are the law's, or the custom's (PRACTICE §2); every one can be edited. */
export function presetRules(locale: Locale): { preset: PresetName; rules: PolicyRules }[] {
  const words = presetWords[locale];
  return [
    { preset: 'cn-seven-days', rules: sevenDays(words) },
    { preset: 'eu-fourteen-days', rules: fourteenDays(words) },
    { preset: 'thirty-days-receipt', rules: thirtyDays(words) },
  ];
}

function aWindow(changes: Partial<PolicyWindow> & Pick<PolicyWindow, 'kind' | 'days'>): PolicyWindow {
  return {
    channels: [],
    categories: [],
    wants: [],
    from: 'sale',
    startsDayAfter: true,
    beyond: 'review',
    ...changes,
  };
}

function leftOut(group: PresetWords[keyof PresetWords], when: When = 'always'): Exclusion {
  return { label: group.label, categories: [...group.categories], skus: [], when, outcome: 'reject' };
}

/**
 * 七天无理由: sales from afar, seven days from the day after signing. 三包 and consumer law for faults: money back within seven days, exchange
 * or repair within fifteen, repair for a year; two repairs in vain, and it is taken back. The shop pays the freight of faults.
 */
function sevenDays(words: PresetWords): PolicyRules {
  const { custom, perishable, digital, press, hygiene, activated, finalSale } = words;
  return {
    ...plainRules,
    windows: [
      aWindow({ kind: 'any-reason', channels: ['remote'], days: 7, from: 'signing', beyond: 'reject' }),
      aWindow({ kind: 'fault', wants: ['repair'], days: 365, from: 'signing' }),
      aWindow({ kind: 'fault', wants: ['exchange'], days: 15, from: 'signing' }),
      aWindow({ kind: 'fault', days: 7, from: 'signing' }),
    ],
    unpromised: 'reject',
    warranty: { repairsBefore: 2, days: 365, pauses: true },
    exclusions: [
      leftOut(custom),
      leftOut(perishable),
      leftOut(digital, 'opened'),
      leftOut(press),
      leftOut(hygiene, 'opened'),
      leftOut(activated, 'used'),
      leftOut(finalSale),
    ],
    // Opening to look is fine; what was used or broken is looked at.
    condition: { opened: 'accept', used: 'review', damaged: 'reject' },
  };
}

/** Fourteen days from delivery for sales from afar, the delivery charge back; two years for what was faulty from the start. */
function fourteenDays(words: PresetWords): PolicyRules {
  const { custom, perishable, digital, press, hygiene } = words;
  return {
    ...plainRules,
    windows: [
      aWindow({ kind: 'any-reason', channels: ['remote'], days: 14, from: 'signing', beyond: 'reject' }),
      aWindow({ kind: 'fault', wants: ['repair', 'exchange'], days: 730, from: 'signing' }),
      aWindow({ kind: 'fault', days: 30, from: 'signing' }),
    ],
    unpromised: 'review',
    warranty: { repairsBefore: 1, days: 730, pauses: true },
    exclusions: [
      leftOut(custom),
      leftOut(perishable),
      leftOut(digital, 'opened'),
      leftOut(press),
      leftOut(hygiene, 'opened'),
    ],
    // Goods used more than a look needs may be credited for less: a person says how much.
    condition: { opened: 'accept', used: 'review', damaged: 'review' },
  };
}

/** Thirty days from the sale, everywhere, with the receipt and as new; faults for a year. Without a receipt, store credit. */
function thirtyDays(words: PresetWords): PolicyRules {
  return {
    ...plainRules,
    windows: [
      aWindow({ kind: 'any-reason', days: 30, beyond: 'reject' }),
      aWindow({ kind: 'fault', wants: ['repair', 'exchange'], days: 365 }),
      aWindow({ kind: 'fault', days: 90 }),
    ],
    unpromised: 'reject',
    exclusions: [leftOut(words.custom), leftOut(words.hygiene, 'opened'), leftOut(words.finalSale)],
    condition: { opened: 'accept', used: 'reject', damaged: 'reject' },
  };
}

import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import type { Settings } from '../../contract/api/settings.ts';

/** How registers and shops on the web call the counter. */
const counterWords: readonly string[] = [
  'counter',
  'store',
  'shop',
  'pos',
  'offline',
  'till',
  '门店',
  '柜台',
  '线下',
  '到店',
  '收银台',
];

/** What holds where a policy says nothing of its own. */
export const plainRules: PolicyRules = {
  windows: [],
  unpromised: 'review',
  exclusions: [],
  condition: { opened: 'accept', used: 'accept', damaged: 'accept' },
  proof: { outcome: 'review', tenders: ['store-credit'] },
  reasons: [{ reason: 'other', outcome: 'review' }],
  missing: 'review',
  together: 'review',
  serial: 'review',
  freight: { fault: 'shop', other: 'customer' },
  fees: [],
  delivery: 'fault-or-all',
  counterWords: [...counterWords],
};

let last: { readonly anyReason: number; readonly fault: number; readonly rules: PolicyRules } | undefined;

/** The rules of a shop that has saved none: two windows from the settings. Past them a change of mind is turned down, a fault is looked at. */
export function rulesOfSettings({ returnWindowDays, faultWindowDays }: Settings): PolicyRules {
  if (last?.anyReason !== returnWindowDays || last.fault !== faultWindowDays) {
    const everywhere = { channels: [], categories: [], wants: [], from: 'sale', startsDayAfter: true } as const;
    const windows: PolicyRules['windows'] = [
      {
        ...everywhere,
        channels: [],
        categories: [],
        wants: [],
        kind: 'any-reason',
        days: returnWindowDays,
        beyond: 'reject',
      },
      {
        ...everywhere,
        channels: [],
        categories: [],
        wants: [],
        kind: 'fault',
        days: faultWindowDays,
        beyond: 'review',
      },
    ];
    last = { anyReason: returnWindowDays, fault: faultWindowDays, rules: { ...plainRules, windows } };
  }
  return last.rules;
}

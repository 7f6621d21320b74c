import type { Output } from '../../../contract/api.ts';

export type Tie = Output<'months.preview'>['ties'][number];
export const tieGroupNames = ['returns', 'payouts', 'cash', 'balances', 'journal'] as const;
export type TieGroupName = (typeof tieGroupNames)[number];
export type TieGroup = { readonly name: TieGroupName; readonly ties: readonly Tie[]; readonly empty: number };

const named: Readonly<Record<string, TieGroupName>> = {
  'register-credit-notes': 'returns',
  'receipts-stock-moves': 'returns',
  'exchanges-clearing': 'payouts',
  'exchanges-sales': 'payouts',
  'owed-account': 'balances',
  'store-credit-account': 'balances',
  'claims-account': 'balances',
  'goods-stock-moves': 'balances',
};
const began: readonly (readonly [start: string, group: TieGroupName])[] = [
  ['credit-notes-', 'returns'],
  ['payouts-', 'payouts'],
  ['drawer-', 'cash'],
  ['wallet-', 'cash'],
  ['store-credit-', 'balances'],
];

function groupOf({ what }: Tie): TieGroupName {
  return named[what] ?? began.find(([start]) => what.startsWith(start))?.[1] ?? 'journal';
}

/** The controls as a person goes through them. Those of nothing on both sides are only counted. */
export function tieGroups(ties: readonly Tie[]): TieGroup[] {
  return tieGroupNames.map((name) => {
    const own = ties.filter((tie) => groupOf(tie) === name);
    const shown = own.filter(({ left, right }) => left !== 0 || right !== 0);
    return { name, ties: shown, empty: own.length - shown.length };
  });
}

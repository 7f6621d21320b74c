import { expect, test } from 'vitest';
import { tieGroups } from './tie-groups.ts';

test('controls stand in the order a person goes through them; those of nothing are only counted', () => {
  const tie = (what: string, left = 5, right = left) => ({ what, left, right });
  const ties = [
    tie('debits-credits'),
    tie('credit-notes-owed'),
    tie('payouts-cash'),
    tie('payouts-card', 0),
    tie('drawer-differences', 0, -3),
    tie('store-credit-account'),
  ];
  const groups = tieGroups(ties).map(({ name, ties: shown, empty }) => [name, shown.map(({ what }) => what), empty]);
  expect(groups).toEqual([
    ['returns', ['credit-notes-owed'], 0],
    ['payouts', ['payouts-cash'], 1],
    ['cash', ['drawer-differences'], 0],
    ['balances', ['store-credit-account'], 0],
    ['journal', ['debits-credits'], 0],
  ]);
});

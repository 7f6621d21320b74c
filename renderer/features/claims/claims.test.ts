import { expect, test } from 'vitest';
import { lossOf } from './claim-step.svelte.ts';
import { groupsOf, type WaitingItem } from './claims-list.svelte.ts';
import { OpenClaim } from './open-claim.svelte.ts';

function waiting(changes: Partial<WaitingItem> = {}): WaitingItem {
  return {
    sku: 'CUP',
    name: 'Cup',
    supplierId: 1,
    supplier: 'Potters',
    quantity: 2,
    valueCents: 1600,
    unknownQuantity: 0,
    since: '2026-11-10',
    days: 8,
    overdue: false,
    ...changes,
  };
}
const pot = waiting({ sku: 'POT', name: 'Pot', quantity: 0.5, valueCents: 900, days: 3, claimBy: '2026-12-01' });
const { supplierId: _id, supplier: _name, ...stray } = waiting({ sku: 'HAT', name: 'Hat', days: 40 });

test('goods that wait stand by supplier, the first deadline first', () => {
  const groups = groupsOf([waiting(), stray, pot]);
  expect(
    groups.map(({ key, quantity, valueCents, days, claimBy }) => [key, quantity, valueCents, days, claimBy]),
  ).toEqual([
    ['1', 2.5, 2500, 8, '2026-12-01'],
    ['nobody', 2, 1600, 40, undefined],
  ]);
});

test('a batch begins with everything that waits, at cost', () => {
  const [group] = groupsOf([waiting(), pot]);
  expect(group && new OpenClaim(group).toInput()).toEqual({
    supplierId: 1,
    lines: [
      { sku: 'CUP', quantity: 2 },
      { sku: 'POT', quantity: 0.5 },
    ],
  });
});

test('a batch without a supplier or without goods is not sent', () => {
  const claim = new OpenClaim({ supplierId: undefined, items: [stray] });
  expect([claim.toInput(), claim.noSupplier]).toEqual([undefined, true]);
  claim.supplier = '4';
  for (const row of claim.rows) row.quantity = 0;
  expect([claim.toInput(), claim.noSupplier, claim.nothing]).toEqual([undefined, false, true]);
});

test('a refusal points to the row that was sent, not to the one on the screen', () => {
  const claim = new OpenClaim({ supplierId: 1, items: [waiting(), pot] });
  const [cups] = claim.rows;
  if (cups) cups.quantity = 0;
  claim.toInput();
  const data = { line: 1, sku: 'POT', have: 0, asked: 0.5 };
  expect(claim.rowOf({ kind: 'refused', refusal: { code: 'over-claimable-quantity', data } })?.item.sku).toBe('POT');
});

test('a batch that was left comes back, without what waits no longer', () => {
  const claim = new OpenClaim({ supplierId: 1, items: [waiting(), pot] });
  claim.note = 'box 3';
  for (const row of claim.rows) row.claimedCents = 100;
  const again = new OpenClaim({ supplierId: 1, items: [pot] });
  again.restore(JSON.parse(JSON.stringify(claim.keep())));
  expect(again.toInput()).toEqual({
    supplierId: 1,
    note: 'box 3',
    lines: [{ sku: 'POT', quantity: 0.5, claimedCents: 100 }],
  });
});

test('what passes the cost is no loss', () => {
  expect([lossOf({ valueCents: 800, paidCents: 500 }), lossOf({ valueCents: 800, paidCents: 900 })]).toEqual([300, 0]);
});

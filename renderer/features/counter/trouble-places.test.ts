import { expect, test } from 'vitest';
import type { Trouble } from '../../state/shop.svelte.ts';
import { Settlement } from '../settlement/settlement.svelte.ts';
import { CounterLine } from './counter-line.svelte.ts';
import { Grading } from './grading.svelte.ts';
import { problemsOfTrouble } from './trouble-places.ts';

const cups = new CounterLine(4, { sku: 'CUP', name: 'Cup' });
cups.gradings.push(new Grading());
const hats = new CounterLine(7, { sku: 'HAT', name: 'Hat' });
const lines = [cups, hats];

const limits = [
  { tender: 'cash', maxCents: 400 },
  { tender: 'wechat', maxCents: 600 },
] as const;
const settlement = new Settlement(() => ({ totalCents: 1000, limits, extras: [], noReceipt: false }));

function placesOf(trouble: Trouble) {
  return problemsOfTrouble(trouble, { lines, settlement }).map(({ place }) => place);
}
const refused = (code: string, data: object) => ({ kind: 'refused', refusal: { code, data } }) as unknown as Trouble;
const misfit = (path: string): Trouble => ({ kind: 'invalid', misfits: [{ path, message: 'no' }] });

test.each([
  ['over-sold-quantity', { line: 2, sku: 'HAT', sold: 1, returned: 1, asked: 1 }, 'line-7-quantity'],
  ['note-needed', { line: 1, reason: 'other' }, 'line-4-note'],
  ['no-such-reason', { line: 1, reason: 'whim' }, 'line-4-reason'],
  ['no-such-product', { sku: 'HAT' }, 'line-7-quantity'],
  ['serial-needed', { line: 2, sku: 'HAT' }, 'line-7-unit'],
  ['serial-back-already', { line: 1, serial: 'C-1' }, 'line-4-unit'],
  ['approval-needs-note', { number: 'R-1' }, 'approve-note'],
  ['over-value', { line: 2, valueCents: 1, writeDownCents: 2 }, 'line-4-grading-1-write-down'],
  ['over-value', { line: 3, valueCents: 1, writeDownCents: 2 }, 'line-7-grading-0-write-down'],
  ['over-tender', { tender: 'wechat', maxCents: 1, askedCents: 2 }, 'tender-wechat'],
  ['under-paid-amount', { payableCents: 2, askedCents: 1 }, 'tenders'],
  ['over-paid-amount', { payableCents: 1, askedCents: 2 }, 'tenders'],
  ['needs-approval', { number: 'R-1' }, 'approve'],
])('%s %j lands at %s', (code, data, place) => {
  expect(placesOf(refused(code, data))).toEqual([place]);
});

test.each([
  ['lines.1.quantity', 'line-7-quantity'],
  ['lines.0.gradings.1.writeDownCents', 'line-4-grading-1-write-down'],
  ['payouts.1.amountCents', 'tender-wechat'],
  ['approve.note', 'approve-note'],
  ['approve.values.1.valueCents', 'line-7-value'],
  ['lines.0.serial', 'line-4-unit'],
])('a misfit of %s lands at %s', (path, place) => {
  expect(placesOf(misfit(path))).toEqual([place]);
});

test('what concerns the whole return goes to no field', () => {
  expect([
    ...placesOf(refused('month-closed', { month: '2026-11' })),
    ...placesOf(misfit('saleId')),
    ...placesOf({ kind: 'disconnected' }),
  ]).toEqual([]);
});

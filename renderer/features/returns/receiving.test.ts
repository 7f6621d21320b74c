import { expect, test } from 'vitest';
import { returnLine } from '../../../fixtures/returns.ts';
import { Receiving } from './receiving.svelte.ts';

const cups = returnLine({ receivedQuantity: 1 });
const pot = returnLine({ returnLineId: 2, sku: 'POT', name: 'Pot', quantity: 1 });
const here = returnLine({ returnLineId: 3, sku: 'LID', quantity: 1, receivedQuantity: 1 });
const kept = returnLine({ returnLineId: 4, sku: 'BOX', quantity: 2, waivedQuantity: 2 });
const phones = returnLine({ returnLineId: 5, sku: 'PHONE', name: 'Phone', quantity: 2 });

const receivingOf = (...lines: (typeof cups)[]) => new Receiving({ returnId: 7, lines });
const numbered = () => new Receiving({ returnId: 7, lines: [phones] }, new Set(['PHONE']));

test('what is still to come is filled in; what came, and what the customer keeps, is left out', () => {
  expect(receivingOf(cups, pot, here, kept).toInput()).toEqual({
    returnId: 7,
    lines: [
      { returnLineId: 1, quantity: 2 },
      { returnLineId: 2, quantity: 1 },
    ],
  });
});

test('lines of which nothing came are not sent, and nothing at all is no parcel', () => {
  const receiving = receivingOf(cups, pot);
  const [first, second] = receiving.rows;
  if (first) first.quantity = 0;
  expect(receiving.toInput()?.lines).toEqual([{ returnLineId: 2, quantity: 1 }]);
  if (second) second.quantity = undefined;
  expect(receiving.toInput()).toBeUndefined();
});

test('the scanner counts from nothing, up to what was asked for', () => {
  const receiving = receivingOf(cups, pot);
  expect(['CUP', 'NOT', 'CUP', 'CUP'].map((code) => receiving.count(code))).toEqual([
    'counted',
    'unknown',
    'counted',
    'enough',
  ]);
  expect(receiving.toInput()?.lines).toEqual([{ returnLineId: 1, quantity: 2 }]);
});

test('goods with serial numbers come unit by unit, the number scanned after its unit', () => {
  const receiving = numbered();
  expect(['PHONE', 'SN-1', 'PHONE', 'SN-2'].map((code) => receiving.count(code))).toEqual([
    'counted',
    'serial',
    'counted',
    'serial',
  ]);
  expect(receiving.toInput()?.lines).toEqual([
    { returnLineId: 5, quantity: 1, serial: 'SN-1' },
    { returnLineId: 5, quantity: 1, serial: 'SN-2' },
  ]);
});

test('an announced serial number counts its unit', () => {
  const line = returnLine({ quantity: 1, serial: 'SN-9' });
  const receiving = new Receiving({ returnId: 7, lines: [line] }, new Set(['CUP']));
  expect([receiving.count('SN-9'), receiving.rows[0]?.quantity]).toEqual(['counted', 1]);
});

test('what was not asked for lies beside it: too many, or something else', () => {
  const receiving = receivingOf(pot);
  receiving.addExtra({ sku: 'POT', name: 'Pot' });
  receiving.addExtra({ sku: 'HAT', name: 'Hat' });
  receiving.addExtra({ sku: 'HAT', name: 'Hat' });
  expect(receiving.toInput()?.extra).toEqual([
    { sku: 'POT', quantity: 1, kind: 'over' },
    { sku: 'HAT', quantity: 2, kind: 'wrong-item' },
  ]);
});

test('a refusal is shown at the row it is about', () => {
  const receiving = receivingOf(cups, pot);
  const [first, second] = receiving.rows;
  if (first) first.quantity = 0;
  receiving.toInput();
  const data = { line: 1, sku: 'POT', requested: 1, received: 1, asked: 1 };
  expect(receiving.rowOf({ kind: 'refused', refusal: { code: 'over-requested-quantity', data } })).toBe(second);
  expect(receiving.rowOf({ kind: 'disconnected' })).toBeUndefined();
});

test('a missing serial number is asked for at its unit', () => {
  const receiving = numbered();
  receiving.toInput();
  const data = { line: 2, sku: 'PHONE' };
  expect(receiving.rowOf({ kind: 'refused', refusal: { code: 'serial-needed', data } })).toBe(receiving.rows[1]);
});

test('what was entered comes back', () => {
  const receiving = receivingOf(cups, pot);
  const [first] = receiving.rows;
  if (first) Object.assign(first, { quantity: 1, damaged: true, note: 'torn' });
  receiving.addExtra({ sku: 'HAT', name: 'Hat' });
  const again = receivingOf(cups, pot);
  again.restore(receiving.keep());
  expect(again.toInput()).toEqual(receiving.toInput());
});

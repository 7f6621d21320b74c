import { expect, test } from 'vitest';
import { returnLine } from '../../../fixtures/returns.ts';
import { Receiving } from './receiving.svelte.ts';

const cups = returnLine({ receivedQuantity: 1 });
const pot = returnLine({ returnLineId: 2, sku: 'POT', name: 'Pot', quantity: 1 });
const here = returnLine({ returnLineId: 3, sku: 'LID', quantity: 1, receivedQuantity: 1 });

test('what is still to come is filled in; what came is left out', () => {
  expect(new Receiving({ lines: [cups, pot, here] }).toLines()).toEqual([
    { returnLineId: 1, quantity: 2 },
    { returnLineId: 2, quantity: 1 },
  ]);
});

test('lines of which nothing came are not sent', () => {
  const receiving = new Receiving({ lines: [cups, pot] });
  const [first] = receiving.rows;
  if (first) first.quantity = 0;
  expect(receiving.toLines()).toEqual([{ returnLineId: 2, quantity: 1 }]);
});

test('the scanner counts from nothing, up to what was asked for', () => {
  const receiving = new Receiving({ lines: [cups, pot] });
  expect(['CUP', 'NOT', 'CUP', 'CUP'].map((code) => receiving.count(code))).toEqual([
    'counted',
    'unknown',
    'counted',
    'enough',
  ]);
  expect(receiving.toLines()).toEqual([{ returnLineId: 1, quantity: 2 }]);
});

test('a refusal is shown at the row it is about', () => {
  const receiving = new Receiving({ lines: [cups, pot] });
  const [first, second] = receiving.rows;
  if (first) first.quantity = 0;
  receiving.toLines();
  const data = { line: 1, sku: 'POT', requested: 1, received: 1, asked: 1 };
  expect(receiving.rowOf({ kind: 'refused', refusal: { code: 'over-requested-quantity', data } })).toBe(second);
  expect(receiving.rowOf({ kind: 'disconnected' })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { stages } from '../../../contract/values/words.ts';
import { aReturn, returnLine } from '../../../fixtures/returns.ts';
import { nextSteps, unitsToCome } from './next-steps.ts';

const quote = (totalCents: number) => ({
  lines: [],
  extras: [],
  deliveryCents: 0,
  feeCents: 0,
  deliveryLeftCents: 0,
  noReceipt: false,
  unpaidCents: 0,
  totalCents,
  tenders: [],
});
const inPart = [returnLine({ receivedQuantity: 2 })];
const sale = { saleId: 1, number: 'S-1', soldAt: '2026-11-19T02:00:00.000Z' };
const { saleLineId: _, ...unknown } = returnLine({ receivedQuantity: 3, inspectedQuantity: 3 });

test('each stage has its one next step', () => {
  const found = Object.fromEntries(stages.map((stage) => [stage, nextSteps(aReturn({ stage }), undefined).primary]));
  expect(found).toEqual({
    draft: undefined,
    requested: 'approve',
    approved: 'receive',
    received: 'inspect',
    inspected: 'refund',
    settled: 'close',
    closed: undefined,
    rejected: undefined,
    cancelled: undefined,
  });
});

test('what came in part can be refunded in part, and the rest received or left with the customer', () => {
  expect(nextSteps(aReturn({ stage: 'received', lines: inPart }), quote(2000))).toEqual({
    primary: 'inspect',
    others: ['receive', 'waive', 'refund'],
  });
});

test('units the customer keeps are not waited for', () => {
  expect(unitsToCome({ lines: [returnLine({ receivedQuantity: 1, waivedQuantity: 1.5 })] })).toBe(0.5);
});

test('of a parcel without an order the sale is found, or a value set; at the counter the other way round', () => {
  const arrival = aReturn({ stage: 'inspected', lines: [unknown] });
  expect(nextSteps(arrival, quote(0))).toEqual({ primary: 'match', others: ['value', 'close'] });
  expect(nextSteps({ ...arrival, channel: 'counter' }, quote(0)).primary).toBe('value');
  expect(nextSteps({ ...arrival, sale }, quote(2000)).primary).toBe('refund');
});

test('once a line is valued it is too late for a sale, and what is owed can be paid', () => {
  const lines = [{ ...unknown, valueCents: 900 }, unknown];
  expect(nextSteps(aReturn({ stage: 'inspected', lines }), quote(900))).toEqual({
    primary: 'value',
    others: ['refund'],
  });
});

test('with nothing to pay an inspected return is closed', () => {
  expect(nextSteps(aReturn({ stage: 'inspected', lines: inPart }), quote(0))).toEqual({
    primary: 'close',
    others: ['receive', 'waive'],
  });
});

test('goods that were paid with nothing are still credited', () => {
  const free = {
    ...quote(0),
    lines: [{ returnLineId: 1, quantity: 1, goodsCents: 0, taxCents: 0, feeCents: 0 }],
  };
  expect(nextSteps(aReturn({ stage: 'inspected' }), free).primary).toBe('refund');
});

test('nothing can be done with a return that was read from a file', () => {
  expect(nextSteps(aReturn({ stage: 'settled', origin: 'import' }), undefined)).toEqual({ others: [] });
});

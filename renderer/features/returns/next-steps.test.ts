import { expect, test } from 'vitest';
import { stages } from '../../../contract/values/words.ts';
import { aReturn, returnLine } from '../../../fixtures/returns.ts';
import { nextSteps } from './next-steps.ts';

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

test('what came in part can be refunded in part, and the rest received', () => {
  expect(nextSteps(aReturn({ stage: 'received', lines: inPart }), quote(2000))).toEqual({
    primary: 'inspect',
    others: ['receive', 'refund'],
  });
});

test('with nothing to pay an inspected return is closed', () => {
  expect(nextSteps(aReturn({ stage: 'inspected', lines: inPart }), quote(0))).toEqual({
    primary: 'close',
    others: ['receive'],
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

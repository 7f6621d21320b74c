import { expect, test } from 'vitest';
import type { Sale } from '../../../contract/api/sales.ts';
import { lineWithCode, lineWithUnit } from './scanned.ts';

function saleOf(...skus: string[]): Sale {
  const lines = skus.map((sku, index) => ({
    saleLineId: index + 1,
    sku,
    name: sku,
    quantity: 1,
    unitPrice: '1.00',
    paidCents: 100,
    taxCents: 0,
    returnedQuantity: 0,
    returnableQuantity: 1,
    creditableCents: 100,
  }));
  return {
    saleId: 1,
    number: 'S-1',
    soldAt: '',
    day: '2026-11-01',
    deliveryCents: 0,
    totalCents: 100,
    lines,
    tenders: [],
    returns: [],
  };
}
const lineFor = (sale: Sale, code: string, taken: readonly number[] = []) =>
  lineWithCode(sale, code, ({ saleLineId }) => (taken.includes(saleLineId) ? 1 : 0))?.saleLineId;

test('codes that differ by case are two items', () => {
  expect([lineFor(saleOf('82494l', '82494L'), '82494L'), lineFor(saleOf('a', 'A'), 'a')]).toEqual([2, 1]);
});

test('case is passed over where only one item fits', () => {
  expect([lineFor(saleOf('cup', 'hat'), 'CUP'), lineFor(saleOf('cUp', 'CuP'), 'CUP')]).toEqual([1, undefined]);
});

test('of two lines of one item the one with something left is taken', () => {
  expect([lineFor(saleOf('cup', 'cup'), 'cup', [1]), lineFor(saleOf('cup', 'cup'), 'cup', [1, 2])]).toEqual([2, 1]);
});

test('a serial number or a batch means the line that sold it', () => {
  const sale = saleOf('phone', 'phone', 'milk');
  const [first, second, milk] = sale.lines;
  if (first) first.serials = [{ serial: 'A-1', back: false }];
  if (second) second.serials = [{ serial: 'A-2', back: true }];
  if (milk) milk.batches = [{ code: 'L7', quantity: 2 }];
  expect(['A-2', 'L7', 'A-3'].map((code) => lineWithUnit(sale, code)?.saleLineId)).toEqual([2, 3, undefined]);
});

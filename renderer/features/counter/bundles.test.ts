import { expect, test } from 'vitest';
import type { Sale, SaleLine } from '../../../contract/api/sales.ts';
import { bundleNumber, staysBehind } from './bundles.ts';

const line = (saleLineId: number, changes: Partial<SaleLine>): SaleLine => ({
  saleLineId,
  sku: `P-${saleLineId}`,
  name: `Piece ${saleLineId}`,
  quantity: 1,
  unitPrice: '10.00',
  paidCents: 1000,
  taxCents: 0,
  returnedQuantity: 0,
  returnableQuantity: changes.quantity ?? 1,
  creditableCents: 1000,
  ...changes,
});

const kettle = line(1, { bundle: 'tea', quantity: 2 });
const cups = line(2, { bundle: 'tea', quantity: 4 });
const gift = line(3, { bundle: 'tea', quantity: 2, paidCents: 0 });
const hat = line(4, {});
const sale = { lines: [kettle, cups, gift, hat] } as unknown as Sale;

const behind = (asked: Readonly<Record<number, number>>) =>
  staysBehind(sale, ({ saleLineId }) => asked[saleLineId] ?? 0).map(({ line: { saleLineId }, units }) => [
    saleLineId,
    units,
  ]);

test('a bundle comes back in equal shares: what is short of them stays behind, gifts too', () => {
  expect(behind({ 1: 1 })).toEqual([
    [2, 2],
    [3, 1],
  ]);
  expect(behind({ 1: 1, 2: 2, 3: 1 })).toEqual([]);
});

test('goods of no bundle, and bundles that nothing comes back of, leave nothing behind', () => {
  expect(behind({ 4: 1 })).toEqual([]);
});

test('bundles are counted as they stand on the receipt', () => {
  expect([bundleNumber(sale, gift), bundleNumber(sale, hat)]).toEqual([1, undefined]);
});

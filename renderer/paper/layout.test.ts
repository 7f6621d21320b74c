import { expect, test } from 'vitest';
import { paperParts } from '../../contract/api/paper.ts';
import type { PaperDocument } from './document.ts';
import { asOwnerWants, layoutOf } from './layout.ts';

const sheet: PaperDocument = {
  title: 'Slip',
  number: 'R-1',
  shop: { name: 'Shop', address: 'Lane 1', phone: '021' },
  facts: [
    { label: 'Date', value: '2026-11-18' },
    { label: 'Customer', value: 'Wang', part: 'customer' },
  ],
  columns: [
    { label: 'Item' },
    { label: 'Spec', part: 'spec' },
    { label: 'Quantity', isFigure: true },
    { label: 'Amount', isFigure: true, part: 'amounts' },
  ],
  rows: [
    {
      cells: ['Cup', 'blue', '1', '16.67'],
      notes: ['worn'],
      roll: { title: 'Cup', detail: 'blue', amount: '16.67', notes: [] },
    },
    { cells: [], notes: ['goes on'] },
  ],
  totals: ['', 'Total', '1', '16.67'],
  closing: [
    { kind: 'money', paidTitle: '', paid: [], sums: [], capitals: { label: 'In words', value: 'sixteen' } },
    { kind: 'text', part: 'policy', text: 'seven days' },
    { kind: 'signatures', labels: ['Shop'] },
  ],
  printedAt: 'now',
  fingerprint: 'abc',
};

test('nothing is left out until the owner says so; the shop’s picture is laid on', () => {
  expect(asOwnerWants(sheet, { hidden: new Set() })).toEqual(sheet);
  expect(asOwnerWants(sheet, { hidden: new Set(), logo: 'data:,x' }).logo).toBe('data:,x');
  expect(asOwnerWants(sheet, { hidden: new Set(['logo']), logo: 'data:,x' })).toEqual(sheet);
});

test('a hidden column takes its cells along, and the word for the totals moves on', () => {
  const { columns, rows, totals } = asOwnerWants(sheet, { hidden: new Set(['spec', 'amounts']) });
  expect(columns.map(({ label }) => label)).toEqual(['Item', 'Quantity']);
  expect(rows.map(({ cells }) => cells)).toEqual([['Cup', '1'], []]);
  expect(totals).toEqual(['Total', '1']);
});

test('with all parts left out the number, its day and the goods still stand', () => {
  const bare = asOwnerWants(sheet, { hidden: new Set(paperParts), logo: 'data:,x' });
  expect(bare).toEqual({
    ...sheet,
    hidesCode: true,
    fingerprint: '',
    shop: { name: 'Shop', address: '', phone: '' },
    facts: [{ label: 'Date', value: '2026-11-18' }],
    columns: [{ label: 'Item' }, { label: 'Quantity', isFigure: true }],
    rows: [
      { cells: ['Cup', '1'], notes: ['worn'], roll: { title: 'Cup', detail: 'blue', amount: '', notes: [] } },
      { cells: [], notes: ['goes on'] },
    ],
    totals: ['Total', '1'],
    closing: [],
  });
});

test('the owner’s paper is taken where the document is laid out for it', () => {
  const settings = {
    documentLayouts: [
      { document: 'return-slip', paper: 'form-third', hidden: ['policy'] },
      { document: 'item-label', paper: 'A4', hidden: [] },
    ],
  } as const;
  const written = { documentLayouts: settings.documentLayouts.map((one) => ({ ...one, hidden: [...one.hidden] })) };
  expect(layoutOf(written, 'return-slip')).toEqual({ paper: 'form-third', hidden: new Set(['policy']) });
  expect(layoutOf(written, 'item-label').paper).toBe('58mm');
  expect(layoutOf(written, 'refund-receipt')).toEqual({ paper: 'A5', hidden: new Set() });
});

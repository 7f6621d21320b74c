import { expect, test } from 'vitest';
import { readSheet } from '../../../fixtures/voucher-files.ts';
import { type Cell, workbook } from './xlsx.ts';

const bytesOf = (rows: readonly Cell[][]): Buffer =>
  Buffer.concat([...workbook([{ name: 'Page1', headings: ['text', 'amount'], rows }])]);

test('text comes back as it was, whatever is in it, and numbers as numbers', () => {
  const texts = ['=1+1', "'", '<b>&"', ' two  spaces ', 'a\tb\nc\rd', '\u0000\u001f\uffff', '_x0041_', '茶杯🍵', '+86'];
  const rows = readSheet(bytesOf(texts.map((text, index) => [text, index - 0.05])));
  expect(rows).toEqual(texts.map((text, index) => ({ text, amount: String(index - 0.05) })));
});

test('the same rows are the same bytes in any time zone; nothing is no cell', () => {
  const before = process.env.TZ;
  const inZone = (zone: string): Buffer => {
    process.env.TZ = zone;
    return bytesOf([
      ['a', null],
      ['', 2],
    ]);
  };
  try {
    const first = inZone('Asia/Shanghai');
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Apia'])
      expect(inZone(zone).equals(first), zone).toBe(true);
    expect(readSheet(first)).toEqual([
      { text: 'a', amount: '' },
      { text: '', amount: '2' },
    ]);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

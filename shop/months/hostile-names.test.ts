import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { readPack } from '../../fixtures/month.ts';
import { testShop } from '../../fixtures/shop.ts';

const seed = 20_261_118;
const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '"', ';', ',', "'", ' ', ''];
const rest = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n,;"\' 1A中|!'.split('')), maxLength: 12 });
const hostileNames = fc
  .sample(fc.tuple(fc.constantFrom(...starts), rest), { numRuns: 2000, seed })
  .map(([start, end]) => `${start}${end}`);

const linesPerSale = 200;

test(`two thousand hostile names give no cell that runs, and each comes back as it was (seed ${seed})`, async () => {
  await using shop = testShop();
  const kept: string[] = [];
  for (let from = 0; from < hostileNames.length; from += linesPerSale) {
    const names = hostileNames.slice(from, from + linesPerSale);
    const sale = await recordSale(shop, {
      customer: { code: `K-${from}`, name: names[0] ?? '' },
      lines: names.map((name, index) => ({
        sku: `N-${from + index}`,
        name,
        quantity: 1,
        unitPrice: '1.00',
        paidCents: 100,
      })),
    });
    kept.push(...sale.lines.map(({ name }) => name));
    const returned = sale.lines.map(({ saleLineId }, index) => ({
      saleLineId,
      quantity: 1,
      reason: 'other',
      note: names[index]?.trim() ? names[index] : 'none',
    }));
    await shop.call('returns.open', { id: randomUUID(), channel: 'counter', want: 'refund', lines: returned });
  }

  const { files } = await shop.call('months.export', {
    month: '2026-11',
    format: 'csv',
    to: join(shop.folder, 'pack'),
  });
  const rows = readPack({ files }).get('returns') ?? [];
  expect(rows).toHaveLength(hostileNames.length);
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  expect(rows.map(({ name }) => name)).toEqual(
    kept.map((name) => (/^[=+\-@\t\r\n＝＋－＠]/.test(name) ? `'${name}` : name)),
  );
});

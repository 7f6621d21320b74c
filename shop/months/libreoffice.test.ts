import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openInLibreOffice } from '../../fixtures/libreoffice.ts';
import { fillMonth } from '../../fixtures/month.ts';
import { lacks } from '../../fixtures/programs.ts';
import { testShop } from '../../fixtures/shop.ts';

/** Columns that hold amounts, in every format that is a table, by the last word of their heading. */
const amounts = new Set(
  [
    'credited goods tax delivery fee total paid amount debit credit value_in value_out balance issued',
    '*Amount Debits Credits 借方金额 贷方金额 借方 贷方 原币金额',
  ].flatMap((names) => names.split(' ')),
);
/** These are empty on one side, or in a shop of one currency. */
const mayBeEmpty = ['Debits', 'Credits', '原币金额'];

test('LibreOffice opens every table of every format: Chinese intact, no formula, every amount a number', async ({
  skip,
}) => {
  const lacking = lacks('soffice');
  if (lacking) return skip(lacking);
  await using shop = testShop();
  await shop.call('settings.set', { accounts: [{ role: 'cash', code: '1001', name: '=库存"现金"' }] });
  await fillMonth(shop);
  const paths: string[] = [];
  for (const format of ['csv', 'xero', 'quickbooks', 'voucher-cn', 'kingdee-kis', 'jdy'] as const) {
    const input = { month: '2026-11', format, to: join(shop.folder, 'pack') };
    paths.push(...(await shop.call('months.export', input)).files.map(({ path }) => path));
  }
  const opened = openInLibreOffice(paths);
  let checked = 0;
  for (const [name, [headings = [], ...rows]] of opened) {
    expect(
      [...headings, ...rows.flat()].filter(({ isFormula }) => isFormula),
      name,
    ).toEqual([]);
    for (const [column, { text }] of headings.entries()) {
      const heading = text.split(' ').at(-1) ?? '';
      if (!amounts.has(heading)) continue;
      for (const row of rows) {
        const { type = '', text: amount = '' } = row[column] ?? {};
        if (amount === '' && mayBeEmpty.includes(heading)) continue;
        expect([type, amount], `${name} ${heading}`).toEqual(['float', expect.stringMatching(/^-?\d+(\.\d+)?$/)]);
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(200);
  const textsOf = (end: string): string[] =>
    [...opened].filter(([name]) => name.endsWith(end)).flatMap(([, rows]) => rows.flat().map(({ text }) => text));
  expect(textsOf(basename('2026-11-journal.csv'))).toContain(`'=库存"现金"`);
  for (const book of ['kingdee-kis.xlsx', 'jdy.xlsx']) expect(textsOf(book)).toContain('=库存"现金"');
}, 120_000);

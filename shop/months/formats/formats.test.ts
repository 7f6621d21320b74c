import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFormats } from '../../../contract/api/months.ts';
import type { Settings } from '../../../contract/api/settings.ts';
import type { Output } from '../../../contract/api.ts';
import { fillMonth, readPack } from '../../../fixtures/month.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';
import { type FiledLine, readVouchers } from '../../../fixtures/voucher-files.ts';

const formats = exportFormats.filter((format) => format !== 'csv');
type Format = (typeof formats)[number];
const november = { from: '2026-11-01', to: '2026-11-30' } as const;

const write = (shop: TestShop, format: Format, to: string) =>
  shop.call('months.export', { month: '2026-11', format, to: join(shop.folder, to) });

const set = async (shop: TestShop, vouchers: Partial<Settings['vouchers']>) => {
  const { vouchers: before } = await shop.call('settings.get', {});
  await shop.call('settings.set', { vouchers: { ...before, ...vouchers } });
};

/** What the format cannot say is not compared. */
const comparable = (format: Format, { code, account }: { code: string; account: string }) =>
  format === 'quickbooks' ? account : code;

const inBooks = (format: Format, { items }: Output<'money.entries'>) =>
  items.flatMap(({ day, lines }, index) =>
    lines.map(({ debitCents, creditCents, ...line }) => [
      index,
      day,
      comparable(format, line),
      debitCents,
      creditCents,
    ]),
  );

function inFile(format: Format, lines: readonly FiledLine[]) {
  const vouchers = [...new Set(lines.map(({ voucher }) => voucher))];
  return lines.map(({ voucher, day, code, name, debitCents, creditCents }) => [
    vouchers.indexOf(voucher),
    day,
    comparable(format, { code, account: name }),
    debitCents,
    creditCents,
  ]);
}

test('every format holds the entries of the month, line by line, and its controls and manifest', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  await set(shop, { red: 'swapped' });
  const entries = await shop.call('money.entries', november);
  for (const format of formats) {
    const written = await write(shop, format, format);
    expect(inFile(format, readVouchers(format, written)), format).toEqual(inBooks(format, entries));
    const controls =
      readPack({ files: written.files.slice(-1) })
        .values()
        .next().value ?? [];
    const value = (name: string) =>
      controls.filter((row) => row.control?.endsWith(` ${name}`)).map((row) => Math.round(Number(row.value) * 100));
    expect([value('voucher_debit'), value('voucher_credit'), value('voucher_red')]).toEqual([
      [written.controls.debitCents],
      [written.controls.creditCents],
      [0],
    ]);
    expect(written.manifest.path).toContain('manifest.json');
  }
});

const byAccount = (lines: readonly (readonly [account: string, cents: number])[]) => {
  const sums = new Map<string, number>();
  for (const [account, cents] of lines) sums.set(account, (sums.get(account) ?? 0) + cents);
  return Object.fromEntries([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
};

test('in red and added up by day or month, accounts still come to the same, and every voucher balances', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const { items } = await shop.call('money.entries', november);
  for (const per of ['entry', 'day', 'month'] as const) {
    await set(shop, { per, red: 'negative' });
    for (const format of formats) {
      const written = await write(shop, format, `${format}-${per}`);
      const lines = readVouchers(format, written);
      expect(
        byAccount(
          lines.map((line) => [format === 'quickbooks' ? line.name : line.code, line.debitCents - line.creditCents]),
        ),
      ).toEqual(
        byAccount(
          items.flatMap((item) =>
            item.lines.map((line) => [comparable(format, line), line.debitCents - line.creditCents] as const),
          ),
        ),
      );
      const balances = byAccount(
        lines.map(({ voucher, debitCents, creditCents }) => [voucher, debitCents - creditCents]),
      );
      expect(new Set(Object.values(balances))).toEqual(new Set([0]));
    }
  }
});

test('vouchers are numbered without a gap under the word that is set', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  await set(shop, { word: '转' });
  for (const format of ['voucher-cn', 'kingdee-kis', 'jdy', 'yonyou'] as const) {
    const lines = readVouchers(format, await write(shop, format, format));
    const numbers = [...new Set(lines.map(({ voucher }) => voucher))];
    expect(numbers).toEqual(numbers.map((_, index) => `转-${index + 1}`));
  }
});

test('a file in GB18030 holds every character; one with columns of its own has them, and the word in the number', async () => {
  await using shop = testShop();
  const accounts = [{ role: 'cash' as const, code: '1001', name: '现金€𠮷🍵' }];
  await shop.call('settings.set', { accounts });
  await fillMonth(shop);
  await set(shop, { encoding: 'gb18030' });
  const { files } = await write(shop, 'voucher-cn', 'gb');
  expect(readVouchers('voucher-cn', { files }).map(({ name }) => name)).toContain('现金€𠮷🍵');
  const voucherColumns = (
    ['date', 'number', 'line', 'summary', 'account-code', 'debit', 'credit', 'maker'] as const
  ).map((field) => ({ heading: field, field }));
  await shop.call('settings.set', { voucherColumns });
  await set(shop, { encoding: 'utf-8', maker: '=王' });
  const rows =
    readPack({ files: (await write(shop, 'voucher-cn', 'own')).files.slice(0, 1) })
      .values()
      .next().value ?? [];
  expect(rows[1]).toEqual({
    date: '2026-11-18',
    number: '记-1',
    line: '2',
    summary: '退货入库 R-2026-000001',
    'account-code': '5401',
    debit: '-15.01',
    credit: '0.00',
    maker: "'=王",
  });
});

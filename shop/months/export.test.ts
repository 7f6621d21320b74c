import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnSum, fillMonth, readPack, totalsOfPack } from '../../fixtures/month.ts';
import { testShop } from '../../fixtures/shop.ts';

const november = { month: '2026-11', format: 'csv' } as const;

test('the files of a month add up to its control totals and to the journal', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const exported = await shop.call('months.export', { ...november, to: join(shop.folder, 'pack') });
  const pack = readPack(exported);
  const { head } = await shop.call('care.health', {});
  expect({ ...totalsOfPack(pack), head }).toEqual(exported.controls);
  expect(columnSum(pack.get('stock-on-hand'), 'value')).toBe(exported.controls.stockValueCents);
  expect(columnSum(pack.get('returns'), 'credited')).toBe(exported.controls.creditedCents);
  const lines = pack.get('credit-note-lines');
  expect(columnSum(lines, 'goods') + columnSum(lines, 'tax')).toBe(exported.controls.creditedCents);

  const { items } = await shop.call('money.entries', { from: '2026-11-01', to: '2026-11-30' });
  expect(
    pack
      .get('journal')
      ?.map((row) => [row.entry, row.account_code, columnSum([row], 'debit'), columnSum([row], 'credit')]),
  ).toEqual(
    items.flatMap((item) => item.lines.map((line) => [item.number, line.code, line.debitCents, line.creditCents])),
  );
});

test('each file is as long and has the fingerprint the answer says; controls and manifest repeat them', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const to = join(shop.folder, 'pack');
  const { files, controls } = await shop.call('months.export', { ...november, to });
  const pack = readPack({ files });
  for (const { path, rows, sha256 } of files) {
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
    expect(pack.get(path.slice(join(to, '2026-11-').length, -'.csv'.length))).toHaveLength(rows);
  }
  const named = files.map(({ path, rows, sha256 }) => ({ name: path.slice(to.length + 1), rows, sha256 }));
  const manifest = JSON.parse(readFileSync(join(to, '2026-11-manifest.json'), 'utf8'));
  expect(manifest).toEqual({ month: '2026-11', format: 'csv', currency: 'CNY', controls, files: named });
  const fingerprints = pack.get('controls')?.filter((row) => row.control?.endsWith(' file_sha256'));
  expect(fingerprints?.map(({ detail, value }) => ({ detail, value }))).toEqual(
    named
      .filter(({ name }) => !name.endsWith('controls.csv'))
      .map(({ name, sha256 }) => ({ detail: name, value: sha256 })),
  );
  expect(readdirSync(to)).toHaveLength(files.length + 1);
});

test('the files are UTF-8 with a mark and CRLF; amounts are plain, days are ISO, and no text runs as a formula', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const exported = await shop.call('months.export', { ...november, to: join(shop.folder, 'pack') });
  const amounts = [
    'credited',
    'goods',
    'tax',
    'delivery',
    'fee',
    'total',
    'paid',
    'amount',
    'debit',
    'credit',
    'value_in',
    'value_out',
  ];
  for (const { path } of exported.files) {
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
  for (const [key, rows] of readPack(exported)) {
    for (const [column, cell] of rows.flatMap((row) => Object.entries(row))) {
      const isAmount = amounts.includes(column) || (key === 'stock-on-hand' && column === 'value');
      if (isAmount) expect(cell).toMatch(/^-?\d+\.\d{2}$/);
      else if (column === 'day') expect(cell).toMatch(/^2026-11-\d{2}$/);
      else expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    }
  }
  expect(
    readPack(exported)
      .get('payouts')
      ?.some((row) => row.amount?.startsWith('-')),
  ).toBe(true);
  expect(readPack(exported).get('returns')?.[0]?.customer).toBe(`'=HYPERLINK("http://example.org")`);
});

test('what was in the folder before stays, but for an earlier pack of the month', async () => {
  await using shop = testShop();
  const to = join(shop.folder, 'new', 'pack');
  await shop.call('months.export', { ...november, to });
  writeFileSync(join(to, 'mine.txt'), 'mine');
  await fillMonth(shop);
  const { files } = await shop.call('months.export', { ...november, to });
  expect(readPack({ files }).get('payouts')?.length).toBeGreaterThan(0);
  expect(readdirSync(to)).toHaveLength(files.length + 2);
});

test('an empty month gives files with headings alone', async () => {
  await using shop = testShop();
  const { files } = await shop.call('months.export', { ...november, month: '2025-02', to: join(shop.folder, 'pack') });
  expect(files.slice(0, -1).map(({ rows }) => rows)).toEqual(Array(13).fill(0));
});

test('a folder that cannot be written to is refused and nothing is left', async () => {
  await using shop = testShop();
  const file = join(shop.folder, 'a-file');
  writeFileSync(file, '');
  const to = join(file, 'pack');
  expect(await shop.refusal('months.export', { ...november, to })).toEqual({
    code: 'folder-not-writable',
    data: { path: to },
  });
  expect(existsSync(to)).toBe(false);
});

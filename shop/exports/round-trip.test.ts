import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ListKind } from '../../contract/api/exports.ts';
import type { Input } from '../../contract/api.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { fileOf } from '../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const id = randomUUID;

/** Names that a spreadsheet or a careless reader would change. */
const hostile = [
  '=HYPERLINK("http://x","杯")',
  '+86 杯',
  '-杯',
  '@杯',
  "'引号开头",
  "'9 折",
  "''两个",
  '带,逗号;分号',
  '带"引号"',
  '两行\n的名字',
  '茶杯🍵',
  '="0012"',
  '007',
  ' 前后空格 '.trim(),
  '＝全角',
];

const products = (): Input<'catalog.saveProduct'>[] =>
  hostile.map((name, index) => ({
    id: id(),
    sku: [`="00${index}"`, `00${index}`, `'A${index}`, `-${index}`][index % 4] as string,
    name,
    spec: hostile[(index + 1) % hostile.length] as string,
    barcodes: [`69${index}00001`, `0${index}12345`],
    category: hostile[(index + 2) % hostile.length] as string,
    unit: '件',
    unitPrice: '9.9',
    ...(index % 3 === 0 && { tracking: 'batch' as const, expires: true }),
    minQuantity: 0.5,
    maxQuantity: 20,
    accessories: ['盖', "'绳", '=1+1'],
  }));

async function filled(): Promise<TestShop> {
  const shop = testShop();
  for (const [index, input] of products().entries()) {
    const { sku } = await shop.call('catalog.saveProduct', input);
    if (index % 2 === 0) await shop.call('stock.setCost', { id: id(), sku, unitCost: '3.25' });
  }
  for (const name of hostile)
    await shop.call('suppliers.save', { id: id(), name, phone: '-1', claimDays: 30, leadDays: 3, note: `=${name}` });
  await sales(shop);
  for (const [index, name] of hostile.entries())
    await shop.call('customers.save', { id: id(), customerId: index + 1, name, email: 'a@example.com', vip: name });
  return shop;
}

async function sales(shop: TestShop): Promise<void> {
  const skus = products().map(({ sku }) => sku);
  for (const [index, name] of hostile.entries()) {
    const number = [`000${index}`, `=S${index}`, `'S${index}`][index % 3] as string;
    await shop.call('sales.record', {
      id: id(),
      number,
      soldAt: `2026-11-1${index % 8}T02:03:04.567Z`,
      customer: {
        code: [`0${index}`, `=${index}`, `'K${index}`][index % 3] as string,
        name,
        phone: `+86 1380000${1000 + index}`,
      },
      channel: name.slice(0, 20).trim(),
      ...(index % 2 === 0 && { signedOn: '2026-11-18' }),
      deliveryCents: index % 4 === 0 ? 800 : 0,
      lines: [0, 1].map((which) => ({
        sku: skus[(index + which) % skus.length] as string,
        quantity: which === 0 ? 1.5 : 3,
        unitPrice: '9.9999',
        // The same on both rows, and more than one of them is worth: still each row's own.
        paidCents: 2000,
        taxCents: 100,
      })),
      tenders: [
        { tender: 'cash', amountCents: 1500 },
        { tender: 'store-credit', amountCents: 2500 + (index % 4 === 0 ? 800 : 0) },
      ],
    });
  }
}

const kinds = ['products', 'customers', 'suppliers', 'sales'] as const satisfies readonly ListKind[];
const written = async (shop: TestShop, kind: ListKind) => shop.call('exports.write', { kind, to: temporaryFolder() });

test('what is written is read back to equal rows, whatever stands in them', async () => {
  await using shop = await filled();
  await using other = testShop();
  for (const kind of kinds) {
    const { path, rows } = await written(shop, kind);
    const result = await other.call('imports.run', { id: id(), path, kind });
    expect(result).toMatchObject({ rowsRead: rows, rowsStored: rows, rowsRefused: 0 });
    const again = await written(other, kind);
    expect(readFileSync(again.path, 'utf8')).toBe(readFileSync(path, 'utf8'));
    // Known by its columns, and nothing new the second time.
    expect(await other.call('imports.preview', { path })).toMatchObject({ kind, problems: [], wouldStore: {} });
  }
  for (const { number } of (await shop.call('sales.search', { text: '', limit: 50 })).items) {
    const [sold, read] = await Promise.all([shop.call('sales.get', { number }), other.call('sales.get', { number })]);
    expect(bare(read)).toEqual(bare(sold));
  }
});

/** Without the ids, which are each shop's own. */
function bare(sale: Awaited<ReturnType<typeof saleIn>>) {
  const { saleId: _, lines, ...rest } = sale;
  return { ...rest, lines: lines.map(({ saleLineId: __, ...line }) => line) };
}
const saleIn = (shop: TestShop) => shop.call('sales.get', { number: '' });

test('a formula is guarded, and the file has its mark, its line ends and no rows but its own', async () => {
  await using shop = await filled();
  const { path, rows, sha256 } = await written(shop, 'customers');
  const text = readFileSync(path, 'utf8');
  expect(rows).toBe(hostile.length);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(text.startsWith('\uFEFFcustomer,customerName,customerPhone,email,vip\r\n')).toBe(true);
  expect(text).toContain(`'=HYPERLINK(""http://x"",""杯"")`);
  expect(text).not.toMatch(/(^|,)"?[=+@]/m);
});

test('what stands on the shelf is written as stock to open with', async () => {
  await using shop = testShop();
  const path = fileOf('sku,productName,quantity,unitCost\nA,茶杯,12.5,2\nB,茶壶,3,\n');
  await shop.call('imports.run', { id: id(), path, kind: 'opening-stock' });
  const stock = await written(shop, 'stock');
  await using other = testShop();
  await other.call('imports.run', { id: id(), path: stock.path, kind: 'opening-stock' });
  const shelf = async (of: TestShop) => (await of.call('stock.balances', { place: 'shelf' })).items;
  expect(await shelf(other)).toEqual(await shelf(shop));
  expect(await shelf(shop)).toMatchObject([
    { sku: 'A', quantity: 12.5, valueCents: 2500 },
    { sku: 'B', quantity: 3, valueCents: 0 },
  ]);
});

test('sales of some days; nothing into a folder that cannot be written, and nothing half when given up', async () => {
  await using shop = await filled();
  const few = await shop.call('exports.write', { kind: 'sales', from: '2026-11-10', until: '2026-11-10' });
  expect(few).toMatchObject({ rows: 4 });
  expect(few.path).toContain('exports');
  expect(await shop.refusal('exports.write', { kind: 'sales', to: few.path })).toEqual({
    code: 'folder-not-writable',
    data: { path: few.path },
  });
  const givenUp = new AbortController();
  givenUp.abort();
  expect(await shop.ask('exports.write', { kind: 'sales', to: temporaryFolder() }, { signal: givenUp.signal })).toEqual(
    {
      refused: { code: 'cancelled', data: {} },
    },
  );
});

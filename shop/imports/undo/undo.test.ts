import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../../../contract/api/import-fields.ts';
import { recordSale } from '../../../fixtures/builders.ts';
import { tmallRefunds } from '../../../fixtures/files/returns-lists.ts';
import { fileOf, saleFile } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const readFrom = (shop: TestShop, kind: ImportKind, path: string) =>
  shop.call('imports.run', { id: randomUUID(), path, kind });
const read = (shop: TestShop, kind: ImportKind, text: string) => readFrom(shop, kind, fileOf(text));
const undo = (shop: TestShop, importId: number) =>
  shop.call('imports.undo', { id: randomUUID(), importId, why: 'wrong file' });
const refusal = (shop: TestShop, importId: number) => shop.refusal('imports.undo', { id: randomUUID(), importId });
const failing = async (shop: TestShop) => (await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok);

const history = () =>
  saleFile([
    { number: '1', quantity: '3' },
    { number: '2', sku: 'B-2', name: 'Bowl', customer: 'K2', at: '2026-03-02 9:00' },
    { number: 'C9', quantity: '-1', at: '2026-03-09 9:00' },
    { number: '5', quantity: '-4' },
  ]);

describe('a file of sales that is taken back', () => {
  test('is read anew afterwards, to the same rows', async () => {
    await using shop = testShop();
    const path = history();
    const first = await readFrom(shop, 'sales', path);
    const seen = async () => ({
      sale: { ...(await shop.call('sales.get', { number: '1' })), saleId: 0, lines: [], returns: [] },
      returned: (await shop.call('returns.search', {})).items.map(({ number, creditedCents }) => [
        number,
        creditedCents,
      ]),
      customers: (await shop.call('customers.search', { text: '' })).items.map(({ code }) => code),
      products: (await shop.call('catalog.products', {})).items.map(({ sku, name }) => [sku, name]),
    });
    const before = await seen();
    expect(await undo(shop, first.importId)).toMatchObject({ importId: first.importId, undoneAt: expect.any(String) });
    expect(await shop.refusal('sales.get', { number: '1' })).toMatchObject({ code: 'no-such-sale' });
    expect((await shop.call('sales.search', { text: '' })).items).toEqual([]);
    expect((await shop.call('returns.search', {})).items).toEqual([]);
    expect((await shop.call('catalog.products', {})).items).toEqual([]);
    expect((await shop.call('customers.search', { text: '' })).items).toEqual([]);
    expect((await shop.call('find.search', { text: 'Tea' })).items).toEqual([]);
    expect(await failing(shop)).toEqual([]);
    const again = await readFrom(shop, 'sales', path);
    expect(again).toEqual({ ...first, importId: again.importId });
    expect(await seen()).toEqual(before);
    expect(await failing(shop)).toEqual([]);
    expect((await shop.call('imports.history', {})).items).toMatchObject([
      { importId: again.importId, kind: 'sales', rowsRead: 4, stored: { sales: 2, returns: 1 } },
      { importId: first.importId, undoneAt: expect.any(String) },
    ]);
  });

  test('gives back what its returns took of the sales of another file', async () => {
    await using shop = testShop();
    await readFrom(shop, 'sales', saleFile([{ number: '1', quantity: '3' }]));
    const { importId } = await readFrom(
      shop,
      'sales',
      saleFile([{ number: 'C9', quantity: '-1', at: '2026-03-09 9:00' }]),
    );
    expect((await shop.call('sales.get', { number: '1' })).lines).toMatchObject([{ returnedQuantity: 1 }]);
    await undo(shop, importId);
    expect((await shop.call('sales.get', { number: '1' })).lines).toMatchObject([
      { returnedQuantity: 0, returnableQuantity: 3, creditableCents: 2970 },
    ]);
  });

  test('is not taken back while something refers to it, nor twice', async () => {
    await using shop = testShop();
    const { importId } = await readFrom(shop, 'sales', history());
    const later = await readFrom(shop, 'sales', saleFile([{ number: 'C10', quantity: '-1', at: '2026-03-10 9:00' }]));
    expect(await refusal(shop, importId)).toEqual({ code: 'import-in-use', data: { by: ['C10'] } });
    await undo(shop, later.importId);
    const { saleId, lines } = await shop.call('sales.get', { number: '1' });
    await shop.call('returns.open', {
      ...{ id: randomUUID(), saleId, channel: 'counter', want: 'refund' },
      lines: [{ saleLineId: lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'quality' }],
    });
    expect(await refusal(shop, importId)).toMatchObject({
      code: 'import-in-use',
      data: { by: [expect.stringMatching(/^R-/)] },
    });
    expect(await refusal(shop, later.importId)).toEqual({ code: 'import-undone', data: { import: later.importId } });
    expect(await refusal(shop, 99)).toEqual({ code: 'no-such-import', data: { import: 99 } });
  });
});

describe('a file of items that is taken back', () => {
  const cups = 'sku,name,price,barcode,supplier\nCUP,Big cup,9.90,690,Kiln\nBOWL,Bowl,5,691,Kiln\n';
  test('makes them what they were', async () => {
    await using shop = testShop();
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Cup', barcodes: ['600'] });
    const before = await shop.call('catalog.products', {});
    const cup = await shop.call('catalog.product', { sku: 'CUP' });
    const { importId } = await read(shop, 'products', cups);
    await undo(shop, importId);
    expect(await shop.call('catalog.products', {})).toEqual(before);
    expect(await shop.call('catalog.product', { sku: 'CUP' })).toEqual(cup);
    expect((await shop.call('suppliers.list', {})).items).toEqual([]);
    expect((await shop.call('find.search', { text: 'Bowl' })).items).toEqual([]);
    expect((await read(shop, 'products', cups)).stored).toMatchObject({ products: 1, changed: 1, suppliers: 1 });
  });

  test('stays where one of them was sold, or was changed since', async () => {
    await using shop = testShop();
    const { importId } = await read(shop, 'products', cups);
    await readFrom(shop, 'sales', saleFile([{ sku: 'BOWL' }]));
    expect(await refusal(shop, importId)).toEqual({ code: 'import-in-use', data: { by: ['BOWL', 'Kiln'] } });
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', price: '1' });
    expect(await refusal(shop, importId)).toMatchObject({ data: { by: ['CUP', 'BOWL', 'Kiln'] } });
  });

  test('so with customers and suppliers', async () => {
    await using shop = testShop();
    const people = await read(shop, 'customers', 'code,name,phone\nK1,Li,1\nK2,Wu,2\n');
    const more = await read(shop, 'customers', 'code,name\nK1,Li Na\n');
    expect(await refusal(shop, people.importId)).toMatchObject({ data: { by: ['K1'] } });
    await undo(shop, more.importId);
    expect((await shop.call('customers.search', { text: 'K1' })).items).toMatchObject([{ name: 'Li' }]);
    await undo(shop, people.importId);
    expect((await shop.call('customers.search', { text: 'K1' })).items).toEqual([]);
    const kilns = await read(shop, 'suppliers', 'supplier,lead days\nKiln,3\n');
    await undo(shop, kilns.importId);
    expect((await shop.call('suppliers.list', {})).items).toEqual([]);
  });
});

describe('a file of goods that is taken back', () => {
  test('is voided, and can be read again', async () => {
    await using shop = testShop();
    const text = 'sku,product name,quantity,unit cost\nCUP,Cup,10,2.5\n';
    const { importId } = await read(shop, 'opening-stock', text);
    await undo(shop, importId);
    expect((await shop.call('stock.balances', { place: 'shelf' })).items).toEqual([]);
    expect((await read(shop, 'opening-stock', text)).stored).toMatchObject({ goodsReceipts: 1, products: 0 });
    expect(await failing(shop)).toEqual([]);
  });

  test('stays once some of it has left', async () => {
    await using shop = testShop({ settings: { booksSales: true } });
    const { importId } = await read(
      shop,
      'goods-received',
      'reference,sku,product name,quantity,unit cost\nD-1,CUP,Cup,10,2.5\n',
    );
    const lines = [{ sku: 'CUP', quantity: 1, unitPrice: '5.00' }];
    await shop.call('sales.record', { id: randomUUID(), lines, tenders: [{ tender: 'cash', amountCents: 500 }] });
    expect(await refusal(shop, importId)).toMatchObject({ code: 'not-enough-stock' });
  });
});

describe('a list of returns that is taken back', () => {
  const list = () =>
    fileOf(
      tmallRefunds([
        { 买家退款金额: '20.00' },
        { 退款编号: '5500000002', 退款状态: '等待买家退货', 买家退款金额: '20.00' },
      ]),
    );
  const sale = (shop: TestShop) => shop.call('sales.get', { number: '2911000001' });

  test('gives the sale back what it took, and no longer waits for parcels; it can be read anew', async () => {
    await using shop = testShop();
    await recordSale(shop, { number: '2911000001' });
    const before = await sale(shop);
    const { importId, stored } = await readFrom(shop, 'returns', list());
    expect(stored).toMatchObject({ returns: 2 });
    expect((await sale(shop)).lines).not.toEqual(before.lines);
    await undo(shop, importId);
    expect((await sale(shop)).lines).toEqual(before.lines);
    expect((await shop.call('returns.search', {})).items).toMatchObject([{ stage: 'cancelled' }]);
    expect((await readFrom(shop, 'returns', list())).stored).toMatchObject({ returns: 2 });
    expect(await failing(shop)).toEqual([]);
  });

  test('stays once one of its parcels has come', async () => {
    await using shop = testShop();
    await recordSale(shop, { number: '2911000001' });
    const { importId } = await readFrom(shop, 'returns', list());
    const [parcel] = (await shop.call('returns.search', { stage: 'approved' })).items;
    const { returnId, number, lines } = await shop.call('returns.get', { returnId: parcel?.returnId ?? 0 });
    const came = lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
    await shop.call('returns.receive', { id: randomUUID(), returnId, lines: came });
    expect(await refusal(shop, importId)).toEqual({ code: 'import-in-use', data: { by: [number] } });
  });
});

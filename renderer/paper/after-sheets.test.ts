import { expect, test } from 'vitest';
import type { Locale } from '../../contract/values/words.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testNow, testShop } from '../../fixtures/shop.ts';
import { itemLabel } from './item-label.ts';
import { priceLabel } from './price-label.ts';
import { repairTicket } from './repair-ticket.ts';
import { scrapNote } from './scrap-note.ts';
import { supplierReturn } from './supplier-return.ts';
import { voiceIn } from './voice.ts';

type Grading = { readonly disposition: 'repair' | 'supplier' | 'scrap' | 'resell'; readonly twin?: true };

/** Cups that cost 8.00 each came back faulty, and were graded one by one. */
async function graded(shop: TestShop, gradings: readonly Grading[]) {
  const sale = await recordSale(shop);
  const id = (): string => crypto.randomUUID();
  const lines = openInput(sale).lines.map((line) => ({ ...line, quantity: gradings.length, reason: 'quality' }));
  const { returnId } = await shop.call('returns.open', openInput(sale, { lines }));
  const [line] = (await shop.call('returns.get', { returnId })).lines;
  const returnLineId = line?.returnLineId ?? 0;
  await shop.call('returns.receive', { id: id(), returnId, lines: [{ returnLineId, quantity: gradings.length }] });
  const parts = gradings.map((own) => ({
    returnLineId,
    quantity: 1,
    grade: 'B' as const,
    note: 'rim chipped',
    ...own,
  }));
  return shop.call('inspection.record', { id: id(), returnId, lines: parts });
}

async function spoken(shop: TestShop, locale: Locale) {
  const settings = await shop.call('settings.get', {});
  return { settings, printedAt: testNow, voice: voiceIn({ ...settings, locale }) };
}

test('a repair ticket has room for what is written by hand, until it has ended', async () => {
  await using shop = testShop();
  await graded(shop, [{ disposition: 'repair' }]);
  const { voice, ...asked } = await spoken(shop, 'en');
  const ticket = await shop.call('repair.get', { number: 'T-2026-000001' });
  const open = repairTicket({ ...asked, ticket, fingerprint: 'f' }, voice);
  expect(open.rows.map(({ lead, isBlank = false }) => lead ?? isBlank)).toEqual([
    'Cup　CUP × 1',
    true,
    true,
    true,
    true,
  ]);
  const id = crypto.randomUUID();
  await shop.call('repair.finish', { id, ticketId: ticket.ticketId, mended: true, grade: 'A', disposition: 'resell' });
  const ended = await shop.call('repair.get', { number: ticket.number });
  const sheet = repairTicket({ ...asked, ticket: ended, fingerprint: 'f' }, voice);
  expect([sheet.rows.length, sheet.closing[0]]).toEqual([
    1,
    { kind: 'text', title: 'Outcome', text: 'repaired · A as new → Resell' },
  ]);
});

test('a supplier reads what is claimed, and nothing of what the goods cost', async () => {
  await using shop = testShop();
  await graded(shop, [{ disposition: 'supplier' }, { disposition: 'supplier' }]);
  const { supplierId } = await shop.call('suppliers.save', { id: crypto.randomUUID(), name: '景德镇' });
  const lines = [{ sku: 'CUP', quantity: 2, claimedCents: 2100 }];
  const claim = await shop.call('claims.open', { id: crypto.randomUUID(), supplierId, lines });
  const { voice, ...asked } = await spoken(shop, 'zh-CN');
  const sheet = supplierReturn({ ...asked, record: claim, head: 'h' }, voice);
  expect([sheet.rows[0]?.cells, sheet.totals.at(-1)]).toEqual([['1', 'CUP', 'Cup', '', '2', '21.00'], '21.00']);
  expect(JSON.stringify(sheet)).not.toContain('16.00');
});

test('a scrap note says what went into the bin, why, and what it was worth', async () => {
  await using shop = testShop();
  const found = await graded(shop, [{ disposition: 'scrap' }, { disposition: 'resell' }]);
  const moves = (await shop.call('stock.moves', { sku: 'CUP' })).items.filter(({ to }) => to === 'scrapped');
  const { voice, ...asked } = await spoken(shop, 'en');
  const sheet = scrapNote({ ...asked, case: found, tickets: [], moves }, voice);
  expect([sheet.rows[0]?.cells.slice(1), sheet.rows[0]?.notes, sheet.totals.at(-1)]).toEqual([
    ['CUP', 'Cup', found.number, '1', '8.00'],
    ['Reason: Faulty; rim chipped'],
    '8.00',
  ]);
});

test('the label of an opened twin bears the mark, the grade, the price and the code', async () => {
  await using shop = testShop();
  await graded(shop, [{ disposition: 'resell', twin: true }]);
  const { voice, settings } = await spoken(shop, 'zh-CN');
  const product = await shop.call('catalog.product', { sku: 'CUP-B' });
  expect(itemLabel(product, settings, voice)).toEqual({
    isLabel: true,
    mark: '已拆封',
    grade: 'B 级',
    shop: 'Test shop',
    name: 'Cup',
    flaw: undefined,
    price: '¥14.00',
    code: 'CUP-B',
  });
});

test('a price label bears the price of a unit, and the first right EAN-13 of an item to scan', async () => {
  await using shop = testShop();
  const id = crypto.randomUUID();
  const tea = {
    sku: 'TEA',
    name: '龙井茶',
    spec: '特级',
    price: '128.5',
    unit: 'kg',
    barcodes: ['690', '6901234567892'],
  };
  const product = await shop.call('catalog.saveProduct', { id, ...tea });
  const { voice, settings } = await spoken(shop, 'zh-CN');
  expect(priceLabel(product, settings, voice)).toEqual({
    isPriceLabel: true,
    shop: 'Test shop',
    name: '龙井茶',
    spec: '特级',
    price: '¥128.50',
    unit: '/kg',
    code: 'TEA',
    scanned: '6901234567892',
  });
  expect(priceLabel({ ...product, barcodes: [] }, settings, voice).scanned).toBe('TEA');
});

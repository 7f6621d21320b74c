import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import type { Locale } from '../../contract/values/words.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testNow, testShop } from '../../fixtures/shop.ts';
import { creditNote } from './credit-note.ts';
import { dayReport } from './day-report.ts';
import type { ClosingBlock, PaperDocument } from './document.ts';
import { exchangeNote } from './exchange-note.ts';
import { goodsReceipt } from './goods-receipt.ts';
import { monthControls } from './month-controls.ts';
import { stocktakeSheet } from './stocktake-sheet.ts';
import { voiceIn } from './voice.ts';

const id = (): string => crypto.randomUUID();
/** A name that is no name: markup, a formula, letters without end. */
const hostile = `=1+1<b>${'杯'.repeat(180)}`;
const cups: Partial<Input<'sales.record'>> = {
  customer: { name: '王伟', phone: '13800006198' },
  lines: [{ sku: 'CUP', name: hostile, quantity: 3, unitPrice: '20.00', paidCents: 5000, taxCents: 575 }],
  tenders: [{ tender: 'cash', amountCents: 5000 }],
};

async function spoken(shop: TestShop, locale: Locale) {
  const settings = await shop.call('settings.get', {});
  return { voice: voiceIn({ ...settings, locale }), asked: { settings, printedAt: testNow } };
}

const moneyOf = ({ closing }: PaperDocument): Extract<ClosingBlock, { kind: 'money' }> | undefined =>
  closing.find((block) => block.kind === 'money');
const factsOf = ({ facts }: PaperDocument): Record<string, string> =>
  Object.fromEntries(facts.map(({ label, value }) => [label, value]));

async function noteSource(shop: TestShop, number: string) {
  const note = await shop.call('refunds.creditNote', { number });
  const { returnId } = note.return;
  const proof = await shop.call('refunds.proof', { returnId });
  return { note, proof, redInvoice: (await shop.call('redInvoices.get', { returnId })).current };
}

test('a credit note says what it credits of each line, what it keeps, how it was paid, and its red invoice', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, cups);
  const extras = [{ kind: 'other-fee' as const, line: 1, cents: 200, taxCents: 23, note: 'box torn' }];
  const payouts = [{ tender: 'cash' as const, amountCents: 1467 }];
  const done = await shop.call('returns.counter', counterInput(sale, { extras, payouts }));
  const { returnId } = done.return;
  await shop.call('redInvoices.set', { id: id(), returnId, status: 'issued', blueNumber: '0311', number: '0312' });
  const { voice, asked } = await spoken(shop, 'zh-CN');
  const sheet = creditNote({ ...asked, ...(await noteSource(shop, done.creditNote ?? '')) }, voice);
  expect(sheet.number).toBe('C-2026-000001');
  expect(factsOf(sheet)).toMatchObject({
    退货单: done.return.number,
    红字发票: '0312',
    原蓝字发票: '0311',
    客户: '王伟',
  });
  expect(sheet.rows[0]?.cells).toEqual(['1', 'CUP', hostile, '1', '14.75', '1.92', '2.00', '14.67']);
  expect(sheet.totals.slice(3)).toEqual(['1', '14.75', '1.92', '2.00', '14.67']);
  expect(moneyOf(sheet)).toMatchObject({
    paid: [{ label: '现金', value: '14.67' }],
    sums: [{ value: '¥16.67' }, { value: '¥1.92' }, { value: '− ¥2.00' }, { value: '¥14.67' }, {}, { value: '¥0.00' }],
    capitals: { value: '人民币壹拾肆元陆角柒分' },
  });
});

test('a credit note paid onto a code says the code and what stands on it, and there is none of another number', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, cups);
  const payouts = [{ tender: 'store-credit' as const, amountCents: 1667 }];
  const done = await shop.call('returns.counter', counterInput(sale, { want: 'store-credit', payouts }));
  const { voice, asked } = await spoken(shop, 'en');
  const sheet = creditNote({ ...asked, ...(await noteSource(shop, done.creditNote ?? '')) }, voice);
  expect(sheet.closing.find(({ kind }) => kind === 'text')).toMatchObject({
    title: `Store credit ${done.storeCredits[0]?.code}`,
    text: 'Balance ¥16.67, valid until: no end',
  });
  expect(moneyOf(sheet)?.capitals).toBeUndefined();
  expect((await shop.refusal('refunds.creditNote', { number: 'C-2026-000009' })).code).toBe('no-such-credit-note');
});

test('an exchange note sets what came back beside what went out, and says who paid the difference', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, cups);
  await shop.call('catalog.saveProduct', { id: id(), sku: 'POT', name: 'Pot' });
  await shop.call('stock.receive', {
    id: id(),
    paidBy: 'bank',
    lines: [{ sku: 'POT', quantity: 1, unitCost: '9.00' }],
  });
  const exchange = {
    lines: [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: '30.00' }],
    tenders: [{ tender: 'cash' as const, amountCents: 1333 }],
  };
  const input = counterInput(sale, { want: 'exchange', payouts: [], exchange });
  const { returnId } = (await shop.call('returns.counter', input)).return;
  const { voice, asked } = await spoken(shop, 'zh-CN');
  const found = await shop.call('returns.get', { returnId });
  const proof = await shop.call('refunds.proof', { returnId });
  const source = { ...asked, case: found, proof, sale: undefined, quote: undefined, redInvoice: undefined };
  const sheet = exchangeNote(source, voice);
  expect(sheet.rows[0]?.cells).toEqual([`CUP　${hostile}`, '1', '16.67', 'POT　Pot', '1', '30.00']);
  expect(sheet.totals).toEqual(['合计', '1', '16.67', '', '1', '30.00']);
  expect(moneyOf(sheet)).toMatchObject({
    paid: [
      { label: '换货抵付', value: '16.67' },
      { label: '现金', value: '13.33' },
    ],
    sums: [{ value: '¥16.67' }, { value: '¥30.00' }, { label: '客户补付', value: '¥13.33', isMain: true }],
    capitals: { value: '人民币壹拾叁元叁角叁分' },
  });
});

test('a goods receipt lists its units over as many rows as they need, and its void says what it voids', async () => {
  await using shop = testShop();
  const serials = Array.from({ length: 60 }, (_, place) => `SERIAL-NUMBER-${place}`);
  await shop.call('catalog.saveProduct', { id: id(), sku: 'RADIO', name: hostile, unit: '台', tracking: 'serial' });
  const lines = [{ sku: 'RADIO', quantity: 60, unitCost: '10.00', serials }];
  const receipt = await shop.call('stock.receive', { id: id(), paidBy: 'bank', lines, taxCents: 7800 });
  const { voice, asked } = await spoken(shop, 'zh-CN');
  const sheet = goodsReceipt({ ...asked, record: receipt, head: 'h' }, voice);
  expect(sheet.rows[0]?.cells).toEqual(['1', 'RADIO', hostile, '台', '60', '10.00', '600.00']);
  expect(sheet.rows.slice(1).every(({ cells, notes }) => cells.length === 0 && notes.length === 1)).toBe(true);
  const said = sheet.rows.flatMap(({ notes }) => notes).join('、');
  expect(serials.filter((serial) => !said.includes(serial))).toEqual([]);
  expect(moneyOf(sheet)?.capitals?.value).toBe('人民币陆佰柒拾捌元整');
  const voided = await shop.call('stock.voidReceipt', { id: id(), number: receipt.number, why: 'twice' });
  const english = await spoken(shop, 'en');
  const voidSheet = goodsReceipt({ ...asked, record: voided, head: 'h' }, english.voice);
  expect(factsOf(voidSheet)).toMatchObject({ Kind: `Void · voids ${receipt.number}`, 'Handled by': 'Owner' });
});

test('a blind count sheet is in the order of the shelves and keeps the book to itself until the count is booked', async () => {
  await using shop = testShop();
  for (const [sku, location] of [
    ['C', undefined],
    ['B', 'A-10'],
    ['A', 'A-2'],
  ] as const) {
    await shop.call('catalog.saveProduct', { id: id(), sku, name: sku, ...(location && { location }) });
  }
  const { number } = await shop.call('stocktakes.open', {
    id: id(),
    blind: true,
    scope: { skus: ['C', 'B', 'A'] },
  });
  const { voice, asked } = await spoken(shop, 'en');
  const open = stocktakeSheet({ ...asked, record: await shop.call('stocktakes.get', { number }), head: 'h' }, voice);
  expect(open.columns.map(({ label }) => label)).toEqual(['No.', 'Where', 'Code', 'Item', 'Unit', 'Counted']);
  expect(open.rows.map(({ cells, isBlank }) => [cells[1], cells[2], cells.at(-1), isBlank])).toEqual([
    ['A-2', 'A', '', true],
    ['A-10', 'B', '', true],
    ['', 'C', '', true],
  ]);
  await shop.call('stocktakes.count', { id: id(), number, lines: [{ sku: 'A', quantity: 2 }] });
  const record = await shop.call('stocktakes.book', { id: id(), number, reason: 'found' });
  const booked = stocktakeSheet({ ...asked, record, head: 'h' }, voice);
  expect(booked.rows[0]?.cells.slice(-3)).toEqual(['0', '2', '2']);
});

test('a day report has the figures of the day, and counts its documents', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, cups);
  await shop.call('returns.counter', counterInput(sale, { payouts: [{ tender: 'cash', amountCents: 1667 }] }));
  const report = await shop.call('money.dayReport', { day: '2026-11-18' });
  const { voice, asked } = await spoken(shop, 'zh-CN');
  const sheet = dayReport({ ...asked, report }, voice);
  expect([sheet.number, sheet.fingerprint]).toEqual(['2026-11-18', report.head]);
  const row = (what: string) => sheet.rows.find(({ cells }) => cells[0] === what)?.cells.slice(1);
  expect(row('红字单合计')).toEqual(['货款 14.75 + 税额 1.92 + 退还运费 0.00 − 扣费 0.00', '1', '16.67']);
  expect(sheet.rows.filter(({ lead }) => lead).map(({ lead }) => lead)).toContain('退款明细');
  expect(sheet.totals[2]).toBe(String(report.documents.reduce((sum, { count }) => sum + count, 0)));
});

test('the sheet of a month’s controls ties every figure, and says what is open in the language of the sheet', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, cups);
  await shop.call('returns.counter', counterInput(sale, { payouts: [{ tender: 'cash', amountCents: 1667 }] }));
  const preview = await shop.call('months.preview', { month: '2026-11' });
  const { voice, asked } = await spoken(shop, 'en');
  const agreed = monthControls({ ...asked, preview }, voice);
  expect([agreed.rows.length, agreed.totals[2], agreed.totals[3]]).toEqual([
    preview.ties.filter(({ left, right }) => left !== 0 || right !== 0).length,
    '✓',
    'All of them agree',
  ]);
  const ties = [{ what: 'debits-credits', left: 100, right: 90 }];
  const problems = [{ code: 'unpaid-credit' as const, data: { count: 2, cents: 500 } }];
  const differing = monthControls({ ...asked, preview: { ...preview, ties, problems } }, voice);
  expect(differing.rows[0]?.cells).toEqual(['Debits', '1.00', '✗', 'Credits', '0.90']);
  expect(differing.closing.find(({ kind }) => kind === 'text')).toMatchObject({
    title: 'Still open',
    text: '2 credits are not paid out yet: ¥5.00. Pay them out on the return’s page.',
  });
});

import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import type { Locale } from '../../contract/values/words.ts';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testNow, testShop } from '../../fixtures/shop.ts';
import type { ClosingBlock, PaperDocument } from './document.ts';
import type { ProvenSource } from './refund-money.ts';
import { hasRefund, refundReceipt } from './refund-receipt.ts';
import { returnSlip } from './return-slip.ts';
import { isOpenCase } from './slip-amounts.ts';
import { storeCreditVoucher } from './store-credit-voucher.ts';
import { type Voice, voiceIn } from './voice.ts';

/** Three cups at a list price of 20.00 for which 50.00 were paid, 5.75 of it tax: no unit costs a whole number of cents. */
const discounted: Partial<Input<'sales.record'>> = {
  customer: { name: '王伟', phone: '13800006198' },
  lines: [{ sku: 'CUP', name: '杯子', spec: '蓝', quantity: 3, unitPrice: '20.00', paidCents: 5000, taxCents: 575 }],
};

/** What the window would ask the shop before it prints. */
async function sourceOf(shop: TestShop, returnId: number): Promise<ProvenSource> {
  const found = await shop.call('returns.get', { returnId });
  return {
    case: found,
    sale: found.sale && (await shop.call('sales.get', { saleId: found.sale.saleId })),
    quote: isOpenCase(found) ? await shop.call('refunds.quote', { returnId }) : undefined,
    redInvoice: (await shop.call('redInvoices.get', { returnId })).current,
    proof: await shop.call('refunds.proof', { returnId }),
    settings: await shop.call('settings.get', {}),
    printedAt: testNow,
  };
}

const write = (
  kind: (source: ProvenSource, voice: Voice) => PaperDocument,
  source: ProvenSource,
  locale: Locale = 'zh-CN',
): PaperDocument => kind(source, voiceIn({ ...source.settings, locale }));
const moneyOf = ({ closing }: PaperDocument): Extract<ClosingBlock, { kind: 'money' }> | undefined =>
  closing.find((block) => block.kind === 'money');
const factsOf = ({ facts }: PaperDocument): Record<string, string> =>
  Object.fromEntries(facts.map(({ label, value }) => [label, value]));

async function returnOne(shop: TestShop, saleId: number, cents: number): Promise<number> {
  const sale = await shop.call('sales.get', { saleId });
  const input = counterInput(sale, { payouts: [{ tender: 'cash', amountCents: cents, reference: 'K-7' }] });
  return (await shop.call('returns.counter', input)).return.returnId;
}

test('before inspection a slip shows what is expected of what was really paid, and the phone is masked', async () => {
  await using shop = testShop({ settings: { policyText: '七日内可退。\n\n十五日内可换。' } });
  const sale = await recordSale(shop, discounted);
  const { returnId } = await shop.call('returns.open', openInput(sale));
  const slip = write(returnSlip, await sourceOf(shop, returnId));
  expect(slip.rows[0]?.cells).toEqual(['1', 'CUP', '杯子', '蓝', '', '1', '0', '16.6667', '16.67']);
  expect(slip.rows[0]?.notes).toEqual(['原因：不想要了']);
  expect(factsOf(slip)).toMatchObject({ 状态: '待收货', 客户: '王伟', 电话: '138****6198', 经办人: '店主' });
  expect(moneyOf(slip)).toMatchObject({
    paid: [],
    sums: [{ label: '应退金额', value: '¥16.67', hint: '以检验结果为准' }],
    capitals: { value: '人民币壹拾陆元陆角柒分' },
  });
  expect(slip.closing.slice(1, 3)).toEqual([
    { kind: 'text', part: 'policy', title: '退货须知', text: '七日内可退。' },
    { kind: 'text', part: 'policy', text: '十五日内可换。' },
  ]);
});

test('a reason too long to stand with its line goes on in a row of its own', async () => {
  await using shop = testShop({ settings: { policyText: '长'.repeat(1500) } });
  const sale = await recordSale(shop, discounted);
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const lines = [{ saleLineId, quantity: 1, reason: 'other', note: '很长的备注'.repeat(100) }];
  const { returnId } = await shop.call('returns.open', { ...openInput(sale), lines });
  const slip = write(returnSlip, await sourceOf(shop, returnId));
  expect(slip.rows.map(({ cells, notes, roll }) => [cells.length, notes.length, roll?.notes.length])).toEqual([
    [9, 0, 2],
    [0, 1, undefined],
  ]);
  const policy = slip.closing.flatMap((block) => (block.kind === 'text' ? [block.text.length] : []));
  expect(policy).toEqual([600, 600, 300]);
});

test('a settled slip shows grades and payouts; the last unit takes the last cent', async () => {
  await using shop = testShop();
  const { saleId } = await recordSale(shop, discounted);
  await returnOne(shop, saleId, 1667);
  await returnOne(shop, saleId, 1667);
  const slip = write(returnSlip, await sourceOf(shop, await returnOne(shop, saleId, 1666)), 'en');
  expect(slip.rows[0]?.cells.slice(5)).toEqual(['1', '1', '16.6667', '16.66']);
  expect(slip.rows[0]?.notes[0]).toContain('Graded: A as new → Resell × 1');
  expect(moneyOf(slip)?.paid).toEqual([
    { label: 'Cash', details: ['P-2026-000003', '2026-11-18', 'ref. K-7'], value: '16.66', isVoid: false },
  ]);
  expect(moneyOf(slip)?.capitals).toBeUndefined();
});

test('a rejected return gives nothing back', async () => {
  await using shop = testShop({ settings: { returnWindowDays: 0, faultWindowDays: 0 } });
  const sale = await recordSale(shop, discounted);
  const { returnId } = await shop.call('returns.open', openInput(sale));
  await shop.call('returns.reject', { id: crypto.randomUUID(), returnId, why: 'worn' });
  const slip = write(returnSlip, await sourceOf(shop, returnId), 'en');
  expect([factsOf(slip).Stage, slip.rows[0]?.cells.at(-1), moneyOf(slip)?.sums[0]?.value]).toEqual([
    'Rejected',
    '0.00',
    '¥0.00',
  ]);
});

test('goods without a receipt have no price until somebody knows one', async () => {
  await using shop = testShop();
  await recordSale(shop, discounted);
  const lines = [{ sku: 'CUP', quantity: 1, reason: 'quality' }];
  const opened = await shop.call('returns.open', {
    id: crypto.randomUUID(),
    channel: 'counter',
    want: 'refund',
    lines,
  });
  const slip = write(returnSlip, await sourceOf(shop, opened.returnId), 'en');
  expect(slip.rows[0]?.cells.slice(5)).toEqual(['1', '0', '—', '—']);
  expect(factsOf(slip).Sale).toBe('none');
});

test('a receipt proves its units and its money, line by line', async () => {
  await using shop = testShop();
  const { saleId } = await recordSale(shop, discounted);
  await returnOne(shop, saleId, 1667);
  const source = await sourceOf(shop, await returnOne(shop, saleId, 1667));
  const receipt = write(refundReceipt, source);
  expect(receipt.columns.map(({ label }) => label)).toEqual([
    ...['已售', '此前已退', '本次退', '尚可退', '原价 ¥', '优惠分摊', '实付', '其中税额', '手续费', '退款 ¥'],
  ]);
  expect(receipt.rows[0]?.lead).toBe('1. CUP　杯子 蓝');
  expect(receipt.rows[0]?.cells).toEqual(['3', '1', '1', '1', '20.00', '3.33', '16.67', '1.92', '0.00', '16.67']);
  expect(receipt.rows[0]?.roll?.notes).toEqual([
    '已售 3 − 此前已退 1 − 本次退 1 = 尚可退 1',
    '原价 20.00 − 优惠 3.33 = 实付 16.67',
    '其中税额 1.92 · 手续费 0.00',
  ]);
  expect(moneyOf(receipt)?.sums.map(({ value }) => value)).toEqual(['¥16.67', '¥1.92', '¥16.67', '¥0.00']);
});

test('what a later return of the same sale took is not called “before”', async () => {
  await using shop = testShop();
  const { saleId } = await recordSale(shop, discounted);
  const first = await returnOne(shop, saleId, 1667);
  await returnOne(shop, saleId, 1667);
  expect(write(refundReceipt, await sourceOf(shop, first)).columns[1]?.label).toBe('其他退货');
});

test('a voided payout and its counter-document both stand on the receipt, and the amount is owed again', async () => {
  await using shop = testShop();
  const { saleId } = await recordSale(shop, discounted);
  const returnId = await returnOne(shop, saleId, 1667);
  await shop.call('refunds.void', { id: crypto.randomUUID(), payoutNumber: 'P-2026-000001', why: 'wrong' });
  const money = moneyOf(write(refundReceipt, await sourceOf(shop, returnId), 'en'));
  expect(money?.paid.map(({ details, value, isVoid }) => [details.at(-1), value, isVoid])).toEqual([
    ['voided by P-2026-000002', '16.67', true],
    ['voids P-2026-000001', '-16.67', false],
  ]);
  expect(money?.sums.map(({ value }) => value)).toEqual(['¥16.67', '¥1.92', '¥0.00', '¥16.67']);
});

test('units that are still on their way are told apart from those refunded', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, discounted);
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const opened = await shop.call('returns.open', {
    ...openInput(sale),
    lines: [{ saleLineId, quantity: 2, reason: 'quality' }],
  });
  const returnLineId = opened.lines[0]?.returnLineId ?? 0;
  const { returnId } = opened;
  expect(hasRefund((await sourceOf(shop, returnId)).case)).toBe(false);
  const one = { returnLineId, quantity: 1 };
  await shop.call('returns.receive', { id: crypto.randomUUID(), returnId, lines: [one] });
  const graded = { ...one, grade: 'A' as const, disposition: 'resell' as const };
  await shop.call('inspection.record', { id: crypto.randomUUID(), returnId, lines: [graded] });
  await shop.call('refunds.record', {
    id: crypto.randomUUID(),
    returnId,
    payouts: [{ tender: 'cash', amountCents: 1667 }],
  });
  const [proof] = (await sourceOf(shop, returnId)).proof.lines;
  expect(proof).toMatchObject({ units: { sold: 3, before: 0, left: 1 }, now: 1, pending: 1 });
});

test('what is given and kept beside the goods stands on the slip and on the receipt, and adds up to what was paid', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, {
    ...discounted,
    deliveryCents: 800,
    tenders: [{ tender: 'cash', amountCents: 5800 }],
  });
  const extras = [
    { kind: 'delivery' as const, cents: 800, note: 'late' },
    { kind: 'other-fee' as const, line: 1, cents: 200, taxCents: 23, note: 'box torn' },
  ];
  const payouts = [{ tender: 'cash' as const, amountCents: 2267 }];
  const { return: found } = await shop.call('returns.counter', counterInput(sale, { extras, payouts }));
  const source = await sourceOf(shop, found.returnId);
  const sums = (document: PaperDocument) => moneyOf(document)?.sums.map(({ label, value }) => `${label} ${value}`);
  expect(sums(write(returnSlip, source, 'en'))).toEqual([
    'Goods with tax ¥16.67',
    'Delivery charge + ¥8.00',
    'Other fee − ¥2.00',
    'Credited ¥22.67',
    'Paid out ¥22.67',
  ]);
  const receipt = write(refundReceipt, source, 'en');
  expect(receipt.rows[0]?.cells.slice(-3)).toEqual(['1.92', '2.00', '14.67']);
  expect(sums(receipt)).toEqual([
    'Goods with tax ¥16.67',
    'Tax in it ¥1.92',
    'Delivery charge + ¥8.00',
    'Other fee − ¥2.00',
    'Credited ¥22.67',
    'Paid out ¥22.67',
    'Still to pay ¥0.00',
  ]);
});

test('a voucher says what is left on a code, how it came about, and until when it holds', async () => {
  await using shop = testShop({ settings: { storeCreditDays: 30 } });
  const sale = await recordSale(shop, discounted);
  const payouts = [{ tender: 'store-credit' as const, amountCents: 1667 }];
  const done = await shop.call('returns.counter', counterInput(sale, { want: 'store-credit', payouts }));
  const code = done.storeCredits[0]?.code ?? '';
  await shop.call('storeCredit.use', { id: crypto.randomUUID(), code, amountCents: 667 });
  const credit = await shop.call('storeCredit.get', { code });
  const settings = await shop.call('settings.get', {});
  const source = { record: credit, settings, head: '', printedAt: testNow };
  const voucher = storeCreditVoucher(source, voiceIn({ ...settings, locale: 'en' }));
  expect(voucher.number).toBe(code);
  expect(factsOf(voucher)).toMatchObject({ Issued: '2026-11-18', 'Valid until': '2026-12-18' });
  expect(voucher.rows.map(({ cells }) => [cells[1], cells[3]])).toEqual([
    ['Issued', '16.67'],
    ['Used', '-6.67'],
  ]);
  expect(moneyOf(voucher)?.sums).toEqual([{ label: 'Balance', value: '¥10.00', isMain: true }]);
});

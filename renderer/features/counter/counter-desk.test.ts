import { beforeEach, expect, test } from 'vitest';
import { counterInput, type RecordedSale, recordSale } from '../../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';
import { language } from '../../i18n/index.ts';
import { CounterDesk } from './counter-desk.svelte.ts';
import { Items } from './items.svelte.ts';
import type { Ask } from './policy-says.svelte.ts';

beforeEach(() => {
  language.locale = 'en';
});

/** The window's way of asking, over a real shop. */
function askOf(shop: TestShop): Ask {
  return (async (name, input) => {
    const outcome = await shop.ask(name, input);
    if ('ok' in outcome) return { ok: outcome.ok };
    if ('invalid' in outcome) return { trouble: { kind: 'invalid', misfits: outcome.invalid } };
    return { trouble: { kind: 'refused', refusal: outcome.refused } };
  }) as Ask;
}

const twoTenders = [
  { tender: 'cash', amountCents: 1000 },
  { tender: 'wechat', amountCents: 5000 },
] as const;

async function cupsSold(shop: TestShop): Promise<RecordedSale> {
  return recordSale(shop, { tenders: [...twoTenders] });
}

/** A desk with so many cups on it, chosen and graded A. */
async function deskWith(shop: TestShop, sale: RecordedSale, cups = 1): Promise<CounterDesk> {
  const desk = new CounterDesk(sale, askOf(shop));
  for (let n = 0; n < cups; n += 1) take(desk);
  const [line] = desk.lines;
  if (line) line.reason = 'changed-mind';
  line?.gradings[0]?.pick('A');
  await desk.policy.about(desk.judgeInput);
  return desk;
}

function take(desk: CounterDesk) {
  const line = desk.sale?.lines[0];
  if (!line) throw new Error('the sale has no lines');
  return desk.take(line);
}

test('a return over two tenders is refunded in one action, original tenders first', async () => {
  await using shop = testShop();
  const sale = await cupsSold(shop);
  const desk = await deskWith(shop, sale);
  expect([desk.policy.judged?.totalCents, desk.settlement.payouts.payouts, desk.problems]).toEqual([
    2000,
    [
      { tender: 'cash', amountCents: 1000 },
      { tender: 'wechat', amountCents: 1000 },
    ],
    [],
  ]);
  expect(await desk.refund()).toBe(true);
  expect(desk.done).toMatchObject({ totalCents: 2000, return: { stage: 'settled', paidOutCents: 2000 } });
  expect(desk.content).toBeUndefined();
});

test('a second press while the first is on its way does nothing', async () => {
  await using shop = testShop();
  const desk = await deskWith(shop, await cupsSold(shop));
  expect(await Promise.all([desk.refund(), desk.refund()])).toEqual([true, false]);
  expect((await shop.call('returns.search', {})).items).toHaveLength(1);
});

test('nothing beyond what is left is taken, and the line says so', async () => {
  await using shop = testShop();
  const desk = await deskWith(shop, await cupsSold(shop), 4);
  const [line] = desk.lines;
  expect([line?.quantity, desk.errorAt(`line-${line?.key ?? 0}-quantity`)]).toEqual([3, 'Only 3 can be returned']);
});

test('what somebody else took meanwhile is refused at the line, and nothing typed is lost', async () => {
  await using shop = testShop();
  const sale = await cupsSold(shop);
  const desk = await deskWith(shop, sale, 3);
  await shop.call('returns.counter', counterInput(sale, { payouts: [...twoTenders].map(halved) }));
  const before = desk.content;
  expect(await desk.refund()).toBe(false);
  const [line] = desk.lines;
  expect(desk.errorAt(`line-${line?.key ?? 0}-quantity`)).toMatch(/3 sold, 1 returned before/);
  expect([desk.bannerTrouble, desk.content]).toEqual([undefined, before]);
});

function halved({ tender }: { tender: 'cash' | 'wechat' }) {
  return { tender, amountCents: 1000 };
}

test('the receipt refreshed: more than is left now is said at once', async () => {
  await using shop = testShop();
  const sale = await cupsSold(shop);
  const desk = await deskWith(shop, sale, 3);
  await shop.call('returns.counter', counterInput(sale, { payouts: [...twoTenders].map(halved) }));
  desk.refresh(await shop.call('sales.get', { saleId: sale.saleId }));
  expect(desk.errorAt(`line-${desk.lines[0]?.key ?? 0}-quantity`)).toBe('Only 2 can be returned');
});

test('a write-down above the goods is refused at its grade, also on a split line', async () => {
  await using shop = testShop();
  const desk = await deskWith(shop, await cupsSold(shop), 2);
  const [line] = desk.lines;
  line?.split();
  line?.gradings[1]?.pick('B');
  if (line?.gradings[1]) line.gradings[1].writeDownCents = 99_999;
  expect(await desk.refund()).toBe(false);
  expect(desk.refused.map(({ place }) => place)).toEqual([`line-${line?.key}-grading-1-write-down`]);
});

test('amounts that do not fit stay with their tender and are not sent', async () => {
  await using shop = testShop();
  const desk = await deskWith(shop, await cupsSold(shop));
  desk.settlement.payouts.type('cash', 1500);
  expect(desk.problems.map(({ place }) => place)).toEqual(['tender-cash']);
  desk.settlement.payouts.type('cash', 500);
  desk.settlement.payouts.type('wechat', 1000);
  expect(desk.problems).toEqual([{ place: 'tenders', text: '¥5.00 still missing' }]);
  expect(await desk.refund()).toBe(false);
  expect((await shop.call('returns.search', {})).items).toEqual([]);
});

test('what the policy turns down needs the person’s own yes', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, { soldAt: '2026-11-01T02:00:00.000Z' });
  const desk = await deskWith(shop, sale);
  expect([desk.policy.judged?.verdict.outcome, desk.problems.map(({ place }) => place)]).toEqual([
    'reject',
    ['approve'],
  ]);
  desk.approved = true;
  desk.approvalNote = 'regular customer';
  expect(await desk.refund()).toBe(true);
  expect(desk.done?.return.steps.map(({ note }) => note)).toContain('regular customer');
});

test('a draft brings everything back, with the id of the action', async () => {
  await using shop = testShop();
  const sale = await cupsSold(shop);
  const desk = await deskWith(shop, sale, 2);
  desk.settlement.payouts.type('cash', 300);
  const left = JSON.parse(JSON.stringify(desk.content));
  const again = new CounterDesk(sale, askOf(shop));
  again.restore(left);
  expect(again.content).toEqual(left);
});

test('a retry after an answer that never came refunds nothing twice', async () => {
  await using shop = testShop();
  const sale = await cupsSold(shop);
  const lost = (async (name, input, options) => {
    const answer = await askOf(shop)(name, input, options);
    return name === 'returns.counter' ? { trouble: { kind: 'disconnected' } } : answer;
  }) as Ask;
  const desk = new CounterDesk(sale, lost);
  take(desk);
  const [line] = desk.lines;
  if (line) line.reason = 'quality';
  line?.gradings[0]?.pick('A');
  await desk.policy.about(desk.judgeInput);
  expect([await desk.refund(), desk.bannerTrouble]).toEqual([false, { kind: 'disconnected' }]);
  const again = new CounterDesk(sale, askOf(shop));
  if (desk.content) again.restore(desk.content);
  await again.policy.about(again.judgeInput);
  expect(await again.refund()).toBe(true);
  expect((await shop.call('returns.search', {})).items).toHaveLength(1);
});

test('taken in only: opened without grades, to be received later', async () => {
  await using shop = testShop();
  const desk = new CounterDesk(await cupsSold(shop), askOf(shop));
  take(desk);
  expect([await desk.takeIn(), desk.takeInProblems.map(({ place }) => place)]).toEqual([undefined, ['line-1-reason']]);
  const [line] = desk.lines;
  if (line) line.reason = 'quality';
  const returnId = await desk.takeIn();
  expect(await shop.call('returns.get', { returnId: returnId ?? 0 })).toMatchObject({
    stage: 'approved',
    channel: 'parcel',
  });
});

test('an answer of the policy that a newer question has overtaken is dropped', async () => {
  await using shop = testShop();
  const desk = await deskWith(shop, await cupsSold(shop), 3);
  const three = desk.policy.about(desk.judgeInput);
  desk.lines[0]?.count(-1);
  await Promise.all([three, desk.policy.about(desk.judgeInput)]);
  expect(desk.policy.judged?.totalCents).toBe(4000);
});

test('goods with serial numbers: one line for each, found by its number, one that was not sold is said', async () => {
  await using shop = testShop();
  await shop.call('catalog.saveProduct', { id: crypto.randomUUID(), sku: 'PHONE', name: 'Phone', tracking: 'serial' });
  const sale = await recordSale(shop, {
    lines: [{ sku: 'PHONE', name: 'Phone', quantity: 2, unitPrice: '10.00', paidCents: 2000, serials: ['A-1', 'A-2'] }],
  });
  const desk = new CounterDesk(sale, askOf(shop));
  const [sold] = sale.lines;
  if (!sold) throw new Error('the sale has no lines');
  expect([desk.take(sold), desk.take(sold, 'A-2'), desk.take(sold, 'A-1'), desk.take(sold, 'A-1')]).toEqual([
    'line-1-unit',
    'line-1-reason',
    'line-2-reason',
    'line-2-reason',
  ]);
  for (const line of desk.lines) {
    line.reason = 'quality';
    line.gradings[0]?.pick('A');
  }
  const [, second] = desk.lines;
  if (second) second.unit = 'A-9';
  expect(desk.problems).toEqual([{ place: 'line-2-unit', text: '“A-9” was not sold on this receipt' }]);
  if (second) second.unit = 'A-1';
  await desk.policy.about(desk.judgeInput);
  expect(await desk.refund()).toBe(true);
  expect(desk.done?.return.lines.map(({ serial }) => serial)).toEqual(['A-2', 'A-1']);
});

test('without a receipt: a value for each line and a reason, paid out as store credit', async () => {
  await using shop = testShop();
  await cupsSold(shop);
  const desk = new CounterDesk(undefined, askOf(shop));
  const items = new Items(desk);
  expect([await items.take('CAP'), items.problem]).toEqual(['receipt', 'There is no item “CAP”']);
  expect(await items.take('CUP')).toBe('line-1-reason');
  const [line] = desk.lines;
  if (line) line.reason = 'changed-mind';
  line?.gradings[0]?.pick('A');
  expect(desk.problems.map(({ place }) => place)).toEqual(['line-1-value']);
  if (line) line.valueCents = 1500;
  await desk.policy.about(desk.judgeInput);
  expect(desk.settlement.payouts.payouts).toEqual([{ tender: 'store-credit', amountCents: 1500 }]);
  desk.approved = true;
  expect(desk.problems.map(({ place }) => place)).toEqual(['approve-note']);
  desk.approvalNote = 'a regular, bought it last week';
  expect(await desk.refund()).toBe(true);
  expect(desk.done).toMatchObject({ totalCents: 1500, storeCredits: [{ balanceCents: 1500 }] });
});

test('an announced return is judged as it comes and only recorded', async () => {
  await using shop = testShop();
  const desk = new CounterDesk(await cupsSold(shop), askOf(shop));
  desk.announces = true;
  take(desk);
  const [line] = desk.lines;
  if (line) Object.assign(line, { reason: 'quality', condition: 'opened', missing: ['Lid'] });
  Object.assign(desk.coming, { channel: 'phone', want: 'repair', waybill: 'SF1', freightCents: 1200 });
  expect([desk.problems, desk.judgeInput?.channel, desk.judgeInput?.want]).toEqual([[], 'phone', 'repair']);
  const returnId = (await desk.takeIn()) ?? 0;
  expect(await shop.call('returns.get', { returnId })).toMatchObject({
    stage: 'approved',
    channel: 'phone',
    want: 'repair',
    waybill: 'SF1',
    freightCents: 1200,
    lines: [{ condition: 'opened', missing: ['Lid'] }],
  });
});

test('a second receipt of a visit bears its mark, and its customer where the receipt names none', async () => {
  await using shop = testShop();
  const first = await deskWith(shop, await cupsSold(shop));
  await first.refund();
  const second = await deskWith(shop, await cupsSold(shop));
  second.visit = { id: first.visit.id, customer: { name: 'Wei Wang' } };
  await second.refund();
  const { returnId = 0, customer } = second.done?.return ?? {};
  expect(customer).toMatchObject({ name: 'Wei Wang' });
  expect((await shop.call('returns.related', { returnId })).visit.map(({ number }) => number)).toEqual([
    first.done?.return.number,
  ]);
});

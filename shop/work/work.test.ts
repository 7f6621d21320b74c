import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

async function openReturn(shop: TestShop, customer = 'Ann'): Promise<number> {
  const sale = await recordSale(shop, { customer });
  return (await shop.call('returns.open', openInput(sale, { channel: 'parcel' }))).returnId;
}

test('what waits is listed with whose it is, the most overdue first', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const first = await openReturn(shop);
  clock.set('2026-11-19T09:00:00.000Z');
  const second = await openReturn(shop, 'Ben');
  await shop.call('returns.assign', { id: randomUUID(), returnId: second, person: 'Mei' });
  clock.set('2026-11-20T04:00:00.000Z');
  const work = await shop.call('returns.worklist', {});
  expect(work).toMatchObject({ late: 1, dueToday: 0, open: 2, toPayCents: 0, others: [] });
  expect(work.people).toEqual([{ person: 'Mei', open: 1, late: 0 }]);
  expect(work.items.map(({ returnId, late, assignee }) => [returnId, late, assignee])).toEqual([
    [first, true, undefined],
    [second, false, 'Mei'],
  ]);
});

test('the list can be one person’s, or what is nobody’s; the newest assignment counts', async () => {
  await using shop = testShop();
  const [one, two, three] = [await openReturn(shop), await openReturn(shop), await openReturn(shop)];
  const assign = (returnId: number, person: string | null) =>
    shop.call('returns.assign', { id: randomUUID(), returnId, person });
  await assign(one, 'Mei');
  await assign(two, 'Mei');
  await assign(two, 'Bo');
  await assign(three, 'Bo');
  await assign(three, null);
  const listed = async (person?: string | null): Promise<number[]> => {
    const work = await shop.call('returns.worklist', person === undefined ? {} : { person });
    expect(work.open).toBe(work.items.length);
    return work.items.map(({ returnId }) => returnId);
  };
  expect(await listed()).toEqual([one, two, three]);
  expect(await listed('Mei')).toEqual([one]);
  expect(await listed('Bo')).toEqual([two]);
  expect(await listed(null)).toEqual([three]);
  expect((await shop.call('returns.worklist', {})).people.map(({ person }) => person)).toEqual(['Bo', 'Mei']);
});

test('there must be a return to give to somebody', async () => {
  await using shop = testShop();
  expect(await shop.refusal('returns.assign', { id: randomUUID(), returnId: 4, person: 'Mei' })).toEqual({
    code: 'no-such-return',
    data: { return: '4' },
  });
});

test('what is owed is what all refunds would give together, to the cent', async () => {
  await using shop = testShop();
  // Three cups for 10.00: a share that does not come out even, twice of the same line.
  const sale = await recordSale(shop, {
    lines: [{ sku: 'CUP', quantity: 3, unitPrice: '3.34', paidCents: 1000, costCents: 300 }],
  });
  let owed = 0;
  for (const grade of ['A', 'B'] as const) {
    const { returnId, lines } = await shop.call('returns.open', openInput(sale));
    const returnLineId = lines[0]?.returnLineId ?? 0;
    await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [{ returnLineId, quantity: 1 }] });
    const graded = { returnLineId, quantity: 1, grade, disposition: 'resell' as const };
    await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [graded] });
    const quote = await shop.call('refunds.quote', { returnId });
    owed += quote.totalCents;
  }
  const { toPayCents, items } = await shop.call('returns.worklist', {});
  expect(items.map(({ next }) => next)).toEqual(['refund', 'refund']);
  expect([owed, toPayCents]).toEqual([666, 667]);
});

test('a call back waits from its day on until something newer was noted', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const returnId = await openReturn(shop);
  const note = (content: object) => shop.call('ratings.record', { id: randomUUID(), returnId, ...content });
  await note({ note: 'asks for a call', callBackOn: '2026-11-20' });
  const call = {
    kind: 'call-back',
    number: 'R-2026-000001',
    returnId,
    about: 'Ann',
    dueAt: '2026-11-20T15:59:59.000Z',
    late: false,
  };
  expect((await shop.call('returns.worklist', {})).others).toEqual([call]);
  clock.set('2026-11-20T15:59:00.000Z');
  expect((await shop.call('returns.worklist', {})).dueToday).toBe(1);
  clock.set('2026-11-20T16:30:00.000Z');
  expect((await shop.call('returns.worklist', {})).others).toEqual([{ ...call, late: true }]);
  expect((await shop.call('returns.worklist', { person: 'Mei' })).others).toEqual([]);
  await note({ score: 10 });
  expect((await shop.call('returns.worklist', {})).others).toEqual([]);
});

test('the calendar holds what is due, and the same thing under the same name through its steps', async () => {
  await using shop = testShop({ settings: { shopName: 'Tea; cups, more' } });
  const returnId = await openReturn(shop);
  await shop.call('ratings.record', { id: randomUUID(), returnId, note: 'call', callBackOn: '2026-11-20' });
  const first = await shop.call('work.calendar', {});
  expect(first).toMatchObject({ fileName: 'backshelf-2026-11-18.ics', events: 2, day: '2026-11-18' });
  expect(first.text).toContain('X-WR-CALNAME:Tea\\; cups\\, more – returns\r\n');
  expect(first.text).toContain('SUMMARY:Receive · R-2026-000001 · Ann\r\n');
  expect(first.text).toContain('SUMMARY:Call the customer · R-2026-000001 · Ann\r\n');
  const names = (text: string): string[] => text.match(/^UID:.*$/gm) ?? [];
  const inChinese = await shop.call('work.calendar', { locale: 'zh-CN' });
  expect(inChinese.text).toContain('SUMMARY:收货 · R-2026-000001 · Ann\r\n');
  const { lines } = await shop.call('returns.get', { returnId });
  const received = [{ returnLineId: lines[0]?.returnLineId ?? 0, quantity: 1 }];
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: received });
  const later = await shop.call('work.calendar', {});
  expect(later.text).toContain('SUMMARY:Inspect');
  expect(names(later.text)).toEqual(names(first.text));
  expect(new Set(names(first.text)).size).toBe(2);
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Output } from '../../contract/api.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { randomAction, randomSale } from '../../fixtures/histories.ts';
import { partOf, World } from '../../fixtures/history-world.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { verify } from '../care/verify.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let shop: TestShop;
let worlds = 0;
beforeAll(() => {
  shop = testShop();
});
afterAll(() => shop.close());

async function newWorld(sale: ConstructorParameters<typeof World>[1]): Promise<World> {
  worlds += 1;
  const world = new World(shop, sale, `W${worlds}`);
  await world.found();
  return world;
}

/** Rules 1, 3 and 5 of DESIGN §6 as sums over what the shop shows, after whatever has happened. */
async function expectRules(world: World): Promise<void> {
  const sale = await shop.call('sales.get', { saleId: world.saleId });
  const returns = await Promise.all(world.returns.map((returnId) => shop.call('returns.get', { returnId })));
  for (const [index, line] of sale.lines.entries()) {
    const sold = world.sale.lines[index];
    const parts = returns.flatMap((one) =>
      one.lines.filter((own) => own.saleLineId === line.saleLineId).map((own) => ({ ...own, stage: one.stage })),
    );
    const sum = (pick: (part: (typeof parts)[number]) => number): number =>
      parts.reduce((all, part) => all + pick(part), 0);
    const claimedMilli = sum(claimed);
    const creditedMilli = sum((part) => toMilli(part.creditedQuantity));
    const credited = { cents: sum((part) => part.creditedCents), taxCents: sum((part) => part.creditedTaxCents) };
    expect(toMilli(line.returnedQuantity)).toBe(claimedMilli);
    expect(claimedMilli).toBeLessThanOrEqual(sold?.milli ?? 0);
    expect(creditedMilli).toBeLessThanOrEqual(claimedMilli);
    expect(line.creditableCents).toBe((sold?.paidCents ?? 0) - credited.cents);
    expect(credited.cents).toBeLessThanOrEqual(sold?.paidCents ?? 0);
    if (creditedMilli === sold?.milli) expect(credited).toEqual({ cents: sold.paidCents, taxCents: sold.taxCents });
  }
  for (const { amountCents, givenBackCents } of sale.tenders) expect(givenBackCents).toBeLessThanOrEqual(amountCents);
  for (const { creditedCents, paidOutCents } of returns) expect(paidOutCents).toBeLessThanOrEqual(creditedCents);
  expect((await shop.call('care.health', {})).ledgersAgree).toBe(true);
}

type Part = Output<'returns.get'>['lines'][number] & { readonly stage: string };

/** Units of a return line that count as returned. */
function claimed({ stage, quantity, receivedQuantity, sentBackQuantity }: Part): number {
  if (stage === 'rejected' || stage === 'cancelled') return 0;
  return toMilli(stage === 'closed' ? receivedQuantity : quantity) - toMilli(sentBackQuantity);
}

async function expectWholeFileInOrder(): Promise<void> {
  const { checks } = await inThisThread(shop.folder, (context) => verify(context, {}));
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

test('whatever is done about a sale, units, money, tax and tenders keep to what was sold and paid', async () => {
  const histories = fc.record({
    sale: randomSale,
    actions: fc.array(randomAction, { minLength: 8, maxLength: 30, size: 'max' }),
  });
  const property = fc.asyncProperty(histories, async ({ sale, actions }) => {
    const world = await newWorld(sale);
    for (const action of actions) {
      await world.do(action);
      await expectRules(world);
    }
    if (worlds % 40 === 0) await expectWholeFileInOrder();
  });
  await fc.assert(property, { numRuns: 200 });
  await expectWholeFileInOrder();
});

test('a sale that comes back bit by bit is credited to the last cent, tender by tender, and not one unit more', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 5 });
  const property = fc.asyncProperty(randomSale, cuts, async (sale, shares) => {
    const world = await newWorld(sale);
    for (const share of [...shares, 1000])
      for (let line = 0; line < sale.lines.length; line += 1) await comeBack(world, line, share);
    await expectRules(world);
    const { lines, tenders } = await shop.call('sales.get', { saleId: world.saleId });
    expect(lines.map(({ returnableQuantity, creditableCents }) => [returnableQuantity, creditableCents])).toEqual(
      lines.map(() => [0, 0]),
    );
    expect(tenders.map(({ givenBackCents }) => givenBackCents)).toEqual(tenders.map(({ amountCents }) => amountCents));
    await expectCostsBack(world);
    const again = { id: randomUUID(), channel: 'counter', want: 'refund' } as const;
    const more = [{ saleLineId: world.saleLineIds[0] ?? 0, quantity: 0.001, reason: 'quality' }];
    expect(await shop.refusal('returns.open', { ...again, lines: more })).toMatchObject({ code: 'over-sold-quantity' });
  });
  await fc.assert(property, { numRuns: 200 });
  await expectWholeFileInOrder();
});

/** That share of what is left of a line comes back over the counter, as new. */
async function comeBack(world: World, index: number, share: number): Promise<void> {
  const line = (await shop.call('sales.get', { saleId: world.saleId })).lines[index];
  const leftMilli = toMilli(line?.returnableQuantity ?? 0);
  if (!line || leftMilli === 0) return;
  const quantity = fromMilli(partOf(leftMilli, share));
  const asked = { saleLineId: line.saleLineId, quantity, reason: 'quality' };
  const judged = await shop.call('returns.judge', { lines: [asked] });
  let restCents = judged.totalCents;
  const payouts = judged.tenders.flatMap(({ tender, maxCents }) => {
    const amountCents = Math.min(maxCents, restCents);
    restCents -= amountCents;
    return amountCents > 0 ? [{ tender, amountCents }] : [];
  });
  const gradings = [{ quantity, grade: 'A' as const, disposition: 'resell' as const }];
  const how = { id: randomUUID(), channel: 'counter', want: 'refund' } as const;
  const done = await shop.call('returns.counter', { ...how, lines: [{ ...asked, gradings }], payouts });
  world.returns.push(done.return.returnId);
  expect(done.totalCents).toBe(judged.totalCents);
}

/** Everything is back on the shelf at the cost it went out at; nothing is made up where nobody knew it. */
async function expectCostsBack(world: World): Promise<void> {
  const { lines } = await shop.call('sales.get', { saleId: world.saleId });
  for (const [index, line] of lines.entries()) {
    const { items } = await shop.call('stock.balances', { sku: line.sku, place: 'shelf' });
    const costCents = world.sale.lines[index]?.costCents;
    const expected = {
      quantity: line.quantity,
      valueCents: costCents ?? 0,
      unknownQuantity: costCents === undefined ? line.quantity : 0,
    };
    expect(items).toMatchObject([expected]);
  }
}

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Disposition, Grade } from '../../contract/values/words.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { accounts } from '../../fixtures/ledgers.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { verify } from '../care/verify.ts';

type Happening = {
  readonly act: 'bring' | 'grade' | 'work' | 'finish' | 'claim' | 'pay' | 'close' | 'set-cost' | 'refund';
  readonly which: number;
  readonly units: number;
  readonly cents: number;
  readonly grade: Grade;
  readonly disposition: Disposition;
  readonly yes: boolean;
};

const happening: fc.Arbitrary<Happening> = fc.record({
  act: fc.oneof(
    { weight: 5, arbitrary: fc.constant('grade' as const) },
    { weight: 2, arbitrary: fc.constant('bring' as const) },
    { weight: 4, arbitrary: fc.constantFrom('finish', 'claim', 'pay') },
    { weight: 1, arbitrary: fc.constantFrom('work', 'close', 'set-cost', 'refund') },
  ),
  which: fc.nat({ max: 20 }),
  units: fc.integer({ min: 1, max: 3 }),
  cents: fc.oneof(fc.nat({ max: 900 }), fc.constant(0)),
  grade: fc.constantFrom('A', 'B', 'C'),
  disposition: fc.constantFrom('resell', 'repair', 'repair', 'supplier', 'supplier', 'scrap', 'send-back'),
  yes: fc.boolean(),
});

const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];

/** A shop with one supplier, and what was brought to it. */
class Bench {
  readonly #shop: TestShop;
  #supplierId = 0;

  constructor(shop: TestShop) {
    this.#shop = shop;
  }

  async found(): Promise<void> {
    this.#supplierId = (await this.#shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' })).supplierId;
  }

  /** Does it where it can be done; whatever is refused must leave the books as they were. */
  async do(what: Happening): Promise<void> {
    if (what.act === 'bring') await this.#bring(what);
    else if (what.act === 'grade' || what.act === 'refund') await this.#advance(what);
    else if (what.act === 'work' || what.act === 'finish') await this.#repair(what);
    else if (what.act === 'claim') await this.#claim(what);
    else if (what.act === 'set-cost')
      await this.#shop.ask('stock.setCost', { id: randomUUID(), sku: `VASE${what.which % 2}`, unitCost: '3.3333' });
    else await this.#settle(what);
  }

  /** Cups whose cost is known, or vases whose cost nobody knows. */
  async #bring({ units, cents, which, yes }: Happening): Promise<void> {
    const known = { sku: `CUP${which % 2}`, quantity: units, unitPrice: '20.00', costCents: cents * units };
    const unknown = { sku: `VASE${which % 2}`, quantity: units, unitPrice: '20.00' };
    const sale = await recordSale(this.#shop, { lines: [yes ? known : unknown], tenders: [] });
    const saleLineId = sale.lines[0]?.saleLineId ?? 0;
    const want = which % 3 === 0 ? 'repair' : 'refund';
    const lines = [{ saleLineId, quantity: units, reason: 'quality' }];
    const { returnId, lines: opened } = await this.#shop.call('returns.open', openInput(sale, { want, lines }));
    const parts = opened.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
    await this.#shop.call('returns.receive', { id: randomUUID(), returnId, lines: parts });
  }

  async #advance({ act, which, units, cents, grade, disposition, yes }: Happening): Promise<void> {
    const stage = act === 'grade' ? 'received' : 'inspected';
    const found = pick((await this.#shop.call('returns.search', { stage })).items, which);
    if (!found) return;
    const { returnId } = found;
    const returnLineId = found.lines[0]?.returnLineId ?? 0;
    if (act === 'grade') {
      const twin = grade !== 'A' && disposition === 'resell' && yes;
      const grading = { returnLineId, quantity: units, grade, disposition, writeDownCents: cents % 200, twin };
      await this.#shop.ask('inspection.record', { id: randomUUID(), returnId, lines: [grading] });
      return;
    }
    const { totalCents } = await this.#shop.call('refunds.quote', { returnId });
    const payouts = totalCents > 0 ? [{ tender: 'cash' as const, amountCents: totalCents }] : [];
    await this.#shop.ask('refunds.record', { id: randomUUID(), returnId, payouts });
  }

  async #repair({ act, which, cents, grade, disposition, yes }: Happening): Promise<void> {
    const ticket = pick((await this.#shop.call('repair.list', { open: true })).items, which);
    if (!ticket || disposition === 'repair') return;
    const shape = { id: randomUUID(), ticketId: ticket.ticketId };
    if (act === 'work') {
      const cost = cents > 0 ? { cents, paidBy: 'cash' as const } : {};
      await this.#shop.call('repair.work', { ...shape, kind: 'part', what: 'glue', ...cost });
      return;
    }
    const twin = grade !== 'A' && disposition === 'resell' && yes;
    const ending = { mended: yes, grade, disposition, writeDownCents: cents % 200, twin };
    await this.#shop.ask('repair.finish', { ...shape, ...ending });
  }

  async #claim({ which, units, cents }: Happening): Promise<void> {
    const waiting = pick((await this.#shop.call('claims.waiting', {})).items, which);
    if (!waiting) return;
    const lines = [{ sku: waiting.sku, quantity: Math.min(units, waiting.quantity), claimedCents: cents }];
    await this.#shop.ask('claims.open', { id: randomUUID(), supplierId: this.#supplierId, lines });
  }

  async #settle({ act, which, cents }: Happening): Promise<void> {
    const claim = pick((await this.#shop.call('claims.list', { open: true })).items, which);
    if (!claim) return;
    const shape = { id: randomUUID(), claimId: claim.claimId };
    if (act === 'close') await this.#shop.call('claims.close', shape);
    else if (cents > 0) await this.#shop.call('claims.pay', { ...shape, cents, paidBy: 'bank' });
  }

  /** Both ledgers say the same of the goods, and so do claims and tickets. */
  async check(): Promise<void> {
    const books = await accounts(this.#shop);
    const { items } = await this.#shop.call('stock.balances', {});
    expect(items.reduce((sum, { valueCents }) => sum + valueCents, 0)).toBe(books.goods ?? 0);
    const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(units, 'whatever moves leaves one place for another').toBe(0);
    const claims = (await this.#shop.call('claims.list', { open: true })).items;
    const standing = claims.reduce((sum, { valueCents, paidCents }) => sum + Math.max(0, valueCents - paidCents), 0);
    expect(standing).toBe(books['supplier-claim'] ?? 0);
    const tickets = (await this.#shop.call('repair.list', { open: true, limit: 500 })).items;
    const onBench = items.filter(({ place }) => place === 'repair').reduce((sum, { quantity }) => sum + quantity, 0);
    expect(tickets.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(onBench);
  }
}

test('whatever happens on the bench and with suppliers, the ledgers agree', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 40, maxLength: 120, size: 'max' }), async (happenings) => {
      await using shop = testShop();
      const bench = new Bench(shop);
      await bench.found();
      for (const what of [{ ...(happenings[0] as Happening), act: 'bring' as const }, ...happenings]) {
        await bench.do(what);
        await bench.check();
      }
      const { checks } = await inThisThread(shop.folder, (context) => verify(context, {}));
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

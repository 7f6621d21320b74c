import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { countLines, openCount } from '../../fixtures/stock-counts.ts';
import { verify } from '../care/verify.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const id = () => randomUUID();
let shop: TestShop;
let worlds = 0;
beforeAll(() => {
  shop = testShop({ settings: { booksSales: true } });
});
afterAll(() => shop.close());

type Act =
  | {
      readonly act: 'sell' | 'receive' | 'bring-back' | 'lose' | 'find';
      readonly which: number;
      readonly pieces: number;
    }
  | { readonly act: 'open' | 'book' | 'cancel'; readonly which: number }
  | { readonly act: 'count'; readonly which: number; readonly count: number };

const which = fc.nat({ max: 1 });
const pieces = fc.integer({ min: 1, max: 3 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ act: fc.constantFrom('sell', 'receive', 'bring-back', 'lose', 'find'), which, pieces }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('open'), which }) },
    { weight: 9, arbitrary: fc.record({ act: fc.constant('count'), which, count: fc.nat({ max: 1 }) }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constant('book'), which: fc.nat({ max: 1 }) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel'), which: fc.nat({ max: 1 }) }) },
  ) as fc.Arbitrary<Act>,
  { minLength: 10, maxLength: 50 },
);

/** A count as somebody keeps it on paper: which items were counted, and by how much the shelf had drifted from the book then. */
type OnPaper = {
  readonly number: string;
  /** Of each item: the drift when it was counted last, and how much all counts had booked of it until then. */
  readonly counted: Map<number, number>;
  readonly bookedThen: Map<number, number>;
};

/**
 * Two items whose true shelf is known here: things are lost and found without the book hearing of it, and every count is right when it is
 * made. Several go on at once.
 */
class TrueShelf {
  readonly #skus: readonly string[];
  readonly #really = [0, 0];
  readonly #drift = [0, 0];
  readonly #booked = [0, 0];
  readonly #counts: OnPaper[] = [];
  readonly #sold: { readonly which: number; readonly sale: Awaited<ReturnType<typeof recordSale>> }[] = [];

  constructor(mark: string) {
    this.#skus = [`${mark}-1`, `${mark}-2`];
  }

  async found(): Promise<void> {
    for (const index of [0, 1]) await this.#receive(index, 6);
    for (let open = 0; open < 2; open += 1) await this.#open();
  }

  async do(act: Act): Promise<void> {
    if (act.act === 'open') await this.#open();
    else if (act.act === 'count') await this.#count(act.count, act.which);
    else if (act.act === 'book') await this.#book(act.which);
    else if (act.act === 'cancel') await this.#cancel(act.which);
    else if (act.act === 'receive') await this.#receive(act.which, act.pieces);
    else if (act.act === 'sell') await this.#sell(act.which, act.pieces);
    else if (act.act === 'bring-back') await this.#bringBack();
    else if (act.act === 'find') this.#driftBy(act.which, act.pieces);
    else if (act.act === 'lose') this.#driftBy(act.which, -Math.min(act.pieces, this.#really[act.which] ?? 0));
  }

  #sku(index: number): string {
    return this.#skus[index] ?? '';
  }

  #moved(index: number, by: number): void {
    this.#really[index] = (this.#really[index] ?? 0) + by;
  }

  #driftBy(index: number, by: number): void {
    this.#moved(index, by);
    this.#drift[index] = (this.#drift[index] ?? 0) + by;
  }

  async #receive(index: number, quantity: number): Promise<void> {
    const lines = [{ sku: this.#sku(index), quantity, valueCents: quantity * 337 + index }];
    await shop.call('catalog.saveProduct', { id: id(), sku: this.#sku(index) });
    await shop.call('stock.receive', { id: id(), paidBy: 'cash', lines });
    this.#moved(index, quantity);
  }

  /** What is really there is sold, if the book lets it go. */
  async #sell(index: number, asked: number): Promise<void> {
    const quantity = Math.min(asked, this.#really[index] ?? 0);
    if (quantity === 0 || (await this.book(index)) < quantity) return;
    const lines = [{ sku: this.#sku(index), quantity, unitPrice: '20.00', paidCents: quantity * 2000 }];
    const sale = await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z', lines });
    this.#sold.push({ which: index, sale });
    this.#moved(index, -quantity);
  }

  async #bringBack(): Promise<void> {
    const last = this.#sold.pop();
    if (!last) return;
    await shop.call('returns.counter', counterInput(last.sale));
    this.#moved(last.which, 1);
  }

  async #open(): Promise<void> {
    const number = await openCount(shop, { scope: { skus: [...this.#skus] } });
    this.#counts.push({ number, counted: new Map(), bookedThen: new Map() });
  }

  async #count(count: number, index: number): Promise<void> {
    const paper = this.#counts[count];
    if (!paper) return;
    await countLines(shop, paper.number, { [this.#sku(index)]: this.#really[index] ?? 0 });
    paper.counted.set(index, this.#drift[index] ?? 0);
    paper.bookedThen.set(index, this.#booked[index] ?? 0);
  }

  /** What drifted until an item was counted is put right; what drifted later, or was put right by another count, is not. */
  async #book(count: number): Promise<void> {
    const paper = this.#counts[count];
    if (!paper || paper.counted.size === 0) return;
    const outcome = await shop.ask('stocktakes.book', { id: id(), number: paper.number, reason: 'lost' });
    if (!('ok' in outcome)) {
      expect(outcome).toMatchObject({ refused: { code: 'not-enough-stock' } });
      return;
    }
    for (const [index, driftThen] of paper.counted) {
      const bookedSince = (this.#booked[index] ?? 0) - (paper.bookedThen.get(index) ?? 0);
      const difference = driftThen - bookedSince;
      const line = outcome.ok.lines.find(({ sku }) => sku === this.#sku(index));
      expect(line?.difference).toBe(difference);
      this.#drift[index] = (this.#drift[index] ?? 0) - difference;
      this.#booked[index] = (this.#booked[index] ?? 0) + difference;
    }
    this.#counts.splice(count, 1);
    await this.#open();
  }

  async #cancel(count: number): Promise<void> {
    const [paper] = this.#counts.splice(count, 1);
    if (paper) await shop.call('stocktakes.cancel', { id: id(), number: paper.number, why: 'as asked' });
  }

  async book(index: number): Promise<number> {
    const { items } = await shop.call('stock.balances', { sku: this.#sku(index), place: 'shelf' });
    return items[0]?.quantity ?? 0;
  }

  /** The book differs from the shelf by what drifted and was not booked yet, and by nothing else. */
  async expectRight(): Promise<void> {
    for (const index of [0, 1])
      expect(await this.book(index)).toBe((this.#really[index] ?? 0) - (this.#drift[index] ?? 0));
  }
}

test('whatever is traded meanwhile, a booked count leaves the book at what was counted and moved since', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      worlds += 1;
      const shelf = new TrueShelf(`W${worlds}`);
      await shelf.found();
      for (const act of history) {
        await shelf.do(act);
        await shelf.expectRight();
      }
    }),
    { numRuns: 60 },
  );
  const { checks } = await inThisThread(shop.folder, (context) => verify(context, { quick: false }));
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DrawerMoveKind, drawerMoveKinds } from '../../contract/api/drawer.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { type TestShop, testClock, testNow, testShop } from '../../fixtures/shop.ts';
import { verify } from '../care/verify.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const id = () => randomUUID();
const dayMs = 86_400_000;
let now = testNow;
const clock = testClock(now);
let shop: TestShop;
beforeAll(async () => {
  shop = testShop({ clock });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'CUP', name: 'Cup' });
  const lines = [{ sku: 'CUP', quantity: 100_000, unitCost: '1' }];
  await shop.call('stock.receive', { id: id(), paidBy: 'payable', lines });
});
afterAll(() => shop.close());

type Act =
  | { readonly act: 'sell' | 'sell-late'; readonly cents: number; readonly otherCents: number }
  | { readonly act: 'move'; readonly kind: DrawerMoveKind; readonly cents: number }
  | { readonly act: 'buy' | 'drift'; readonly cents: number }
  | { readonly act: 'refund' | 'void' | 'count' | 'switch' | 'next-day' | 'clock-back' };

const cents = fc.integer({ min: 1, max: 99_999 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ act: fc.constant('sell'), cents, otherCents: fc.nat({ max: 500 }) }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('sell-late'), cents, otherCents: fc.constant(0) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constant('move'), kind: fc.constantFrom(...drawerMoveKinds), cents }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('buy', 'drift'), cents }) },
    { weight: 7, arbitrary: fc.record({ act: fc.constantFrom('refund', 'refund', 'void', 'count', 'count') }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('switch', 'next-day', 'clock-back') }) },
  ) as fc.Arbitrary<Act>,
  { minLength: 10, maxLength: 40 },
);

/** A drawer whose true cash is known here: some of it is lost and found without the books hearing of it. */
class TrueDrawer {
  #reallyCents = 100_000;
  /** Lost or found since the last count. */
  #driftCents = 0;
  /** What moved since the first count and is booked elsewhere. */
  #elsewhereCents = 0;
  #books = false;
  #firstCents = 0;
  #accountThen = 0;
  readonly #sold: {
    readonly sale: Awaited<ReturnType<typeof recordSale>>;
    readonly cents: number;
    readonly other: number;
  }[] = [];
  readonly #paid: { readonly number: string; readonly cents: number; readonly day: string }[] = [];

  /** In the morning of a new day. */
  async open(): Promise<void> {
    now = Math.ceil(now / dayMs) * dayMs + 3 * 3_600_000;
    clock.set(new Date(now).toISOString());
    await this.#turn(false);
    await this.#record();
    this.#firstCents = this.#reallyCents;
    this.#accountThen = await cashAccount();
    this.#elsewhereCents = 0;
  }

  async do(act: Act): Promise<void> {
    now += 60_000;
    clock.set(new Date(now).toISOString());
    if (act.act === 'sell') await this.#sell(act);
    else if (act.act === 'sell-late') await this.#sellLate(act);
    else if (act.act === 'move') await this.#move(act);
    else if (act.act === 'buy') await this.#buy(act.cents);
    else if (act.act === 'drift') this.#drift(act.cents);
    else if (act.act === 'refund') await this.#refund();
    else if (act.act === 'void') await this.#void();
    else if (act.act === 'count') await this.#count();
    else if (act.act === 'switch') await this.#turn(!this.#books);
    else now += act.act === 'next-day' ? dayMs : -1_800_000;
    expect((await shop.call('drawer.now', {})).expectedCents).toBe(this.#reallyCents - this.#driftCents);
  }

  async #sell({ cents: cash, otherCents }: { cents: number; otherCents: number }): Promise<void> {
    const sale = await recordSale(shop, { ...saleOf(cash, otherCents), soldAt: clockNow() });
    this.#sold.push({ sale, cents: cash, other: otherCents });
    this.#take(cash, this.#books);
  }

  /** Of a day before every count: what is booked comes in when it is booked, what is kept for reference lay there already. */
  async #sellLate({ cents: cash }: { cents: number }): Promise<void> {
    await recordSale(shop, { ...saleOf(cash, 0), soldAt: '2026-11-17T02:00:00.000Z' });
    if (this.#books) this.#take(cash, true);
  }

  async #move({ kind, cents: amountCents }: { kind: DrawerMoveKind; cents: number }): Promise<void> {
    const { booked } = await shop.call('drawer.move', { id: id(), kind, amountCents });
    expect(booked).toBe(this.#books && kind !== 'takings');
    this.#take(kind === 'taken-out' || kind === 'to-bank' ? -amountCents : amountCents, booked);
  }

  async #buy(valueCents: number): Promise<void> {
    const lines = [{ sku: 'CUP', quantity: 1, valueCents }];
    await shop.call('stock.receive', { id: id(), paidBy: 'cash', lines });
    this.#take(-valueCents, true);
  }

  #drift(by: number): void {
    const change = by % 2 === 0 ? by : -Math.min(by, this.#reallyCents);
    this.#reallyCents += change;
    this.#driftCents += change;
  }

  async #refund(): Promise<void> {
    const sold = this.#sold.pop();
    if (!sold) return;
    const payouts = [
      { tender: 'cash' as const, amountCents: sold.cents },
      ...(sold.other > 0 ? [{ tender: 'wechat' as const, amountCents: sold.other }] : []),
    ];
    const { payoutNumbers } = await shop.call('returns.counter', counterInput(sold.sale, { payouts }));
    this.#paid.push({ number: payoutNumbers[0] ?? '', cents: sold.cents, day: clockNow().slice(0, 10) });
    this.#take(-sold.cents, true);
  }

  async #void(): Promise<void> {
    const paid = this.#paid.pop();
    if (!paid || paid.day !== clockNow().slice(0, 10)) return;
    await shop.call('refunds.void', { id: id(), payoutNumber: paid.number, why: 'wrong drawer' });
    this.#take(paid.cents, true);
  }

  async #count(): Promise<void> {
    // Nobody counts less than nothing: what is missing was put in by somebody first.
    if (this.#reallyCents < 0) await this.#move({ kind: 'put-in', cents: -this.#reallyCents });
    const { differenceCents } = await this.#record();
    expect(differenceCents).toBe(this.#driftCents);
    this.#driftCents = 0;
    const moved = (await cashAccount()) - this.#accountThen + this.#elsewhereCents;
    expect(moved).toBe(this.#reallyCents - this.#firstCents);
  }

  #record() {
    const coins = [
      { cents: 100, count: Math.floor(this.#reallyCents / 100) },
      { cents: 1, count: this.#reallyCents % 100 },
    ];
    return shop.call('drawer.count', { id: id(), coins, note: 'nobody knows' });
  }

  async #turn(booksSales: boolean): Promise<void> {
    this.#books = booksSales;
    await shop.call('settings.set', { booksSales });
  }

  #take(by: number, isBooked: boolean): void {
    this.#reallyCents += by;
    if (!isBooked) this.#elsewhereCents += by;
  }
}

const clockNow = (): string => new Date(clock()).toISOString();

function saleOf(cash: number, otherCents: number) {
  const paidCents = cash + otherCents;
  return {
    lines: [{ sku: 'CUP', quantity: 1, unitPrice: (paidCents / 100).toFixed(2), paidCents }],
    tenders: [
      { tender: 'cash' as const, amountCents: cash },
      ...(otherCents > 0 ? [{ tender: 'wechat' as const, amountCents: otherCents }] : []),
    ],
  };
}

/** Every line of cash in the journal, added up plainly. */
async function cashAccount(): Promise<number> {
  const { items } = await shop.call('money.entries', { from: '2026-01-01', to: '2027-12-31' });
  return items
    .flatMap(({ lines }) => lines)
    .filter(({ role }) => role === 'cash')
    .reduce((sum, { debitCents, creditCents }) => sum + debitCents - creditCents, 0);
}

test('what should lie in the drawer is what really moved, and the cash account follows the counts', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const drawer = new TrueDrawer();
      await drawer.open();
      for (const act of history) await drawer.do(act);
    }),
    { numRuns: 40 },
  );
  expect(await inThisThread(shop.folder, (context) => verify(context, {}))).toMatchObject({ ok: true });
});

import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Instant } from '../../contract/values/days.ts';
import type { Locale } from '../../contract/values/words.ts';
import type { ActionContext, LongActionHandler, LongContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { recordSale } from '../sales/record.ts';
import { setSettings } from '../settings/settings.ts';
import { demoCount } from './count.ts';
import { demoCustomers, demoProducts, inLanguage } from './goods.ts';
import { type DemoSale, demoReturn } from './returns.ts';
import { refillShelves, stockShelves } from './stock.ts';

const days = 42;
const salesADay = 3;
const countedDaysAgo = 4;
const refillDay = 12;
const dayMs = 86_400_000;

/**
 * Fills an empty shop with six weeks of made-up trade: the same every time, only the days follow the calendar. About every fourth sale
 * comes back; the newest returns still wait at all stages, some of them too long.
 */
export const fillDemo: LongActionHandler<'demo.fill'> = async (context, input) => {
  const { store, settings } = context;
  // Made-up trade begins weeks ago, and days never run backward: whatever was recorded before, even a setting, is of a later day.
  if (store.desk.head().seq > 0) return refuse('shop-not-empty', {});
  const locale = input.locale ?? settings.locale;
  const trade = new Trade(context, input.id, locale);
  trade.openShop();
  for (let day = days; day >= 0; day -= 1) {
    if (context.signal.aborted) return refuse('cancelled', {});
    if (day === refillDay) trade.refill(day);
    for (let n = 0; n < salesADay; n += 1) trade.sellAndTakeBack(day, n);
    if (day === countedDaysAgo) trade.countStock(day);
    context.onProgress({ phase: 'filling', done: days - day + 1, total: days + 1 });
    await letOthersIn();
  }
  return trade.finish();
};

class Trade {
  readonly #context: LongContext;
  readonly #id: string;
  readonly #locale: Locale;
  readonly #end: number;
  readonly #waiting: { readonly sale: DemoSale; readonly returnDay: number; readonly n: number }[] = [];
  #actions = 0;
  #sales = 0;
  #returns = 0;

  constructor(context: LongContext, id: string, locale: Locale) {
    this.#context = context;
    this.#id = id;
    this.#locale = locale;
    this.#end = Date.parse(context.now);
  }

  #run<T>(ms: number, work: (context: ActionContext) => T | Refused): T {
    this.#actions += 1;
    const { runAction, inputSha256 } = this.#context;
    const at: Instant = new Date(ms).toISOString();
    const done = runAction({ actionId: `${this.#id}#${this.#actions}`, kind: 'demo.fill', inputSha256, at }, work);
    if (done instanceof Refused)
      throw new Error(`made-up trade was refused: ${done.code} ${JSON.stringify(done.data)}`);
    return done;
  }

  openShop(): void {
    const shopName = inLanguage(this.#locale, { zh: '回架演示小店', en: 'Backshelf demo shop' });
    const policyText = inLanguage(this.#locale, {
      zh: '凭小票七日内可退换，商品须完好；质量问题十五日内负责。',
      en: 'Back within 7 days with the receipt if as new; faults within 15 days.',
    });
    this.#run(this.#end - (days + 1) * dayMs, (context) =>
      setSettings(context, { shopName, policyText, locale: this.#locale }),
    );
    this.#run(this.#end - (days + 1) * dayMs, (context) => stockShelves(context, this.#locale));
  }

  refill(day: number): void {
    this.#run(this.#end - day * dayMs - salesADay * 60 * 60_000, (context) => refillShelves(context, this.#locale));
  }

  /** One sale of the day; then whatever of earlier sales comes back that day. */
  sellAndTakeBack(day: number, n: number): void {
    const ms = this.#end - day * dayMs - (salesADay - n) * 40 * 60_000;
    const number = `S-${10_000 + this.#sales}`;
    const index = this.#sales;
    const lines = [demoProducts[(index * 7) % demoProducts.length], demoProducts[(index * 5 + 3) % demoProducts.length]]
      .filter((product) => product !== undefined)
      .slice(0, 1 + (index % 2))
      .map((product, place) => {
        const quantity = 1 + ((index + place) % 3 === 0 ? 1 : 0);
        return {
          sku: product.sku,
          name: inLanguage(this.#locale, product),
          quantity,
          unitPrice: product.price,
          costCents: product.costCents * quantity,
        };
      });
    const totalCents = lines.reduce((sum, line) => sum + Math.round(Number(line.unitPrice) * 100) * line.quantity, 0);
    const customer = demoCustomers[index % demoCustomers.length];
    const tenders = demoTenders(index, totalCents);
    const { saleId } = this.#run(ms, (context) =>
      recordSale(context, {
        id: this.#id,
        number,
        ...(customer &&
          index % 3 !== 2 && { customer: { name: inLanguage(this.#locale, customer), phone: customer.phone } }),
        lines,
        tenders,
      }),
    );
    this.#sales += 1;
    if (index % 4 === 1)
      this.#waiting.push({ sale: { saleId, turn: (index - 1) / 4 }, returnDay: day - 2 - (index % 3), n });
    for (const due of this.#waiting.filter((other) => other.returnDay === day && other.n === n))
      this.#takeBack(due.sale, day, ms);
  }

  #takeBack(sale: DemoSale, day: number, ms: number): void {
    const steps = demoReturn(sale, { daysAgo: day, locale: this.#locale });
    let after: number | undefined;
    steps.forEach((step, place) => {
      after = this.#run(Math.min(ms + (place + 1) * 6 * 60_000, this.#end), (context) => step(context, after));
    });
    this.#returns += 1;
  }

  /** In the evening, when the shop is closed. */
  countStock(day: number): void {
    demoCount().forEach((step, place) => {
      this.#run(this.#end - day * dayMs - (5 - place) * 60_000, step);
    });
  }

  finish(): { sales: number; returns: number } {
    const done = { sales: this.#sales, returns: this.#returns };
    const { runAction, inputSha256 } = this.#context;
    const sealed = runAction({ actionId: this.#id, kind: 'demo.fill', inputSha256 }, () => done);
    if (sealed instanceof Refused) throw new Error(`made-up trade was refused at its end: ${sealed.code}`);
    return sealed;
  }
}

function demoTenders(index: number, totalCents: number) {
  const cash = index % 5 === 0 ? Math.floor(totalCents / 2) : 0;
  const tender = (['wechat', 'alipay', 'cash', 'card'] as const)[index % 4] ?? 'wechat';
  if (cash === 0) return [{ tender, amountCents: totalCents }];
  return [
    { tender: 'cash' as const, amountCents: cash },
    { tender: 'wechat' as const, amountCents: totalCents - cash },
  ];
}

import type { ExchangeLine } from '../../contract/api/settlement-shape.ts';
import { amountAt, asPriceE4, parsePrice } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';

/** Goods that come back, at their list price, with what is credited for them; nothing of a list price where none is known. */
export type ReturnedGoods = {
  readonly unitPriceE4: number | undefined;
  readonly milli: number;
  readonly cents: number;
  readonly taxCents: number;
};

export type PricedLine = {
  readonly asked: ExchangeLine;
  readonly milli: number;
  readonly unitPriceE4: number;
  readonly listCents: number;
  readonly paidCents: number;
  readonly taxCents: number;
  /** How many of its units cost what was really paid for the returned ones. */
  readonly inheritedMilli: number;
};

/**
 * What the goods of an exchange cost (DESIGN §6 rule 7): units at the list price of returned ones inherit what was really paid for those, as
 * many as came back; all others cost their price. A price somebody names stands. What is not said of the tax is as in the returned goods.
 */
export function priceExchange(
  asked: readonly ExchangeLine[],
  returned: readonly ReturnedGoods[],
  digits: number,
): PricedLine[] {
  const left = returned.map((goods) => ({ ...goods }));
  const rate = {
    cents: returned.reduce((sum, { cents }) => sum + cents, 0),
    taxCents: returned.reduce((sum, { taxCents }) => sum + taxCents, 0),
  };
  return asked.map((line) => {
    const unitPriceE4 = parsePrice(line.unitPrice) ?? asPriceE4(Number.NaN);
    const milli = toMilli(line.quantity);
    const listCents = amountAt(unitPriceE4, milli, digits);
    const shared = { asked: line, milli, unitPriceE4, listCents };
    const inherited = line.paidCents === undefined ? inherit(left, unitPriceE4, milli) : nothing;
    const restCents = line.paidCents ?? amountAt(unitPriceE4, milli - inherited.milli, digits);
    const paidCents = inherited.cents + restCents;
    const restTaxCents = rate.cents > 0 ? shareOf(rate.taxCents, restCents, rate.cents) : 0;
    const taxCents = Math.min(line.taxCents ?? inherited.taxCents + restTaxCents, paidCents);
    return { ...shared, paidCents, taxCents, inheritedMilli: inherited.milli };
  });
}

const nothing = { milli: 0, cents: 0, taxCents: 0 };

type Left = { -readonly [Key in keyof ReturnedGoods]: ReturnedGoods[Key] };

/** Takes units off the returned goods of that list price; the last of them take all that is left of what was paid. */
function inherit(left: Left[], unitPriceE4: number, milli: number): typeof nothing {
  const taken = { ...nothing };
  for (const goods of left) {
    const takenMilli = goods.unitPriceE4 === unitPriceE4 ? Math.min(goods.milli, milli - taken.milli) : 0;
    if (takenMilli <= 0) continue;
    const cents = shareOf(goods.cents, takenMilli, goods.milli);
    const taxCents = Math.min(shareOf(goods.taxCents, takenMilli, goods.milli), cents);
    goods.milli -= takenMilli;
    goods.cents -= cents;
    goods.taxCents -= taxCents;
    taken.milli += takenMilli;
    taken.cents += cents;
    taken.taxCents += taxCents;
  }
  return taken;
}

import { currencyDigits } from './money.ts';

/** Coins and notes in use, in the currency's main unit, the largest first. Those that hardly pass through a till any more are left out. */
const inUse: Readonly<Record<string, readonly number[]>> = {
  CNY: [100, 50, 20, 10, 5, 1, 0.5, 0.1],
  HKD: [1000, 500, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1],
  MOP: [1000, 500, 100, 50, 20, 10, 5, 1, 0.5, 0.1],
  TWD: [2000, 1000, 500, 200, 100, 50, 10, 5, 1],
  USD: [100, 50, 20, 10, 5, 2, 1, 0.25, 0.1, 0.05, 0.01],
  EUR: [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  GBP: [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  CHF: [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05],
  JPY: [10_000, 5000, 1000, 500, 100, 50, 10, 5, 1],
  KRW: [50_000, 10_000, 5000, 1000, 500, 100, 50, 10],
  SGD: [100, 50, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05],
  MYR: [100, 50, 20, 10, 5, 1, 0.5, 0.2, 0.1, 0.05],
  AUD: [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05],
  NZD: [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1],
  CAD: [100, 50, 20, 10, 5, 2, 1, 0.25, 0.1, 0.05],
  THB: [1000, 500, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.25],
  VND: [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000],
  IDR: [100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100],
  PHP: [1000, 500, 200, 100, 50, 20, 10, 5, 1, 0.25],
  INR: [500, 200, 100, 50, 20, 10, 5, 2, 1],
};

/** Where nobody has told us: steps of one, two and five, from the smallest unit up. */
const steps = 5;

function inSteps(digits: number): readonly number[] {
  const tens = Array.from({ length: Math.max(digits, 2) + steps - 2 }, (_, power) => 10 ** power);
  return tens.flatMap((ten) => [ten, 2 * ten, 5 * ten]).reverse();
}

/** What the drawer of a shop may hold, in the smallest unit of its currency, the largest first. */
export function denominationsOf(currency: string): readonly number[] {
  const digits = currencyDigits(currency);
  return inUse[currency]?.map((value) => Math.round(value * 10 ** digits)) ?? inSteps(digits);
}

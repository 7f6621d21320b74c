/** `amount × part ÷ whole`, rounded once, half away from zero, in whole numbers: the rule as a schoolbook says it. */
export function share(amount: number, part: number, whole: number): number {
  const size = BigInt(Math.abs(amount)) * BigInt(part);
  const rounded = Number((size * 2n + BigInt(whole)) / (BigInt(whole) * 2n));
  return amount < 0 ? -rounded : rounded;
}

/** Thousandths at a price in ten-thousandths, in the smallest unit of a currency with so many digits. */
export function worth(priceE4: number, milli: number, digits: number): number {
  return share(priceE4, milli, 10 ** (7 - digits));
}

export function milliOf(quantity: number): number {
  return Math.round(quantity * 1000);
}

/** `12.5` is 125,000 ten-thousandths. */
export function priceOf(text: string): number {
  return Math.round(Number(text) * 10_000);
}

/** At least two decimals, at most four, none needless beyond. */
export function priceText(priceE4: number): string {
  const text = (priceE4 / 10_000).toFixed(4);
  return text.replace(/0{1,2}$/, '');
}

export function sum<Row>(rows: readonly Row[], figure: (row: Row) => number): number {
  let total = 0;
  for (const row of rows) total += figure(row);
  return total;
}

const dayMs = 86_400_000;

export function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** What the clock on the wall of that place says, as a day. */
export function dayAt(zone: string, instant: string): string {
  const wall = walls.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  walls.set(zone, wall);
  return wall.format(Date.parse(instant));
}
const walls = new Map<string, Intl.DateTimeFormat>();

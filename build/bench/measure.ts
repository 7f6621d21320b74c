/** One line of the report: ours beside the floor that was taken in the same run. */
export type Measure = {
  readonly what: string;
  readonly unit: string;
  readonly floor: number;
  readonly ours: number;
  /** What the ratio (or, for a plain time, `ours`) should stay within, as words for the reader. */
  readonly aim: string;
};

export type Bench = { readonly name: string; readonly run: () => Promise<readonly Measure[]> };

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds of each run of some work. */
export async function timeEach(count: number, work: (index: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await work(index);
    times.push(performance.now() - started);
  }
  return times;
}

export function reportLine({ what, unit, floor, ours, aim }: Measure): string {
  const figures = [ours, floor].map((value) => `${value.toPrecision(3)} ${unit}`.padStart(14));
  return `${what.padEnd(58)}${figures.join('')}${`${(ours / floor).toFixed(2)}×`.padStart(10)}   ${aim}`;
}

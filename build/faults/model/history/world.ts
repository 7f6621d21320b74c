import type { Random } from '../../random.ts';
import type { Facts } from '../rules/books.ts';
import type { Asked } from '../rules/perform.ts';

/** What the next thing is chosen from. */
export type World = {
  readonly random: Random;
  readonly books: Facts;
  readonly now: string;
  /** Everything asked for so far, done or refused. */
  readonly sent: readonly Asked[];
};

export function among<T>({ random }: Pick<World, 'random'>, list: readonly T[], latest = 12): T | undefined {
  if (list.length === 0) return undefined;
  // Mostly of the newest, so that things begun are carried on.
  return random.percent(80) ? random.pick(list.slice(-latest)) : random.pick(list);
}

/** One of several ways, each as likely as its weight. */
export function weighed<T>({ random }: Pick<World, 'random'>, ways: readonly (readonly [number, T])[]): T {
  let point = random.below(ways.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, way] of ways) {
    if (point < weight) return way;
    point -= weight;
  }
  throw new Error('nothing to choose from');
}

/** A part of some units: mostly whole pieces where they are whole, now and then more than there are. */
export function partOf({ random }: Pick<World, 'random'>, milli: number): number {
  if (milli <= 0) return 1000;
  if (random.percent(45)) return milli;
  if (random.percent(5)) return milli + 1 + random.below(2000);
  if (milli % 1000 === 0 && random.percent(85)) return 1000 * (1 + random.below(milli / 1000));
  return 1 + random.below(milli);
}

/** Splits a whole into so many parts; some may be nothing. */
export function split({ random }: Pick<World, 'random'>, whole: number, parts: number): number[] {
  const cuts = Array.from({ length: parts - 1 }, () => random.below(whole + 1)).sort((a, b) => a - b);
  return [...cuts, whole].map((cut, index) => cut - (cuts[index - 1] ?? 0));
}

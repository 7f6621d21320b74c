import { part } from '../part.ts';
import { type Random, randomOf } from '../random.ts';
import type { Trial } from '../rig/trial.ts';
import { type Course, counted } from '../rig/undisturbed.ts';
import { onStage, spread } from './on-stage.ts';

/** Out of ten: kills before an operation, in the middle of a write, at any time. */
const shares = { before: 6, inside: 2 } as const;

/**
 * Processes that die while they do something: before one of their operations on the disk, in the middle of a write, at any time. Where
 * there are fewer operations than kills, every one of them is met.
 */
export const kills = part({
  name: 'kills',
  about: 'the process is killed while it does something',
  numbers: { count: 10_000 },
  run: ({ numbers: { count }, ...run }) =>
    onStage({ plan: (acts) => plan(acts, { count, random: randomOf(run.seed) }), ...run }, ({ met, answers, bad }) => {
      const told = answers.ok ?? 0;
      return `${count} trials, ${met} kills; ${told} acknowledged before they died: ${bad} bad`;
    }),
});

function plan(
  acts: readonly Course[],
  { count, random }: { readonly count: number; readonly random: Random },
): Trial[] {
  const before = acts.map(({ act, operations }) =>
    points(operations.changing).map((at): Trial => ({ act, fault: { mode: 'kill', kinds: counted.changing, at } })),
  );
  const inside = acts.map(({ act, operations }) =>
    points(operations.writes).map((at): Trial => ({ act, fault: { mode: 'tear', kinds: counted.writes, at } })),
  );
  const chosen = [
    ...spread(before, Math.round((count * shares.before) / 10), random),
    ...spread(inside, Math.round((count * shares.inside) / 10), random),
  ];
  while (chosen.length < count) {
    const { act, micros } = random.pick(acts);
    const killAfterMicros = 1 + random.below(micros);
    chosen.push({ act, fault: { mode: 'kill', kinds: counted.changing, at: 0 }, killAfterMicros });
  }
  return chosen;
}

export function points(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

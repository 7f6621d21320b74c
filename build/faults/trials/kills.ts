import { part } from '../part.ts';
import { type Random, randomOf } from '../random.ts';
import type { Trial } from '../rig/trial.ts';
import { type Course, counted } from '../rig/undisturbed.ts';
import type { Fault } from '../shim/shim.ts';
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
  courses: readonly Course[],
  { count, random }: { readonly count: number; readonly random: Random },
): Trial[] {
  const before = (course: Course): Trial[] =>
    points(course.operations.changing).map((at) => killAt(course, { mode: 'kill', kinds: counted.changing, at }));
  const inside = (course: Course): Trial[] =>
    points(course.operations.writes).map((at) => killAt(course, { mode: 'tear', kinds: counted.writes, at }));
  const offersOf = (trialsOf: (course: Course) => Trial[]) =>
    courses.map((course) => ({ course, trials: trialsOf(course) }));
  const [first, second] = [Math.round((count * shares.before) / 10), Math.round((count * shares.inside) / 10)];
  return [
    ...spread(offersOf(before), first, random),
    ...spread(offersOf(inside), second, random),
    ...spread(
      offersOf((course) => anyTimes(course, random)),
      count - first - second,
      random,
    ),
  ];
}

function killAt({ act }: Course, fault: Fault): Trial {
  return { act, fault };
}

const timesOfOne = 100;

function anyTimes({ act, micros }: Course, random: Random): Trial[] {
  return Array.from({ length: timesOfOne }, () => ({
    act,
    fault: { mode: 'kill', kinds: counted.changing, at: 0 },
    killAfterMicros: 1 + random.below(micros),
  }));
}

export function points(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stageOfProcess } from '../acts/stage.ts';
import type { PartResult, PartRun } from '../part.ts';
import type { Random } from '../random.ts';
import { dealt, inPreloadedProcesses } from '../rig/preloaded.ts';
import type { Trial } from '../rig/trial.ts';
import type { Course } from '../rig/undisturbed.ts';

type Planned = Pick<PartRun, 'say' | 'seed' | 'only'> & {
  readonly plan: (acts: readonly Course[]) => readonly Trial[];
};
export type Totals = {
  readonly trials: number;
  readonly met: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly bad: number;
};

/** Counts every act's operations, plans, tries, and adds up. */
export async function onStage(
  { plan, say, seed, only = '' }: Planned,
  figures: (totals: Totals) => string,
): Promise<PartResult> {
  const { folder: stage } = await stageOfProcess();
  const keep = join(tmpdir(), `backshelf-faults-${seed}`);
  const courses = (await coursesOfStage(say)).filter(({ act }) => act.name.includes(only));
  const trials = plan(courses);
  const piles = dealt(trials).map((pile) => ({ stage, keep, courses, trials: pile }));
  const verdicts = await inPreloadedProcesses('runTrials', piles, (done) => say(`${done} of ${trials.length}`));
  const bad = verdicts.flatMap((verdict) => verdict.bad);
  const answers: Record<string, number> = {};
  for (const verdict of verdicts)
    for (const [answer, times] of Object.entries(verdict.answers)) answers[answer] = (answers[answer] ?? 0) + times;
  const met = verdicts.reduce((sum, verdict) => sum + verdict.met, 0);
  return { figures: figures({ trials: trials.length, met, answers, bad: bad.length }), bad };
}

let counted: Promise<Course[]> | undefined;

/** Every act undisturbed, once a process. */
function coursesOfStage(say: (line: string) => void): Promise<Course[]> {
  counted ??= stageOfProcess().then(async ({ folder: stage, acts }) => {
    const hands = dealt(acts).map((dealtActs) => ({ stage, acts: dealtActs }));
    const courses = await inPreloadedProcesses('courses', hands, (done) =>
      say(`${done} of ${acts.length} acts counted`),
    );
    return courses.flat();
  });
  return counted;
}

/** What one act offers to be tried. */
export type Offer = { readonly course: Course; readonly trials: readonly Trial[] };

/** An act that needs a worker of its own takes many times as long as the others, and comes up less often for it. */
const slowMicros = 400_000;
const slowEvery = 5;

/** So many of all, as evenly as their slowness allows; all of an act again and again while there are not enough. */
export function spread(offers: readonly Offer[], count: number, random: Random): Trial[] {
  const usual = median(offers.map(({ course }) => course.micros));
  const bags = offers
    .filter(({ trials }) => trials.length > 0)
    .map(({ course, trials }) => ({ trials, left: [] as Trial[], isSlow: course.micros > usual + slowMicros }));
  const chosen: Trial[] = [];
  for (let round = 0; chosen.length < count && bags.length > 0; round += 1) {
    for (const [index, bag] of bags.entries()) {
      if (chosen.length >= count) break;
      if (bag.isSlow && (round + index) % slowEvery !== 0) continue;
      if (bag.left.length === 0) bag.left = [...bag.trials];
      chosen.push(...bag.left.splice(random.below(bag.left.length), 1));
    }
  }
  return chosen;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

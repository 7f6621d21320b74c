import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStage } from '../acts/stage.ts';
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

/** Builds the stage, counts every act's operations, plans, tries, and adds up. */
export async function onStage(
  { plan, say, seed, only = '' }: Planned,
  figures: (totals: Totals) => string,
): Promise<PartResult> {
  say('building the stage');
  const { folder: stage, acts: all } = await buildStage();
  const acts = all.filter(({ name }) => name.includes(only));
  const keep = join(tmpdir(), `backshelf-faults-${seed}`);
  try {
    const hands = dealt(acts).map((dealtActs) => ({ stage, acts: dealtActs }));
    const courses = (
      await inPreloadedProcesses('courses', hands, (done) => say(`${done} of ${acts.length} acts counted`))
    ).flat();
    const trials = plan(courses);
    const piles = dealt(trials).map((pile) => ({ stage, keep, courses, trials: pile }));
    const verdicts = await inPreloadedProcesses('runTrials', piles, (done) => say(`${done} of ${trials.length}`));
    const bad = verdicts.flatMap((verdict) => verdict.bad);
    const answers: Record<string, number> = {};
    for (const verdict of verdicts)
      for (const [answer, times] of Object.entries(verdict.answers)) answers[answer] = (answers[answer] ?? 0) + times;
    const met = verdicts.reduce((sum, verdict) => sum + verdict.met, 0);
    return { figures: figures({ trials: trials.length, met, answers, bad: bad.length }), bad };
  } finally {
    if (existsSync(stage)) rmSync(stage, { recursive: true, force: true });
  }
}

/** So many of all, evenly from each group; all of a group again and again while there are not enough. */
export function spread<T>(groups: readonly (readonly T[])[], count: number, random: Random): T[] {
  const bags = groups.filter((group) => group.length > 0).map((group) => ({ group, left: [] as T[] }));
  const chosen: T[] = [];
  while (chosen.length < count && bags.length > 0) {
    for (const bag of bags) {
      if (chosen.length >= count) break;
      if (bag.left.length === 0) bag.left = [...bag.group];
      chosen.push(...bag.left.splice(random.below(bag.left.length), 1));
    }
  }
  return chosen;
}

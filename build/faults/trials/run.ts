import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Told, type Trial, triedInTime } from '../rig/trial.ts';
import type { Course } from '../rig/undisturbed.ts';
import type { Seen, Shim } from '../shim/shim.ts';
import { inShort, judge, killed } from './judge.ts';

export type Verdict = {
  /** How many trials met their fault; the others were over before. */
  readonly met: number;
  /** What the acts answered, and how often. */
  readonly answers: Readonly<Record<string, number>>;
  readonly bad: readonly string[];
};

type Trials = {
  readonly stage: string;
  /** Where folders are kept that something bad was found in. */
  readonly keep: string;
  readonly courses: readonly Course[];
  readonly trials: readonly Trial[];
};

/** Tries each, looks at what it left, and keeps the folder of what went wrong. */
export async function runTrials(
  shim: Shim,
  { stage, keep, courses, trials }: Trials,
  onDone: (done: number) => void,
): Promise<Verdict> {
  const bench = { shim, stage, folder: join(stage, `trial-${process.pid}`) };
  const left = `${bench.folder}-left`;
  const answers: Record<string, number> = {};
  const bad: string[] = [];
  let met = 0;
  for (const [index, trial] of trials.entries()) {
    const course = courses.find(({ act }) => act.name === trial.act.name);
    if (!course) throw new Error(`no course of ${trial.act.name}`);
    const seen = await triedInTime(bench, trial);
    // Looking at it opens it, and so changes it.
    rmSync(left, { recursive: true, force: true });
    if (existsSync(bench.folder)) cpSync(bench.folder, left, { recursive: true });
    else mkdirSync(left);
    const problems = await judge({ trial, seen, course, folder: bench.folder });
    if (problems.length > 0) {
      const kept = join(keep, `${process.pid}-${index}`);
      mkdirSync(keep, { recursive: true });
      cpSync(left, kept, { recursive: true });
      bad.push([`${described(trial, seen)}, left in ${kept}`, ...problems].join('\n'));
    }
    if (seen.hit !== undefined || seen.status === killed) met += 1;
    const answer = inShort(seen.told);
    answers[answer] = (answers[answer] ?? 0) + 1;
    onDone(index + 1);
  }
  rmSync(left, { recursive: true, force: true });
  return { met, answers, bad };
}

function described({ act, fault, killAfterMicros }: Trial, { hit, status }: Seen<Told>): string {
  const { mode, at, error, lasting } = fault;
  const what = killAfterMicros ? `killed after ${killAfterMicros} µs` : `${mode} at ${at}`;
  const how = error === undefined ? '' : ` errno ${error} ${lasting ? 'lasting' : 'once'}`;
  return `${act.name}: ${what}${how} (${hit ?? 'not met'}, ended with ${status})`;
}

import { runCuts } from '../cuts/run.ts';
import { crowd } from '../starts/crowd.ts';
import { courses } from '../trials/courses.ts';
import { runTrials } from '../trials/run.ts';

/** What can be done in a process with the shim. Each gets the shim, its input, and a way to say how many are done. */
export const jobs = { courses, runTrials, runCuts, crowd };

export type JobName = keyof typeof jobs;
export type JobOf<Name extends JobName> = Parameters<(typeof jobs)[Name]>[1];
export type ResultOf<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;

import { join } from 'node:path';
import type { Act } from '../acts/act.ts';
import { type Course, coursesOf } from '../rig/undisturbed.ts';
import type { Shim } from '../shim/shim.ts';

/** Goes through every act undisturbed and counts. */
export function courses(
  shim: Shim,
  { stage, acts }: { readonly stage: string; readonly acts: readonly Act[] },
  onDone: (done: number) => void,
): Promise<Course[]> {
  return coursesOf({ shim, stage, folder: join(stage, `trial-${process.pid}`) }, acts, onDone);
}

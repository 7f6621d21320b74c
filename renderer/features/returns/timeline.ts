import type { Return } from '../../../contract/api/return-shape.ts';

export type TimelineStep = Return['steps'][number] & {
  /** Whole minutes since the step before; nothing for the first. */
  readonly minutes?: number;
};

/** The steps with how long each took. A clock that was set back counts as no time at all. */
export function timelineOf({ steps }: Pick<Return, 'steps'>): TimelineStep[] {
  return steps.map((step, index) => {
    const before = steps[index - 1];
    if (!before) return step;
    return { ...step, minutes: Math.max(0, Math.round((Date.parse(step.at) - Date.parse(before.at)) / 60_000)) };
  });
}

import { setTimeout as wait } from 'node:timers/promises';
import type { LongActionHandler } from './context.ts';
import { refuse } from './refused.ts';

/** Answers with what was sent: the measure of the way there and back, of progress and of cancel. */
export const echo: LongActionHandler<'wire.echo'> = async (
  { signal, onProgress },
  { text, steps = 0, everyMs = 0 },
) => {
  for (let done = 1; done <= steps; done += 1) {
    await wait(everyMs);
    if (signal.aborted) return refuse('cancelled', {});
    onProgress({ phase: 'echo', done, total: steps });
  }
  return { text };
};

import { constants } from 'node:os';
import { part } from '../part.ts';
import { randomOf } from '../random.ts';
import type { Trial } from '../rig/trial.ts';
import { type Course, counted } from '../rig/undisturbed.ts';
import { points } from './kills.ts';
import { onStage, spread } from './on-stage.ts';

const { ENOSPC, EIO, EACCES } = constants.errno;

/** A disk that fails: full, broken or forbidden, at every operation of every act, once and from then on. */
export const errors = part({
  name: 'errors',
  about: 'the disk fails while something is done',
  // Of all of them: 0 is every one.
  numbers: { count: 0 },
  run: ({ numbers: { count }, ...run }) =>
    onStage(
      {
        plan: (acts) => {
          const all = acts.map((course) => ({ course, trials: faultsOf(course) }));
          if (count === 0) return all.flatMap(({ trials }) => trials);
          return spread(all, count, randomOf(run.seed));
        },
        ...run,
      },
      ({ trials, met, answers, bad }) => {
        const said = Object.entries(answers).map(([answer, times]) => `${times} × ${answer}`);
        return `${trials} trials, ${met} errors; answered ${said.sort().join(', ')}: ${bad} bad`;
      },
    ),
});

function faultsOf({ act, operations }: Course): Trial[] {
  const writing = [ENOSPC, EIO, EACCES].flatMap((error) => failures('failing', error));
  return [...writing, ...failures('reads', EIO)];

  function failures(sort: 'failing' | 'reads', error: number): Trial[] {
    return [false, true].flatMap((lasting) =>
      points(operations[sort]).map((at) => ({
        act,
        fault: { mode: 'fail', kinds: counted[sort], at, error, lasting },
      })),
    );
  }
}

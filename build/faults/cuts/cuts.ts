import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Start } from '../acts/act.ts';
import { stageOfProcess } from '../acts/stage.ts';
import { type PartResult, type PartRun, part } from '../part.ts';
import { seedOf } from '../random.ts';
import { dealt, inPreloadedProcesses } from '../rig/preloaded.ts';
import type { CutsVerdict } from './run.ts';

const numbers = { count: 10_000, steps: 100 };
type Run = PartRun<keyof typeof numbers>;

/** How many cuts are made of one history. */
const cutsOfOne = 100;

const starts: readonly Start[] = ['world', 'nothing', 'version-1', 'world', 'killed'];

/** The power goes: what was synced is there, and of the rest any sector in any state it had since. */
export const cuts = part({
  name: 'cuts',
  about: 'the power goes while something is written',
  numbers,
  run: async (run) => {
    const verdict = await cutAll(run, { isWeak: false });
    return { figures: figuresOf(run, verdict), bad: [...verdict.lost, ...verdict.broken] };
  },
});

/** The same with synchronous=NORMAL, which does not wait for the disk: if nothing were lost then, the part above would prove nothing. */
export const weakCuts = part({
  name: 'weak-cuts',
  about: 'the same with synchronous=NORMAL, which must lose something',
  numbers: { ...numbers, count: 1000 },
  run: async (run): Promise<PartResult> => {
    const verdict = await cutAll(run, { isWeak: true });
    const nothing = verdict.lost.length === 0 ? ['nothing was lost with synchronous=NORMAL: cuts prove nothing'] : [];
    return { figures: figuresOf(run, verdict), bad: [...nothing, ...verdict.broken] };
  },
});

async function cutAll(
  { numbers: { count, steps }, seed, say }: Run,
  { isWeak }: { isWeak: boolean },
): Promise<CutsVerdict> {
  const { folder: stage } = await stageOfProcess();
  const cutsEach = Math.min(cutsOfOne, Math.ceil(count / 4));
  const histories = Array.from({ length: Math.ceil(count / cutsEach) }, (_, index) => ({
    seed: seedOf(seed, index),
    from: starts[index % starts.length] as Start,
    steps,
    isWeak,
  }));
  const keep = join(tmpdir(), `backshelf-faults-${seed}`);
  const piles = dealt(histories).map((pile) => ({ stage, keep, histories: pile, cuts: cutsEach }));
  const verdicts = await inPreloadedProcesses('runCuts', piles, (done) => say(`${done} of ${count}`));
  return {
    actions: verdicts.reduce((sum, { actions }) => sum + actions, 0),
    operations: verdicts.reduce((sum, { operations }) => sum + operations, 0),
    lost: verdicts.flatMap(({ lost }) => lost),
    broken: verdicts.flatMap(({ broken }) => broken),
  };
}

function figuresOf({ numbers: { count } }: Run, { actions, operations, lost, broken }: CutsVerdict): string {
  return `${count} cuts in ${actions} actions and ${operations} operations: ${lost.length} lost something acknowledged, ${broken.length} broken`;
}

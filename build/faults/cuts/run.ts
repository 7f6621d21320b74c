import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf, seedOf } from '../random.ts';
import type { Shim } from '../shim/shim.ts';
import { findIn } from './image.ts';
import type { Operation } from './operations.ts';
import { type HistoryPlan, type Recorded, recordHistory } from './recorded.ts';

export type CutsJob = {
  readonly stage: string;
  readonly keep: string;
  readonly histories: readonly HistoryPlan[];
  /** Of each history. */
  readonly cuts: number;
};
export type CutsVerdict = {
  readonly actions: number;
  readonly operations: number;
  readonly lost: readonly string[];
  readonly broken: readonly string[];
};

/** Records each history, cuts the power at some of its moments, and starts the shop on what is left. */
export async function runCuts(shim: Shim, job: CutsJob, onDone: (done: number) => void): Promise<CutsVerdict> {
  const bench = { shim, stage: job.stage, folder: join(job.stage, `history-${process.pid}`) };
  const total = { actions: 0, operations: 0, lost: [] as string[], broken: [] as string[] };
  for (const [index, plan] of job.histories.entries()) {
    const recorded = await recordHistory(bench, plan);
    total.actions += recorded.acknowledged.length - 1;
    total.operations += recorded.operations.length;
    const image = join(job.stage, `image-${process.pid}`);
    const tell = (done: number): void => onDone(index * job.cuts + done);
    const found = await cutHistory(
      { plan, recorded, folder: bench.folder, image, keep: job.keep, cuts: job.cuts },
      tell,
    );
    total.lost.push(...found.lost);
    total.broken.push(...found.broken);
  }
  return total;
}

type Cutting = {
  readonly plan: HistoryPlan;
  readonly recorded: Recorded;
  /** Where it was recorded. */
  readonly folder: string;
  readonly image: string;
  readonly keep: string;
  readonly cuts: number;
};

async function cutHistory({ plan, recorded, folder, image, keep, cuts }: Cutting, onDone: (done: number) => void) {
  const { disk, operations, acknowledged } = recorded;
  const found = { lost: [] as string[], broken: [] as string[] };
  let [done, answered] = [0, -1];
  for (const [cut, moment] of momentsOf(operations, plan.seed, cuts).entries()) {
    for (; done < moment; done += 1) {
      const operation = operations[done] as Operation;
      if (operation.kind === 'mark') answered = operation.mark;
      disk.do(operation);
    }
    const seed = seedOf(plan.seed, cut);
    disk.writeImage(image, randomOf(seed));
    const what = `history ${plan.seed} of ${plan.steps} steps from ${plan.from}, cut ${cut} before operation ${moment}`;
    const left = join(keep, `cut-${plan.seed}-${cut}`);
    cpSync(image, `${image}-left`, { recursive: true });
    const { lost, broken } = await findIn(image, acknowledged, answered);
    if (lost.length > 0) found.lost.push([`${what}, left in ${left}`, ...lost].join('\n'));
    if (broken.length > 0) found.broken.push([`${what}, left in ${left}`, ...broken].join('\n'));
    if (broken.length > 0 || (lost.length > 0 && !plan.isWeak)) {
      mkdirSync(keep, { recursive: true });
      cpSync(`${image}-left`, left, { recursive: true });
    }
    rmSync(`${image}-left`, { recursive: true, force: true });
    onDone(cut + 1);
  }
  for (; done < operations.length; done += 1) disk.do(operations[done] as Operation);
  disk.assertLike(folder);
  rmSync(image, { recursive: true, force: true });
  return found;
}

/** Moments in the order of time: any, and often the one in which something has just been answered, when most is promised. */
function momentsOf(operations: readonly Operation[], seed: number, cuts: number): number[] {
  const random = randomOf(seedOf(seed, 1_000_000));
  const marks = operations.flatMap(({ kind }, index) => (kind === 'mark' ? [index + 1] : []));
  return Array.from({ length: cuts }, () =>
    random.percent(40) ? random.pick(marks) : random.below(operations.length + 1),
  ).sort((one, other) => one - other);
}

import { rmSync } from 'node:fs';
import { makeRoom } from '../damage/room.ts';
import { type PartResult, type PartRun, part } from '../part.ts';
import { seedOf } from '../random.ts';
import { asMessage, type Ended } from './message.ts';
import { inProcesses } from './pool.ts';
import { runHistory } from './run.ts';

/** Random histories in the real shop and in a model of its rules. `--seeds 1 --seed N` does one again that went wrong. */
export async function model({ numbers, seed, say }: PartRun<'seeds' | 'actions' | 'processes'>): Promise<PartResult> {
  const { seeds, actions, processes } = numbers;
  const room = makeRoom();
  const bad: string[] = [];
  const counts = new Map<string, number>();
  const startedAt = performance.now();
  let done = 0;
  const onEnd = (end: Ended): void => {
    for (const [what, times] of end.counts) counts.set(what, (counts.get(what) ?? 0) + times);
    if (end.difference !== undefined) bad.push(`model --seeds 1 ${end.difference}`);
    done += 1;
    say(`${done} of ${seeds} histories, ${bad.length} differ`);
  };
  const seedAt = (index: number): number => (seeds === 1 ? seed : seedOf(seed, index));
  const histories = Array.from({ length: seeds }, (_, index) => ({ seed: seedAt(index), actions, room }));
  if (seeds === 1) for (const history of histories) onEnd(asMessage(await runHistory(history)));
  else await inProcesses(histories, { processes, onEnd });
  rmSync(room, { recursive: true, force: true });
  return { figures: figuresOf(counts, { histories: seeds, startedAt }), bad };
}

type Run = { readonly histories: number; readonly startedAt: number };

function figuresOf(counts: ReadonlyMap<string, number>, { histories, startedAt }: Run): string {
  const all = [...counts];
  const total = (those: readonly (readonly [string, number])[]): number =>
    those.reduce((sum, [, times]) => sum + times, 0);
  const refused = all.filter(([what]) => what.includes(' '));
  const of = (what: string): number => counts.get(what) ?? 0;
  const perSecond = Math.round((1000 * total(all)) / (performance.now() - startedAt));
  return `${histories} histories, ${total(all)} things done (${perSecond}/s): ${total(refused)} refused in ${refused.length} ways, ${of('again')} done again, ${of('restart')} restarts, ${of('back-up')} backups, ${of('restore')} restores, ${of('care.confirmClock')} doubted clocks confirmed; every answer and every row as in the model`;
}

export const modelPart = part({
  name: 'model',
  about: 'Random actions in the real shop and in a model of its rules in plain TypeScript: equal after every one.',
  numbers: { seeds: 1000, actions: 1000, processes: 2 },
  run: model,
});

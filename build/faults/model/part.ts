import { rmSync } from 'node:fs';
import { makeRoom } from '../damage/room.ts';
import { type PartResult, type PartRun, part } from '../part.ts';
import { seedOf } from '../random.ts';
import { runHistory } from './run.ts';

/** Random histories in the real shop and in a model of its rules. `--seeds 1 --seed N` does one again that went wrong. */
export async function model({ numbers, seed, say }: PartRun<'seeds' | 'actions'>): Promise<PartResult> {
  const room = makeRoom();
  const bad: string[] = [];
  const counts = new Map<string, number>();
  const startedAt = performance.now();
  for (let index = 0; index < numbers.seeds; index += 1) {
    const own = numbers.seeds === 1 ? seed : seedOf(seed, index);
    const end = await runHistory({ seed: own, actions: numbers.actions, room });
    for (const [what, times] of end.counts) counts.set(what, (counts.get(what) ?? 0) + times);
    if (end.difference !== undefined) bad.push(`model --seeds 1 ${end.difference}`);
    say(`${index + 1} of ${numbers.seeds} histories, ${bad.length} differ`);
  }
  rmSync(room, { recursive: true, force: true });
  return { figures: figuresOf(counts, { histories: numbers.seeds, startedAt }), bad };
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
  numbers: { seeds: 1000, actions: 1000 },
  run: model,
});

import { describe, expect, test } from 'vitest';
import { type Stage, stages } from '../../contract/values/words.ts';
import {
  assertTransition,
  firstStage,
  mayTake,
  type Quantities,
  stageOfQuantities,
  steps,
  transitions,
} from './stages.ts';

const quantities = (changes: Partial<Quantities>): Quantities => ({
  receivedMilli: 0,
  inspectedMilli: 0,
  sentBackMilli: 0,
  waivedMilli: 0,
  creditedMilli: 0,
  ...changes,
});

/** Every stage that steps lead to, from the first one on. */
function reachable(): Set<Stage> {
  const found = new Set<Stage>([firstStage]);
  for (const stage of found) for (const step of steps) for (const to of transitions[stage][step] ?? []) found.add(to);
  return found;
}

describe('the table of steps', () => {
  test('every stage can be reached from the first one', () => {
    expect([...reachable()].sort()).toEqual([...stages].sort());
  });

  test('every step can be taken somewhere', () => {
    expect(steps.filter((step) => !stages.some((stage) => mayTake(stage, step)))).toEqual([]);
  });

  test('from every stage there is a way to an end', () => {
    // A late correction of its money opens a closed return again; nothing else does.
    const ends: Stage[] = stages.filter((stage) => steps.every((step) => step === 'correct' || !mayTake(stage, step)));
    expect(ends).toEqual(['closed', 'rejected', 'cancelled']);
    const done = new Set(ends);
    for (let grown = true; grown; ) {
      const more = stages.filter(
        (stage) => !done.has(stage) && steps.some((step) => transitions[stage][step]?.some((to) => done.has(to))),
      );
      grown = more.length > 0;
      for (const stage of more) done.add(stage);
    }
    expect(stages.filter((stage) => !done.has(stage))).toEqual([]);
  });

  test('goods are never cancelled away once they are here', () => {
    expect(stages.filter((stage) => mayTake(stage, 'cancel'))).toEqual(['requested', 'approved']);
  });

  test('a step that is not in the table is a bug', () => {
    expect(() => assertTransition({ from: 'closed', step: 'refund', to: 'settled' })).toThrow(
      'closed --refund--> settled',
    );
    expect(() => assertTransition({ from: 'requested', step: 'approve', to: 'received' })).toThrow('undeclared step');
    expect(() => assertTransition({ from: 'requested', step: 'approve', to: 'approved' })).not.toThrow();
  });
});

describe('the stage that quantities say', () => {
  test.each<[Stage, Partial<Quantities>, number]>([
    ['approved', {}, 0],
    ['received', { receivedMilli: 2000 }, 0],
    ['received', { receivedMilli: 2000, inspectedMilli: 1000, creditedMilli: 1000 }, 0],
    ['inspected', { receivedMilli: 2000, inspectedMilli: 2000 }, 0],
    ['inspected', { receivedMilli: 2000, inspectedMilli: 2000, creditedMilli: 1000 }, 0],
    ['inspected', { receivedMilli: 2000, inspectedMilli: 2000, creditedMilli: 2000 }, 500],
    ['settled', { receivedMilli: 2000, inspectedMilli: 2000, creditedMilli: 2000 }, 0],
    ['settled', { receivedMilli: 2000, inspectedMilli: 2000, sentBackMilli: 2000 }, 0],
    ['inspected', { waivedMilli: 1000 }, 0],
    ['inspected', { receivedMilli: 1000, inspectedMilli: 1000, creditedMilli: 1000, waivedMilli: 1000 }, 0],
    ['settled', { waivedMilli: 1000, creditedMilli: 1000 }, 0],
    ['settled', { receivedMilli: 2000, inspectedMilli: 2000, sentBackMilli: 500, creditedMilli: 1500 }, 0],
  ])('%s: %o, %i cents unpaid', (stage, changes, unpaidCents) => {
    expect(stageOfQuantities([quantities(changes)], unpaidCents)).toBe(stage);
  });

  test('one line that waits holds back the others', () => {
    const done = quantities({ receivedMilli: 1000, inspectedMilli: 1000, creditedMilli: 1000 });
    expect(stageOfQuantities([done, quantities({ receivedMilli: 1000 })], 0)).toBe('received');
    expect(stageOfQuantities([done, quantities({})], 0)).toBe('settled');
  });
});

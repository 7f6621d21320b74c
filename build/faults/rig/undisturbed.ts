import type { Act } from '../acts/act.ts';
import { changing, type Kind } from '../shim/shim.ts';
import { type Books, readBooks } from './books.ts';
import { inAnyFolder, type Undisturbed } from './check.ts';
import { type Bench, firstQuestion, triedInTime } from './trial.ts';

/** An act on a day when nothing goes wrong. */
export type Course = Undisturbed & {
  readonly act: Act;
  /** How many operations of the disk it takes, of each sort that faults count. */
  readonly operations: Readonly<Record<Counted, number>>;
  readonly micros: number;
};

/** Sorts of operations that are counted together. */
export const counted = {
  /** Before which a kill makes a difference. */
  changing,
  writes: ['write'],
  /** What may fail: opening, too. */
  failing: [...changing, 'open'],
  reads: ['read'],
} as const satisfies Record<string, readonly Kind[]>;
export type Counted = keyof typeof counted;

/** Does each act undisturbed. Throws when one is not answered as it should be: then the stage is wrong. */
export async function coursesOf(bench: Bench, acts: readonly Act[], onDone: (done: number) => void): Promise<Course[]> {
  const known = new Map<string, Books>();
  const booksWithout = async (act: Act): Promise<Books> => {
    const key = `${act.from} ${act.armed}`;
    const found = known.get(key) ?? (await booksAfter(bench, { ...act, call: firstQuestion }));
    known.set(key, found);
    return found;
  };
  const courses: Course[] = [];
  for (const act of acts) {
    const opened = await booksWithout({ ...act, armed: 'opening' });
    const before = await booksWithout(act);
    courses.push({ act, opened, before, ...(await undisturbed(bench, act)) });
    onDone(courses.length);
  }
  return courses;
}

const nothing = { mode: 'fail', kinds: [], at: 0 } as const;

async function booksAfter(bench: Bench, act: Act): Promise<Books> {
  await triedInTime(bench, { act, fault: nothing });
  return readBooks(bench.folder);
}

async function undisturbed(
  bench: Bench,
  act: Act,
): Promise<Pick<Course, 'after' | 'outcome' | 'operations' | 'micros'>> {
  const startedAt = performance.now();
  const { status, told, operations } = await triedInTime(bench, { act, fault: nothing });
  const micros = Math.round((performance.now() - startedAt) * 1000);
  const outcome = told?.outcome;
  if (status !== 0 || !outcome || !('ok' in outcome))
    throw new Error(`${act.name} undisturbed ended with ${status}: ${JSON.stringify(outcome)}`);
  const sums = Object.entries(counted).map(([sort, kinds]) => [
    sort,
    kinds.reduce((sum, kind) => sum + operations[kind], 0),
  ]);
  return {
    after: readBooks(bench.folder),
    outcome: JSON.parse(inAnyFolder(bench.folder, outcome)),
    operations: Object.fromEntries(sums),
    micros,
  };
}

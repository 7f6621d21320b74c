import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { moduleBeside } from '../../../shop/beside.ts';
import { buildShim } from '../shim/build.ts';
import type { JobName, JobOf, ResultOf } from './jobs.ts';

/** One for each core of the smallest machine this is run on. */
const atOnce = 2;

export type ToJob = { readonly name: JobName; readonly input: unknown };
export type FromJob = { readonly done: number } | { readonly result: unknown } | { readonly failed: string };

const processFile = fileURLToPath(moduleBeside(import.meta.url, './process.ts', './rig-process.js'));

/**
 * Does a job in a process that was started with the shim. V8 keeps to one thread there, because a forked process has only the one that
 * forked it.
 */
function inPreloaded<Name extends JobName>(
  name: Name,
  input: JobOf<Name>,
  onDone: (done: number) => void,
): Promise<ResultOf<Name>> {
  return new Promise((resolve, reject) => {
    const child = fork(processFile, [], {
      execArgv: ['--single-threaded'],
      env: { ...process.env, LD_PRELOAD: buildShim(), NODE_OPTIONS: '' },
      serialization: 'advanced',
    });
    let hasResult = false;
    child.on('message', (message: FromJob) => {
      if ('done' in message) return onDone(message.done);
      hasResult = true;
      child.disconnect();
      if ('failed' in message) reject(new Error(message.failed));
      else resolve(message.result as ResultOf<Name>);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (!hasResult) reject(new Error(`the process of ${name} ended with ${signal ?? code}`));
    });
    child.send({ name, input } satisfies ToJob);
  });
}

/** Does a job for each of the inputs, as many at once as there are cores; tells how many of their parts are done. */
export async function inPreloadedProcesses<Name extends JobName>(
  name: Name,
  inputs: readonly JobOf<Name>[],
  onDone: (done: number) => void,
): Promise<ResultOf<Name>[]> {
  const done = inputs.map(() => 0);
  const results: ResultOf<Name>[] = [];
  const waiting = [...inputs.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, input] = next;
      results[index] = await inPreloaded(name, input, (count) => {
        done[index] = count;
        onDone(done.reduce((sum, each) => sum + each, 0));
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** Deals things out to as many hands as there are cores. */
export function dealt<T>(things: readonly T[]): T[][] {
  const hands = Array.from({ length: atOnce }, (): T[] => []);
  for (const [index, thing] of things.entries()) hands[index % atOnce]?.push(thing);
  return hands.filter((hand) => hand.length > 0);
}

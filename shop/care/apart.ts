import { moduleBeside } from '../beside.ts';
import type { KeepingContext } from '../context.ts';
import { callWorker } from '../worker-calls.ts';
import type { ApartTasks } from './apart-tasks.ts';

const entry = moduleBeside(import.meta.url, './apart-worker.ts', './apart-worker.js');

export type ApartCall = {
  readonly [Name in keyof ApartTasks]: { name: Name; input: ApartInput<Name> };
}[keyof ApartTasks];
type ApartInput<Name extends keyof ApartTasks> = Parameters<ApartTasks[Name]>[1];
type ApartResult<Name extends keyof ApartTasks> = Awaited<ReturnType<ApartTasks[Name]>>;

/** Heavy work on files that are not the open shop's, in a thread of its own: other windows go on being answered. */
export async function workApart<Name extends keyof ApartTasks>(
  { folder, signal, onProgress }: KeepingContext,
  name: Name,
  input: ApartInput<Name>,
): Promise<ApartResult<Name>> {
  const calls = callWorker<{ name: Name; input: ApartInput<Name> }>(entry, { folder });
  try {
    return (await calls.run({ name, input }, { signal, onProgress })) as ApartResult<Name>;
  } finally {
    await calls.close();
  }
}

import type { Output } from '../../../contract/api.ts';
import { nameOf } from './month-export.svelte.ts';

export type Pack = Output<'months.packs'>['items'][number];
type Written = Pick<Output<'months.export'>, 'files' | 'zip'>;

/** A file that is not what it was. */
export type Difference = { readonly name: string; readonly how: 'different' | 'gone' | 'new' };

/** A pack as it was beside the same one written again: the files that are not the same. */
export function differences(then: Pick<Pack, 'files'>, now: Written): Difference[] {
  const written = new Map(
    [...now.files, ...(now.zip ? [now.zip] : [])].map(({ path, sha256 }) => [nameOf(path), sha256]),
  );
  const before = then.files.map(({ name, sha256 }): Difference | undefined => {
    const again = written.get(name);
    written.delete(name);
    if (again === sha256) return undefined;
    return { name, how: again === undefined ? 'gone' : 'different' };
  });
  const added = [...written.keys()].map((name): Difference => ({ name, how: 'new' }));
  return [...before.filter((difference) => difference !== undefined), ...added];
}

/** Whether a pack had a zip beside its files. */
export function hadZip({ files }: Pick<Pack, 'files'>): boolean {
  return files.some(({ name }) => name.endsWith('.zip'));
}

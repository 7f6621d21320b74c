import { basename, resolve } from 'node:path';
import type { ExportFormat } from '../../contract/api/months.ts';
import type { Output } from '../../contract/api.ts';
import type { LongReadNote, ReadHandler } from '../context.ts';

type Pack = Output<'months.packs'>['items'][number];

const usualLimit = 200;

/** The packs that were written, newest first. */
export const listPacks: ReadHandler<'months.packs'> = ({ store }, { month, limit = usualLimit }) => ({
  items: store.monthPacks.list({ month, limit }).map(({ id, files, format, ...pack }) => ({
    packId: id,
    ...pack,
    format: format as ExportFormat,
    files: JSON.parse(files) as Pack['files'],
  })),
});

/**
 * Notes that a pack was written, and says whether it is the one that was written last. No event: the books are the same before and after,
 * and so is the pack of a month that is still going on.
 */
export const notePack: LongReadNote<'months.export'> = ({ store, now, person }, { month, format, to }, written) => {
  const last = store.monthPacks.lastManifest({ month, format });
  const { files, zip, controls, manifest } = written;
  const named = [...files, ...(zip ? [zip] : [])].map(({ path, ...file }) => ({ name: basename(path), ...file }));
  store.caches.monthPacks.add({
    month,
    format,
    folder: resolve(to),
    files: JSON.stringify(named),
    manifestSha256: manifest.sha256,
    head: controls.head,
    at: now,
    person,
  });
  return { ...written, sinceLast: sinceLast(last, manifest.sha256) };
};

function sinceLast(last: string | undefined, manifestSha256: string): 'first' | 'same' | 'changed' {
  if (last === undefined) return 'first';
  return last === manifestSha256 ? 'same' : 'changed';
}

import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Progress } from '../../contract/api.ts';
import type { RefusalData } from '../../contract/refusals.ts';
import { fillShopFile, RowsDoNotFit, type RowsOfTable } from '../../db/import.ts';
import { applicationId, knownVersion } from '../../db/migrate.ts';
import { openReader, openShopFile } from '../../db/open.ts';
import { createReadStore } from '../../db/store.ts';
import { isThere, removeDatabase } from '../../db/tidy.ts';
import { indexedGrams } from '../find/grams.ts';
import { contextOf } from '../read-context.ts';
import { type Refused, refuse } from '../refused.ts';
import type { WorkerDoing } from '../worker-calls.ts';
import { readThrough } from './copy-file.ts';
import { NotOurCsv, readCsv } from './export-all-csv.ts';
import { type ExportManifest, exportManifestSchema, manifestName } from './export-all-manifest.ts';
import { bringPhotos } from './photos.ts';
import { verify } from './verify.ts';
import { asWhole } from './whole.ts';

export type ExportToLoad = {
  /** The folder of the export. */
  readonly from: string;
  /** The file that is made, in a folder of its own. */
  readonly file: string;
  /** The shop's folder. */
  readonly folder: string;
};
export type LoadedExport = { readonly head: string; readonly events: number; readonly rows: number };

type NotWhole = RefusalData<'export-not-whole'>['why'];

/** Makes a shop's file of an export and checks it as thoroughly as any shop: whatever is wrong with it, nothing of it is used. */
export async function loadExport(
  doing: WorkerDoing,
  { from, file, folder }: ExportToLoad,
): Promise<LoadedExport | Refused<'export-not-whole'>> {
  const notWhole = (why: NotWhole): Refused<'export-not-whole'> => refuse('export-not-whole', { path: from, why });
  const manifest = readManifest(from);
  if (!manifest) return notWhole('no-manifest');
  if (manifest.schemaVersion !== knownVersion() || manifest.applicationId !== applicationId)
    return notWhole('other-version');
  const missing = checkFiles(from, manifest, doing);
  if (missing) return notWhole(missing);
  // A disk that failed to read looks like rows that do not fit: they are believed not to once they did not twice.
  const load = { from, file, folder };
  if (!((await isMade(doing, load, manifest)) || (await isMade(doing, load, manifest))))
    return notWhole('rows-do-not-fit');
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { head: manifest.head, events: manifest.events, rows };
}

/** Makes the file, in place of what an earlier try has left; false when the rows are not a whole shop's. */
async function isMade(doing: WorkerDoing, load: ExportToLoad, manifest: ExportManifest): Promise<boolean> {
  const { from, file } = load;
  removeDatabase(file);
  try {
    asWhole(file, () => fillShopFile({ path: file, tables: tablesOf(from, manifest, doing), index: indexedGrams }));
    return await stands(load, manifest, doing);
  } catch (error) {
    if (error instanceof RowsDoNotFit || error instanceof NotOurCsv) return false;
    throw error;
  }
}

function readManifest(from: string): ExportManifest | undefined {
  const path = join(from, manifestName);
  if (!isThere(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  try {
    return exportManifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** As an export names its files: nothing that leads out of the folder, or that no disk takes. */
const plainName = /^[a-z0-9][a-z0-9_.-]{0,99}$/i;

/** Every file is there and is the one that was written. */
function checkFiles(
  from: string,
  { schema, tables }: ExportManifest,
  { onProgress, throwIfCancelled }: WorkerDoing,
): 'file-missing' | 'hash-differs' | undefined {
  const files = [schema, ...tables];
  const isHere = ({ file }: { file: string }): boolean => plainName.test(file) && isThere(join(from, file));
  if (!files.every(isHere)) return 'file-missing';
  const total = files.reduce((sum, { file }) => sum + statSync(join(from, file)).size, 0);
  let before = 0;
  const areSame = files.every(({ file, sha256 }) => {
    let size = 0;
    const found = readThrough(join(from, file), (done) => {
      throwIfCancelled();
      size = done;
      onProgress({ phase: 'read', done: before + done, total });
    });
    before += size;
    return found === sha256;
  });
  return areSame ? undefined : 'hash-differs';
}

const rowsBetweenTicks = 5000;

function* tablesOf(
  from: string,
  { tables }: ExportManifest,
  { onProgress, throwIfCancelled }: WorkerDoing,
): Generator<RowsOfTable> {
  const total = tables.reduce((sum, table) => sum + table.rows, 0);
  let done = 0;
  const tick = (): void => {
    done += 1;
    if (done % rowsBetweenTicks !== 0) return;
    throwIfCancelled();
    onProgress({ phase: 'rows', done: Math.min(done, total), total });
  };
  for (const { table, file, rows } of tables) {
    const records = readCsv(join(from, file));
    const columns = (records.next().value ?? []).map(String);
    yield { name: table, columns, rows: counted(records, { table, rows, tick }) };
  }
}

type Counting = { readonly table: string; readonly rows: number; readonly tick: () => void };

function* counted<Row>(records: Iterable<Row>, { table, rows, tick }: Counting): Generator<Row> {
  let found = 0;
  for (const record of records) {
    yield record;
    found += 1;
    tick();
  }
  if (found !== rows) throw new RowsDoNotFit(`${found} rows of ${table}, not ${rows}`);
}

/** Opened as it will be when it is the shop's, and checked from the first event to the last. */
async function stands(
  { from, file, folder: home }: ExportToLoad,
  manifest: ExportManifest,
  doing: WorkerDoing,
): Promise<boolean> {
  const folder = dirname(file);
  asWhole(file, () => openShopFile(folder).close());
  const connection = asWhole(file, () => openReader(folder));
  try {
    const store = createReadStore(connection);
    const onProgress = (progress: Progress): void => doing.onProgress({ ...progress, phase: 'check' });
    const context = {
      ...contextOf({ clock: Date.now, folder }, store),
      clock: Date.now,
      connection,
      ...doing,
      onProgress,
    };
    const result = await verify(context, {});
    if (!('ok' in result) || result.head !== manifest.head || result.events !== manifest.events) return false;
    // Pictures are no part of the export: their folder may lie in it or beside it.
    if (!result.checks.every(({ name, ok }) => ok || name === 'photos')) return false;
    bringPhotos({ store, throwIfCancelled: doing.throwIfCancelled, beside: join(from, manifestName), to: home });
    return true;
  } finally {
    connection.raw.close();
  }
}

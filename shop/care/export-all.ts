import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Output } from '../../contract/api.ts';
import { stampOf } from '../../contract/values/days.ts';
import { type ExportReads, exportReads } from '../../db/export.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import program from '../../package.json' with { type: 'json' };
import { sha256 } from '../canonical.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { refuseFileError } from '../months/pack/file-error.ts';
import { writeWhole } from '../write-whole.ts';
import { csvPieces } from './export-all-csv.ts';
import { type ExportManifest, manifestName } from './export-all-manifest.ts';
import { readmeText } from './export-all-readme.ts';

/**
 * Writes all the shop has, as it is at one moment, into a new folder: under a temporary name, synced to the disk, and only then given its own.
 * Whatever goes wrong, and when the person gives up, nothing of it stays.
 */
export const exportAll: LongReadHandler<'care.exportAll'> = (context, { to }) => {
  const parent = resolve(to);
  // One name per shop: what a crash left behind is replaced by the next export.
  const temporary = join(parent, `.exporting-${sha256(resolve(context.folder)).slice(0, 8)}`);
  try {
    if (!statSync(parent, { throwIfNoEntry: false })) mkdirSync(parent);
    remove(temporary);
    mkdirSync(temporary);
    const { files, head } = inSnapshot(context.connection, () => writeAll(context, temporary));
    context.throwIfCancelled();
    const path = freeName(parent, context);
    renameSync(temporary, path);
    syncFolder(parent);
    return { path, files: files.map(({ path: name, ...file }) => ({ path: join(path, name), ...file })), head };
  } catch (error) {
    const refused = refuseFileError(error, parent);
    if (refused) return refused;
    throw error;
  } finally {
    tidy(() => remove(temporary));
  }
};

/** Gives the files with their names in the folder. */
function writeAll(context: LongReadContext, folder: string): Omit<Output<'care.exportAll'>, 'path'> {
  const { connection, now, settings } = context;
  const reads = exportReads(connection.orm);
  const tables = writeTables(context, reads, folder);
  const schemaText = `${reads.statements().join(';\n\n')};\n`;
  const { seq, hash } = reads.head();
  const manifest: ExportManifest = {
    format: 'backshelf-export',
    at: now,
    program: `${program.productName} ${program.version}`,
    ...reads.versions(),
    shopName: settings.shopName,
    head: hash,
    events: seq,
    schema: { file: 'schema.sql', sha256: writeWhole(join(folder, 'schema.sql'), [schemaText]) },
    tables,
  };
  writeWhole(join(folder, 'README.txt'), [readmeText(tables)]);
  writeWhole(join(folder, manifestName), [`${JSON.stringify(manifest, null, 2)}\n`]);
  syncFolder(folder);
  return { files: tables.map(({ file, rows, sha256: digest }) => ({ path: file, rows, sha256: digest })), head: hash };
}

function writeTables(context: LongReadContext, reads: ExportReads, folder: string): ExportManifest['tables'] {
  const tables = reads.tables();
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const onRows = (rows: number): void => {
    context.throwIfCancelled();
    done += rows;
    context.onProgress({ phase: 'tables', done, total });
  };
  return tables.map(({ name, columns, rows }) => {
    const file = `${name}.csv`;
    const digest = writeWhole(join(folder, file), csvPieces({ columns, rows: reads.rows(name) }, onRows));
    return { table: name, file, rows, sha256: digest };
  });
}

/** What no file system takes in a name. */
const notInNames = /[\p{Cc}\s\\/:*?"<>|]+/gu;

function freeName(parent: string, { now, settings }: LongReadContext): string {
  const words = [...settings.shopName.replace(notInNames, ' ').trim()].slice(0, 40).join('');
  const shop = words.replace(/[. ]+$/, '') || 'backshelf';
  const name = join(parent, `${shop}-all-${stampOf(now)}`);
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? name : `${name}-${n}`;
    if (!existsSync(path)) return path;
  }
}

import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Output } from '../../contract/api.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { ActionEvent, LongActionHandler, LongContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import type { FileDocument } from './documents/document.ts';
import { type ReadFile, readFile } from './read.ts';
import { writeRefusedFile } from './refused-file.ts';
import { createDirectory } from './store/people.ts';
import { pickNew, type Stored, storeAll } from './store/store.ts';
import { warningsOf } from './warnings.ts';

type Result = Output<'imports.run'>;

/**
 * Reads a file into the shop. Everything is read, judged and held against the books first and may be cancelled until then; storing takes
 * seconds, is done in chunks that let the counter in between, and is finished once begun. Killed in the middle, the same file read again
 * ends in the same state, because every document is known by its number.
 */
export const runImport: LongActionHandler<'imports.run'> = async (context, input) => {
  const file = await readFile(input, context);
  if (file instanceof Refused) return file;
  const { documents, problems } = file;
  const books = { context, directory: createDirectory(), problems };
  const fresh = await pickNew(books, documents);
  const tooFull = await refuseFullDisk(context, fresh);
  if (tooFull) return tooFull;
  const refused = await writeRefused(context, file);
  if (refused instanceof Refused) return refused;
  if (context.signal.aborted) return giveUp(refused);

  const event = { actionId: input.id, kind: 'imports.run', inputSha256: context.inputSha256 };
  const refusedBefore = problems.size;
  const stored = await storeAll(books, event, fresh).catch((error: unknown) => {
    // Whoever asks again gets a file of refused rows of its own.
    forget(refused);
    throw error;
  });
  const refusedFile = problems.size === refusedBefore ? refused : await writeRefused(context, file, refused);
  if (refusedFile instanceof Refused) return refusedFile;
  return remember(context, { event, file, result: resultOf(file, { stored, refusedFile }), path: input.path });
};

/** Nothing is stored yet; the file of refused rows is the only trace. */
function giveUp(refusedFile: string | undefined): Refused<'cancelled'> {
  forget(refusedFile);
  return refuse('cancelled', {});
}

function forget(refusedFile: string | undefined): void {
  if (refusedFile !== undefined) tidy(() => remove(refusedFile));
}

/** What a row takes in the shop's file and its log, at least. */
const bytesPerRow = 250;

/** A disk that cannot hold the file is better said before than in the middle. */
async function refuseFullDisk(
  { folder }: LongContext,
  documents: readonly FileDocument[],
): Promise<Refused<'cannot-write'> | undefined> {
  const rows = documents.reduce((sum, document) => sum + document.rows.length, 0);
  const { bavail, bsize } = await statfs(folder);
  return rows * bytesPerRow > bavail * bsize
    ? refuse('cannot-write', { why: 'disk-full', path: folder, happened: 'no' })
    : undefined;
}

async function writeRefused(
  { folder, today, settings }: LongContext,
  { table, problems }: ReadFile,
  over?: string,
): Promise<string | undefined | Refused<'cannot-write'>> {
  if (problems.size === 0) return undefined;
  try {
    return await writeRefusedFile({ table, problems, folder, day: today, locale: settings.locale, over });
  } catch (error) {
    const refused = cannotWrite(error, folder);
    if (refused) return refused;
    throw error;
  }
}

function resultOf(
  { rowsRead, problems, documents }: ReadFile,
  { stored, refusedFile }: { stored: Stored; refusedFile: string | undefined },
): Result {
  const { links, products, customers, ...counts } = stored;
  return {
    rowsRead,
    rowsStored: rowsRead - problems.size,
    rowsRefused: problems.size,
    stored: { ...counts, products, customers },
    returnLinks: {
      linked: links.linked,
      noCustomer: links['no-customer'],
      noEarlierSale: links['no-earlier-sale'],
      alreadyReturned: links['already-returned'],
      tooLittleLeft: links['too-little-left'],
    },
    ...(refusedFile !== undefined && { refusedFile }),
    warnings: warningsOf(documents),
  };
}

/** The event that carries the caller's id, and with it the result that the same id gives again. */
function remember(
  context: LongContext,
  { event, file, result, path }: { event: ActionEvent; file: ReadFile; result: Result; path: string },
): Result {
  const remembered = context.runAction(event, ({ store, now }) => {
    const { rowsRead, rowsStored, rowsRefused } = result;
    store.facts.add('imports', {
      kind: 'sales',
      fileName: basename(path),
      fileSha256: file.sha256,
      profile: file.chosen.profile,
      mapping: JSON.stringify(file.chosen.mapping),
      at: now,
      rowsRead,
      rowsStored,
      rowsRefused,
    });
    return result;
  });
  if (remembered instanceof Refused) throw new Error(`the last event was refused: ${remembered.code}`);
  return remembered;
}

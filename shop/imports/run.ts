import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import type { StoredCounts } from '../../contract/api/imports.ts';
import type { Output } from '../../contract/api.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { ActionEvent, LongActionHandler, LongContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import type { FileUnit } from './kinds/kind.ts';
import { type ReadFile, readFile } from './read.ts';
import { writeRefusedFile } from './refused-file.ts';
import { type Desk, pickNew, storeUnits } from './store-units.ts';

type Result = Output<'imports.run'>;

/**
 * Reads a file into the shop. Everything is read, judged and held against the books first and may be cancelled until then; storing takes
 * seconds, is done in chunks that let the counter in between, and is finished once begun. Killed in the middle, the same file read again
 * ends in the same state, because every unit is known by its number.
 */
export const runImport: LongActionHandler<'imports.run'> = async (context, input) => {
  const file = await readFile(input, context);
  if (file instanceof Refused) return file;
  const { kind, shape, units, problems } = file;
  const desk: Desk = { context, kind, books: kind.books({ actionId: input.id, shape }), problems };
  const fresh = await pickNew(desk, units);
  const cannot = desk.books.refusal?.(context, fresh) ?? (await refuseFullDisk(context, fresh));
  if (cannot) return cannot;
  const refused = await writeRefused(context, file);
  if (refused instanceof Refused) return refused;
  if (context.signal.aborted) return giveUp(refused);

  const event = { actionId: input.id, kind: 'imports.run', inputSha256: context.inputSha256 };
  const refusedBefore = problems.size;
  const stopped = await storeUnits(desk, event, fresh).catch((error: unknown) => {
    // Whoever asks again gets a file of refused rows of its own.
    forget(refused);
    throw error;
  });
  if (stopped) {
    forget(refused);
    return stopped as Refused<'month-closed'>;
  }
  const refusedFile = problems.size === refusedBefore ? refused : await writeRefused(context, file, refused);
  if (refusedFile instanceof Refused) return refusedFile;
  return remember(context, { event, file, result: resultOf(desk, file, refusedFile), path: input.path });
};

/** Nothing is stored yet; the file of refused rows is the only trace. */
function giveUp(refusedFile: string | undefined): Refused<'cancelled'> {
  forget(refusedFile);
  return refuse('cancelled', {});
}

/** A file of refused rows that nobody will ask for. */
export function forget(refusedFile: string | undefined): void {
  if (refusedFile !== undefined) tidy(() => remove(refusedFile));
}

/** What a row takes in the shop's file and its log, at least. */
const bytesPerRow = 250;

/** A disk that cannot hold the file is better said before than in the middle. */
async function refuseFullDisk(
  { folder }: LongContext,
  units: readonly FileUnit[],
): Promise<Refused<'cannot-write'> | undefined> {
  const rows = units.reduce((sum, unit) => sum + unit.rows.length, 0);
  const { bavail, bsize } = await statfs(folder);
  return rows * bytesPerRow > bavail * bsize
    ? refuse('cannot-write', { why: 'disk-full', path: folder, happened: 'no' })
    : undefined;
}

/** Writes the rows of a file that cannot be stored into a file of their own; none when all can. */
export async function writeRefused(
  { folder, today, settings }: LongContext,
  { opened, problems }: { readonly opened: Pick<ReadFile['opened'], 'table'>; readonly problems: ReadFile['problems'] },
  over?: string,
): Promise<string | undefined | Refused<'cannot-write'>> {
  if (problems.size === 0) return undefined;
  try {
    return await writeRefusedFile({ table: opened.table, problems, folder, day: today, locale: settings.locale, over });
  } catch (error) {
    const refused = cannotWrite(error, folder);
    if (refused) return refused;
    throw error;
  }
}

const nothingStored: StoredCounts = {
  sales: 0,
  saleLines: 0,
  products: 0,
  customers: 0,
  returns: 0,
  returnLines: 0,
  stockAdjustments: 0,
  suppliers: 0,
  goodsReceipts: 0,
  goodsReceiptLines: 0,
  changed: 0,
  refundedSales: 0,
  statuses: 0,
};
const noLinks = { linked: 0, noCustomer: 0, noEarlierSale: 0, alreadyReturned: 0, tooLittleLeft: 0 };

type Counted = Omit<Result, 'importId'>;

function resultOf(
  { books, kind }: Desk,
  { rowsRead, problems, units }: ReadFile,
  refusedFile: string | undefined,
): Counted {
  return {
    rowsRead,
    rowsStored: rowsRead - problems.size,
    rowsRefused: problems.size,
    stored: { ...nothingStored, ...books.stored() },
    returnLinks: books.links?.() ?? noLinks,
    ...(refusedFile !== undefined && { refusedFile }),
    warnings: [...kind.warnings(units), ...(books.warnings?.() ?? [])],
  };
}

/** The event that carries the caller's id, and with it the result that the same id gives again. */
function remember(
  context: LongContext,
  { event, file, result, path }: { event: ActionEvent; file: ReadFile; result: Counted; path: string },
): Result {
  const remembered = context.runAction(event, ({ store, now }): Result => {
    const { rowsRead, rowsStored, rowsRefused } = result;
    const importId = store.facts.add('imports', {
      kind: file.kind.kind,
      fileName: basename(path),
      fileSha256: file.opened.sha256,
      profile: file.chosen.profile,
      mapping: JSON.stringify(file.chosen.mapping),
      at: now,
      rowsRead,
      rowsStored,
      rowsRefused,
    });
    return { importId, ...result };
  });
  if (remembered instanceof Refused) throw new Error(`the last event was refused: ${remembered.code}`);
  return remembered;
}

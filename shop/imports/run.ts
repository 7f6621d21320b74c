import { basename } from 'node:path';
import type { Output } from '../../contract/api.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { ActionEvent, LongActionHandler, LongContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { type ReadFile, readFile } from './read.ts';
import { writeRefusedFile } from './refused-file.ts';
import { type Stored, storeAll } from './store/store.ts';
import { warningsOf } from './warnings.ts';

type Result = Output<'imports.run'>;

/**
 * Reads a file into the shop. Everything is read and judged first and may be cancelled until then; storing takes seconds, is done in
 * chunks that let the counter in between, and is finished once begun. Killed in the middle, the same file read again ends in the same
 * state, because every document is known by its number.
 */
export const runImport: LongActionHandler<'imports.run'> = async (context, input) => {
  const file = await readFile(input, context);
  if (file instanceof Refused) return file;
  const event = { actionId: input.id, kind: 'imports.run', inputSha256: context.inputSha256 };
  const stored = await storeAll(context, { event, documents: file.documents, problems: file.problems });
  const refusedFile = await writeRefused(context, file);
  if (refusedFile instanceof Refused) return refusedFile;
  const result = resultOf(file, { stored, refusedFile });
  return remember(context, { event, file, result, path: input.path });
};

async function writeRefused(
  context: LongContext,
  { table, problems }: ReadFile,
): Promise<string | undefined | Refused<'cannot-write'>> {
  if (problems.size === 0) return undefined;
  const { folder, today, settings } = context;
  try {
    return await writeRefusedFile({ table, problems, folder, day: today, locale: settings.locale });
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

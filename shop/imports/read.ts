import type { ParsedInput } from '../../contract/api.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import type { Doing, ReadContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { chooseHeads } from './documents/heads.ts';
import { mostRows } from './file/limits.ts';
import { type OpenedFile, openFile } from './file/open.ts';
import { isBlank } from './file/table.ts';
import { fileKindOf } from './kinds/index.ts';
import type { AnyFileKind, AnyRow, BadRow, FileUnit, Problems, Shape } from './kinds/kind.ts';
import { savedMappings } from './mappings.ts';
import { createPauses } from './pause.ts';
import { type ChosenProfile, chooseProfile } from './profiles/index.ts';

type Wish = Omit<ParsedInput<'imports.preview'>, 'id'>;
type CannotOpen = Refused<'no-such-file' | 'file-not-readable' | 'no-such-sheet' | 'columns-unknown' | 'cancelled'>;
type Reading = ReadContext & Pick<Doing, 'signal'>;

/** A file that lies open, and what its columns mean. */
export type KnownFile = {
  readonly opened: OpenedFile;
  readonly chosen: ChosenProfile;
  readonly kind: AnyFileKind;
  readonly shape: Shape;
};

/**
 * Opens a file and finds out what its columns mean: as asked for, else by a profile, a saved mapping or the names of the columns.
 * No more than the `first` rows are wanted, where that is said.
 */
export async function knowFile(
  { path, sheet, orders, ...wish }: Wish,
  context: Reading,
  first?: number,
): Promise<KnownFile | CannotOpen> {
  const { signal, settings, today, store } = context;
  const opened = await openFile(path, { sheet, first, signal });
  if (opened instanceof Refused) return opened;
  const heads = orders === undefined ? undefined : await openFile(orders, { signal });
  if (heads instanceof Refused) return heads;
  if (heads && !chooseHeads(heads.table.columns).mapping.saleNumber)
    return refuse('columns-unknown', { missing: ['saleNumber'], columns: [...heads.table.columns] });
  const { columns } = opened.table;
  const chosen = chooseProfile(columns, { ...wish, saved: savedMappings(store), hasOrders: heads !== undefined });
  const shape: Shape = {
    columns,
    mapping: chosen.mapping,
    profile: chosen.profile,
    habits: chosen.habits,
    timeZone: settings.timeZone,
    digits: currencyDigits(settings.currency),
    settings,
    today,
    orders: heads?.table,
  };
  return { opened, chosen, kind: fileKindOf(chosen.kind), shape };
}

export type ReadFile = KnownFile & {
  readonly rowsRead: number;
  readonly units: readonly FileUnit[];
  readonly problems: Problems;
};

/**
 * Reads a whole file and decides everything that needs no books: what each row is, which units they make, which rows are refused.
 * Lets other calls in between pieces; nothing is stored, so it may be given up at any time.
 */
export async function readFile(wish: Wish, context: ReadContext & Doing): Promise<ReadFile | CannotOpen> {
  const { signal, onProgress } = context;
  const known = await knowFile(wish, context);
  if (known instanceof Refused) return known;
  const { opened, chosen, kind, shape } = known;
  const { table } = opened;
  if (chosen.missing.length > 0)
    return refuse('columns-unknown', { missing: [...chosen.missing], columns: [...table.columns] });

  const read = kind.rowReader(shape);
  const gatherer = kind.gatherer(shape);
  const pause = createPauses();
  let rowsRead = 0;
  for (const { firstRow, rows, isDamaged, withoutValue, bytesRead } of table.batches()) {
    for (let index = 0; index < rows.length; index += 1) {
      const cells = rows[index] as string[];
      if (isBlank(cells)) continue;
      rowsRead += 1;
      const row = read(cells, firstRow + index, isDamaged);
      if (withoutValue.has(index)) gatherer.refuse(formulaIn(row));
      else if ('problems' in row) gatherer.refuse(row);
      else gatherer.add(row);
    }
    if (rowsRead > mostRows) return refuse('file-not-readable', { path: wish.path, why: 'too-large' });
    // How many rows there are is not known before the end; from the length of those so far it can be guessed.
    onProgress({ phase: 'reading', done: rowsRead, total: Math.round((rowsRead * opened.length) / bytesRead) });
    await pause();
    if (signal.aborted) return refuse('cancelled', {});
  }
  const units: FileUnit[] = [];
  for (const made of gatherer.finish()) {
    for (const unit of made) units.push(unit);
    await pause();
  }
  if (signal.aborted) return refuse('cancelled', {});
  return { ...known, rowsRead, units, problems: gatherer.problems };
}

/** A formula that was never worked out leaves a hole in its row; its document goes with it, when that could be read. */
export function formulaIn({ row, number }: AnyRow | BadRow): BadRow {
  return { row, number: number || undefined, problems: [{ row, code: 'formula-without-value' }] };
}

import { z } from 'zod';
import { errorKind } from '../../contract/log-line.ts';
import type { IndexedKind } from '../../db/queries/find-index.ts';
import type { WriteStore } from '../../db/store.ts';
import { indexedGrams, indexVersion } from './grams.ts';
import { warmUpPinyin } from './pinyin.ts';

/** Beside the settings: which words the index holds, and how far it has come where it is being made anew. */
const rowName = 'findIndex';
const standingSchema = z.object({
  version: z.int(),
  next: z.object({ kind: z.enum(['product', 'customer']), after: z.int() }).optional(),
});
type Standing = z.infer<typeof standingSchema>;

/** A step takes some milliseconds, so that nobody at the counter waits for it. */
const rowsAStep = 100;
const stepEveryMs = 50;
/** The window comes first. */
const beginAfterMs = 3000;

/**
 * Makes the find index anew where an earlier version made it, or none: step by step, each in a transaction of its own that says how far it has
 * come. What is saved meanwhile is indexed as it is saved. Gives how to stop it.
 */
export function keepFindIndex(writer: WriteStore, log: (line: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number, work: () => void): void => {
    timer = setTimeout(work, ms).unref();
  };
  const goOn = (): void => {
    try {
      if (indexStep(writer)) wait(stepEveryMs, goOn);
    } catch (error) {
      log(`the find index is not whole yet: ${errorKind(error)}`);
    }
  };
  wait(beginAfterMs, () => {
    warmUpPinyin();
    goOn();
  });
  return () => clearTimeout(timer);
}

/** Indexes the next rows; false when there are none left. */
export function indexStep(writer: WriteStore, limit = rowsAStep): boolean {
  const next = nextOf(standingOf(writer));
  if (!next) return false;
  const { findIndex, caches } = writer;
  const rows = findIndex.rows(next.kind, { after: next.after, limit });
  const step = (): void => {
    for (const { rowid, parts } of rows) caches.findIndex.replace(rowid, indexedGrams(parts));
    const standing = rows.length < limit ? behind(next.kind) : { kind: next.kind, after: rows.at(-1)?.id ?? 0 };
    caches.desk.setSetting(rowName, JSON.stringify({ version: indexVersion, ...(standing && { next: standing }) }));
  };
  writer.transaction(step, () => true);
  return true;
}

function standingOf({ desk }: WriteStore): Standing | undefined {
  const row = desk.settings().find(({ name }) => name === rowName);
  return row && standingSchema.safeParse(JSON.parse(row.value)).data;
}

function nextOf(standing: Standing | undefined): Standing['next'] {
  return standing?.version === indexVersion ? standing.next : { kind: 'product', after: 0 };
}

/** Customers come behind products. */
function behind(kind: IndexedKind): Standing['next'] {
  return kind === 'product' ? { kind: 'customer', after: 0 } : undefined;
}

import { setImmediate as breathe } from 'node:timers/promises';
import type { ActionEvent, LongContext } from '../../context.ts';
import { Refused } from '../../refused.ts';
import type { FileDocument, Problems } from '../documents/document.ts';
import { createPauses } from '../pause.ts';
import { type Counts, noCounts, storeDocument } from './documents.ts';
import type { Directory } from './people.ts';
import { standingOf } from './standing.ts';

/** Rows of one transaction: the counter waits for one chunk at most. A row of a return is as much work as several of a sale. */
const rowsPerChunk = 2000;
const returnRowWeight = 5;

export type Stored = Counts & { readonly products: number; readonly customers: number };

type Books = { readonly context: LongContext; readonly directory: Directory; readonly problems: Problems };

/** The documents that are not in the shop yet. Those that are there with other content join the refused rows. */
export async function pickNew(books: Books, documents: readonly FileDocument[]): Promise<FileDocument[]> {
  const pause = createPauses();
  const fresh: FileDocument[] = [];
  for (const document of documents) {
    if (isNew(books, document)) fresh.push(document);
    await pause();
  }
  return fresh;
}

/**
 * Stores new documents, chunk by chunk, each chunk one event. Sales come first, so that every return finds the sales of its own file;
 * returns in the order of time. What somebody else has stored meanwhile is looked at again.
 */
export async function storeAll(books: Books, event: ActionEvent, documents: readonly FileDocument[]): Promise<Stored> {
  const { context, directory } = books;
  const counts = noCounts();
  const total = documents.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  let part = 0;
  for (const chunk of chunksOf(inOrder(documents))) {
    // Nothing is awaited between this look and the transaction: nobody else can write in between.
    const fresh = chunk.filter((document) => isNew(books, document));
    part = nextPart(context, event, part);
    const stored = context.runAction({ ...event, actionId: partId(event, part) }, (action) => {
      for (const document of fresh) storeDocument(action, { directory, document, counts });
      return { documents: fresh.length };
    });
    if (stored instanceof Refused) throw new Error(`a chunk was refused: ${stored.code}`);
    done += chunk.reduce((sum, { rows }) => sum + rows.length, 0);
    context.onProgress({ phase: 'storing', done, total });
    await breathe();
  }
  return { ...counts, ...directory.made() };
}

function isNew({ context, directory, problems }: Books, document: FileDocument): boolean {
  const standing = standingOf(context.store, directory, document);
  if (standing === 'changed') for (const row of document.rows) problems.set(row, [{ row, code: 'changed-since' }]);
  return standing === 'new';
}

/** A reading that was killed has used the first parts of its id; asked again, it goes on after them. */
function nextPart({ store }: LongContext, event: ActionEvent, last: number): number {
  let part = last + 1;
  while (store.desk.eventOfAction(partId(event, part))) part += 1;
  return part;
}

function partId({ actionId }: ActionEvent, part: number): string {
  return `${actionId}#${part}`;
}

const orderOfKinds = ['sale', 'adjustment', 'return'] as const;

function inOrder(documents: readonly FileDocument[]): FileDocument[] {
  return orderOfKinds.flatMap((kind) => {
    const same = documents.filter((document) => document.kind === kind);
    return kind === 'return' ? same.sort((a, b) => a.ms - b.ms || (a.rows[0] ?? 0) - (b.rows[0] ?? 0)) : same;
  });
}

function* chunksOf(documents: readonly FileDocument[]): Generator<FileDocument[]> {
  let chunk: FileDocument[] = [];
  let weight = 0;
  for (const document of documents) {
    chunk.push(document);
    weight += document.rows.length * (document.kind === 'return' ? returnRowWeight : 1);
    if (weight < rowsPerChunk) continue;
    yield chunk;
    chunk = [];
    weight = 0;
  }
  if (chunk.length > 0) yield chunk;
}

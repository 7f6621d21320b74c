import { canonicalFact, eventHash, noHash } from '../../db/chain.ts';
import type { ChainedEvent, ChainedFact, VerifyReads } from '../../db/queries/verify.ts';
import { type FactTableName, factTableNames, hashedTable } from '../../db/schema/facts.ts';
import type { ProblemWord } from './words.ts';

export type ChainProblem = { readonly what: string; readonly problem: ProblemWord };

type Watch = {
  /** Called with the number of rows read so far, now and then. */
  readonly onRows: (rows: number) => void;
  /** Gives up naming problems after that many. */
  readonly limit: number;
  /** The first event that is computed again; what lies before it is taken on trust. All of them when left out. */
  readonly from?: number;
};

/** One fact table read alongside the events: both are in the order they were posted, so one pass is enough. */
type Cursor = { readonly table: FactTableName; readonly rows: Iterator<ChainedFact>; next: ChainedFact | undefined };

const rowsBetweenTicks = 2000;

/**
 * Computes the fingerprint of every event again, over what its facts say now, and follows the links from one to the next. Facts that
 * belong to no event, or lie out of order, are problems too.
 */
export function checkChain(
  reads: Pick<VerifyReads, 'events' | 'facts' | 'hashOf'>,
  { onRows, limit, from = 1 }: Watch,
): ChainProblem[] {
  const found: ChainProblem[] = [];
  const note = (what: string, problem: ProblemWord): void => {
    if (found.length < limit) found.push({ what, problem });
  };
  let rows = 0;
  const tick = (): void => {
    rows += 1;
    if (rows % rowsBetweenTicks === 0) onRows(rows);
  };
  const advance = (cursor: Cursor): void => {
    const { value, done } = cursor.rows.next();
    cursor.next = done ? undefined : value;
    tick();
  };
  const cursors = new Map(
    factTableNames.map((table): [FactTableName, Cursor] => [
      table,
      { table, rows: reads.facts(table, from), next: undefined },
    ]),
  );
  const events = reads.events(from);
  try {
    for (const cursor of cursors.values()) advance(cursor);
    let previous = { seq: from - 1, hash: from === 1 ? noHash : (reads.hashOf(from - 1) ?? '') };
    for (const event of events) {
      for (const problem of problemsOf(event, previous)) note(eventName(event), problem);
      const hash = eventHash(event.previousHash, event, (table) =>
        factsOfEvent(cursors.get(table), event.seq, { advance, note }),
      );
      if (hash !== event.hash) note(eventName(event), 'changed');
      previous = event;
      tick();
    }
    for (const cursor of cursors.values()) if (cursor.next) note(factName(cursor), 'stray');
  } finally {
    events.return?.();
    for (const cursor of cursors.values()) cursor.rows.return?.();
  }
  return found;
}

function* problemsOf(event: ChainedEvent, previous: { seq: number; hash: string }): Generator<ProblemWord> {
  if (event.seq !== previous.seq + 1) yield 'gap';
  if (event.previousHash !== previous.hash) yield 'unlinked';
}

type Steps = {
  readonly advance: (cursor: Cursor) => void;
  readonly note: (what: string, problem: ProblemWord) => void;
};

/** The lines of one event; facts of earlier events that nobody took are passed over and named. */
function* factsOfEvent(cursor: Cursor | undefined, seq: number, { advance, note }: Steps): Generator<string> {
  while (cursor?.next && cursor.next.eventSeq <= seq) {
    if (cursor.next.eventSeq === seq) yield canonicalFact(cursor.table, cursor.next.values);
    else note(factName(cursor), 'stray');
    advance(cursor);
  }
}

function eventName({ seq, kind }: ChainedEvent): string {
  return `#${seq} ${kind}`;
}

function factName({ table, next }: Cursor): string {
  return `${hashedTable(table).sqlName} #${next?.eventSeq ?? '?'}`;
}

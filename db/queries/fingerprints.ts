import type { Orm } from '../open.ts';
import { prefixEnd } from './search.ts';

export type FingerprintedEvent = {
  readonly seq: number;
  readonly at: string;
  readonly day: string;
  readonly kind: string;
  readonly person: string;
  readonly head: string;
};

/** Finds events by what papers print of their hashes. */
export function fingerprintReads({ $client: raw }: Orm) {
  const events = raw.prepare(
    `SELECT seq, at, day, kind, person, hash AS head FROM journal_of_events
     WHERE hash >= @text AND hash < @end ORDER BY hash LIMIT @limit`,
  );
  const lastRow = raw.prepare('SELECT coalesce(max(rowid), 0) FROM documents').pluck();
  const rowFrom = raw.prepare('SELECT rowid AS id, event_seq AS eventSeq FROM documents WHERE rowid >= ? LIMIT 1');
  const documents = raw.prepare('SELECT number, event_seq AS eventSeq FROM documents WHERE rowid >= ? ORDER BY rowid');

  /** Documents lie in the order of their events, and no index has to be kept for a question that is seldom asked. */
  const firstRowOf = (seq: number): number => {
    let [low, high] = [1, Number(lastRow.get()) + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = rowFrom.get(middle) as { id: number; eventSeq: number } | undefined;
      if (row === undefined || row.eventSeq >= seq) high = middle;
      else low = row.id + 1;
    }
    return low;
  };
  return {
    /** The first of those whose hash begins with the text: hexadecimal, in small letters. */
    eventsFrom: (text: string, limit: number) =>
      events.all({ text, end: prefixEnd(text), limit }) as FingerprintedEvent[],
    documentsOf: (seq: number): string[] => {
      const numbers: string[] = [];
      const rows = documents.iterate(firstRowOf(seq)) as IterableIterator<{ number: string; eventSeq: number }>;
      for (const { number, eventSeq } of rows) {
        if (eventSeq !== seq) break;
        numbers.push(number);
      }
      return numbers;
    },
  };
}

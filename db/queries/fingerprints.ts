import type { Orm } from '../open.ts';
import { firstRowOf } from './event-rows.ts';
import { prefixEnd } from './search.ts';

export type FingerprintedEvent = {
  readonly seq: number;
  readonly at: string;
  readonly day: string;
  readonly kind: string;
  readonly person: string;
  readonly approver: string | null;
  readonly head: string;
};

/** Finds events by what papers print of their hashes. */
export function fingerprintReads({ $client: raw }: Orm) {
  const events = raw.prepare(
    `SELECT seq, at, day, kind, person, approver, hash AS head FROM journal_of_events
     WHERE hash >= @text AND hash < @end ORDER BY hash LIMIT @limit`,
  );
  const documents = raw.prepare('SELECT number, event_seq AS eventSeq FROM documents WHERE rowid >= ? ORDER BY rowid');

  return {
    /** The first of those whose hash begins with the text: hexadecimal, in small letters. */
    eventsFrom: (text: string, limit: number) =>
      events.all({ text, end: prefixEnd(text), limit }) as FingerprintedEvent[],
    documentsOf: (seq: number): string[] => {
      const numbers: string[] = [];
      const rows = documents.iterate(firstRowOf(raw, 'documents', seq)) as IterableIterator<{
        number: string;
        eventSeq: number;
      }>;
      for (const { number, eventSeq } of rows) {
        if (eventSeq !== seq) break;
        numbers.push(number);
      }
      return numbers;
    },
  };
}

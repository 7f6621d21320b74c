import type Database from 'better-sqlite3';
import { noHash } from '../chain.ts';
import { firstRowOf } from './event-rows.ts';

type HistoryEvent = { readonly seq: number; readonly at: string; readonly hash: string };

/** What is asked of a chain to hold it against another one. */
export type History = {
  /** The hash of its first event; empty when there is none. */
  readonly root: () => string;
  readonly head: () => { readonly seq: number; readonly hash: string };
  /** Nothing where this history has no such event. */
  readonly hashOf: (seq: number) => string | undefined;
  /** The events after that one; nothing when there are none. */
  readonly after: (seq: number) => Later | undefined;
  /** Numbers given by the events between; those of journal entries are nobody's but the journal's. */
  readonly documents: (events: { readonly after: number; readonly upTo: number }) => number;
};
export type Later = {
  readonly events: number;
  readonly first: HistoryEvent;
  readonly last: HistoryEvent;
};

export function historyReads(raw: Database.Database): History {
  const edge = (order: 'ASC' | 'DESC') =>
    raw.prepare(`SELECT seq, at, hash FROM journal_of_events WHERE seq > ? ORDER BY seq ${order} LIMIT 1`);
  const [first, last] = [edge('ASC'), edge('DESC')];
  const hash = raw.prepare('SELECT hash FROM journal_of_events WHERE seq = ?').pluck();
  const documents = raw
    .prepare(`SELECT count(*) FROM documents WHERE rowid >= ? AND rowid < ? AND series <> 'J'`)
    .pluck();
  const head = (): HistoryEvent | undefined => last.get(0) as HistoryEvent | undefined;
  return {
    root: () => (hash.get(1) as string | undefined) ?? '',
    head: () => head() ?? { seq: 0, hash: noHash },
    hashOf: (seq) => (seq === 0 ? noHash : (hash.get(seq) as string | undefined)),
    after: (seq) => {
      const [from, to] = [first.get(seq), last.get(seq)] as (HistoryEvent | undefined)[];
      if (!from || !to) return undefined;
      return { events: to.seq - seq, first: from, last: to };
    },
    documents: ({ after, upTo }) =>
      Number(documents.get(...[after, upTo].map((seq) => firstRowOf(raw, 'documents', seq + 1)))),
  };
}

/** The last event that two histories have in common; 0 when none. Each event seals all before it, so halving finds it. */
export function lastCommon(a: Pick<History, 'head' | 'hashOf'>, b: Pick<History, 'head' | 'hashOf'>): number {
  let [low, high] = [0, Math.min(a.head().seq, b.head().seq)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (a.hashOf(middle) === b.hashOf(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

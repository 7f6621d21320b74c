import type { ledgerReads } from './queries/ledgers.ts';

/** The next numbers of documents and entries inside one transaction: each series is looked up once, then counted on. */
export function createSequences(ledgers: Pick<ReturnType<typeof ledgerReads>, 'lastNumber' | 'lastEntryId'>) {
  const given = new Map<string, number>();
  const next = (key: string, last: () => number): number => {
    const number = (given.get(key) ?? last()) + 1;
    given.set(key, number);
    return number;
  };
  return {
    /** A transaction has begun: whatever was counted before may have been rolled back. */
    forget: () => given.clear(),
    nextOf: (series: string, year: number) => next(`${series} ${year}`, () => ledgers.lastNumber(series, year)),
    nextEntryId: () => next('entry', () => ledgers.lastEntryId()),
  };
}

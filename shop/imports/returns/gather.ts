import type { BadRow, Gatherer, Problems } from '../kinds/kind.ts';
import { codeByName } from '../rows/by-name.ts';
import type { FilePerson, FileProduct } from '../rows/named.ts';
import type { GoodsWanted } from './habits.ts';
import type { ReturnRow } from './row.ts';
import type { ReturnState } from './states.ts';

export type FileReturnLine = Pick<
  ReturnRow,
  'lineNumber' | 'milli' | 'amountCents' | 'alsoCents' | 'reason' | 'note' | 'isWhole'
> & {
  /** Nothing where the file names no item. */
  readonly product: FileProduct | undefined;
};

/** All rows of one return of a platform. Stored whole, or not at all. */
export type FileReturn = {
  readonly number: string;
  readonly saleNumber: string;
  readonly at: string;
  readonly ms: number;
  readonly day: string;
  readonly person: FilePerson | undefined;
  readonly state: ReturnState;
  /** The words of the file for it. */
  readonly status: string;
  readonly goods: GoodsWanted;
  readonly courier: string;
  readonly waybill: string;
  readonly lines: readonly FileReturnLine[];
  readonly rows: readonly number[];
};

/** Rows of one number are one return; a number with a bad row is refused as a whole. */
export function createReturnGatherer(): Gatherer<ReturnRow, FileReturn> {
  const byNumber = new Map<string, ReturnRow[]>();
  const poisoned = new Set<string>();
  const problems: Problems = new Map();
  return {
    add: (row) => {
      const same = byNumber.get(row.number);
      if (same) same.push(row);
      else byNumber.set(row.number, [row]);
    },
    refuse: ({ row, number, problems: found }: BadRow) => {
      problems.set(row, found);
      if (number !== undefined) poisoned.add(number);
    },
    finish: function* () {
      for (const [number, rows] of byNumber) {
        byNumber.delete(number);
        if (!poisoned.has(number)) yield [returnOf(number, rows)];
        else for (const { row } of rows) problems.set(row, [{ row, code: 'in-part-refused' }]);
      }
    },
    problems,
  };
}

function returnOf(number: string, rows: readonly ReturnRow[]): FileReturn {
  const first = rows.reduce((earliest, row) => (row.moment.ms < earliest.moment.ms ? row : earliest));
  const said = (word: 'courier' | 'waybill' | 'status') => rows.find((row) => row[word] !== '')?.[word] ?? '';
  return {
    number,
    saleNumber: first.saleNumber,
    at: first.moment.at,
    ms: first.moment.ms,
    day: first.moment.day,
    person: rows.find(({ person }) => person !== undefined)?.person,
    // Rows that contradict one another are held for somebody to look at.
    state: rows.every(({ state }) => state === first.state) ? first.state : 'unknown',
    status: said('status'),
    goods: first.goods,
    courier: said('courier'),
    waybill: said('waybill'),
    lines: withoutTwins(rows).map(lineOf),
    rows: rows.map(({ row }) => row),
  };
}

/** Lists that overlap and were put together say the same row twice. */
function withoutTwins(rows: readonly ReturnRow[]): ReturnRow[] {
  const seen = new Map<string, ReturnRow>();
  for (const row of rows) {
    const { row: _, person: __, ...content } = row;
    const key = JSON.stringify(content);
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

function lineOf({ item, lineNumber, milli, amountCents, alsoCents, reason, note, isWhole }: ReturnRow): FileReturnLine {
  // An item without a code is known by its name.
  const sku = item.sku || codeByName(item.name, item.spec);
  const product = sku === '' ? undefined : { sku, name: item.name, spec: item.spec };
  return { product, lineNumber, milli, amountCents, alsoCents, reason, note, isWhole };
}

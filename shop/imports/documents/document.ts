import type { BadRow, Problems } from '../kinds/kind.ts';
import type { FilePerson, FileProduct, FileRow } from '../rows/row.ts';
import { amountsOf } from './amounts.ts';
import { type DocumentKind, kindOf } from './kinds.ts';

export type DocumentLine = {
  readonly product: FileProduct;
  readonly name: string;
  /** Never negative: of a return, what came back. */
  readonly milli: number;
  readonly priceE4: number;
  readonly paidCents: number;
  readonly taxCents: number;
};

/** All rows of one number that are the same kind of thing. Stored whole, or not at all. */
export type FileDocument = {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Of its earliest row, so that the order of rows does not matter. */
  readonly at: string;
  readonly ms: number;
  readonly day: string;
  readonly person: FilePerson | undefined;
  readonly deliveryCents: number;
  readonly tender: string;
  readonly channel: string;
  readonly status: string;
  readonly lines: readonly DocumentLine[];
  /** Where its rows stand in the file. */
  readonly rows: readonly number[];
};

/** Gathers rows into documents. A number with a bad row is refused as a whole: half a sale would be a wrong sale. */
export function createGatherer(digits: number) {
  const byNumber = new Map<string, FileRow[]>();
  const poisoned = new Set<string>();
  const problems: Problems = new Map();

  const refuseOthers = (rows: readonly FileRow[]): void => {
    for (const { row } of rows) if (!problems.has(row)) problems.set(row, [{ row, code: 'in-part-refused' }]);
  };
  return {
    add: (row: FileRow): void => {
      const same = byNumber.get(row.number);
      if (same) same.push(row);
      else byNumber.set(row.number, [row]);
    },
    refuse: ({ row, number, problems: found }: BadRow): void => {
      problems.set(row, found);
      if (number !== undefined) poisoned.add(number);
    },
    /** The documents in the order of the file, a few at a time so that the caller can pause; rows without one join the problems. */
    finish: function* (): Generator<FileDocument[]> {
      for (const [number, rows] of byNumber) {
        // Rows and documents together would be twice the file.
        byNumber.delete(number);
        const documents = poisoned.has(number) ? undefined : documentsOf(rows, { digits, problems });
        if (!documents) refuseOthers(rows);
        else yield documents;
      }
    },
    problems,
  };
}

function documentsOf(
  rows: readonly FileRow[],
  { digits, problems }: { digits: number; problems: Problems },
): FileDocument[] | undefined {
  const byKind = new Map<DocumentKind, FileRow[]>();
  for (const row of rows) {
    const kind = kindOf(row);
    const same = byKind.get(kind);
    if (same) same.push(row);
    else byKind.set(kind, [row]);
  }
  const documents: FileDocument[] = [];
  for (const [kind, same] of byKind) {
    const amounts = amountsOf(same, digits);
    if ('code' in amounts) {
      const { row, field, code } = amounts;
      problems.set(row.row, [{ row: row.row, field, code }]);
      return undefined;
    }
    const lines = same.map(({ product, name, milli, priceE4 }, index) => {
      const { paidCents = 0, taxCents = 0 } = amounts.lines[index] ?? {};
      return { product, name, milli: Math.abs(milli), priceE4, paidCents, taxCents };
    });
    documents.push({
      ...headOf(kind, same),
      deliveryCents: amounts.deliveryCents,
      lines,
      rows: same.map(({ row }) => row),
    });
  }
  return documents;
}

/** What belongs to the document stands on its first row that says it. */
function headOf(kind: DocumentKind, rows: readonly FileRow[]) {
  const first = rows[0] as FileRow;
  const { moment } = rows.reduce((earliest, row) => (row.moment.ms < earliest.moment.ms ? row : earliest), first);
  const said = (word: 'tender' | 'channel' | 'status') =>
    rows.find(({ words }) => words[word] !== '')?.words[word] ?? '';
  return {
    kind,
    number: first.number,
    at: moment.at,
    ms: moment.ms,
    day: moment.day,
    person: rows.find(({ person }) => person !== undefined)?.person,
    tender: said('tender'),
    channel: said('channel'),
    status: said('status'),
  };
}

import type { Day } from '../../../contract/values/days.ts';
import { shareOf } from '../../../contract/values/rounding.ts';
import type { Problems, Shape } from '../kinds/kind.ts';
import type { StatusMeaning } from '../profiles/habits.ts';
import type { Moment } from '../rows/dates.ts';
import type { FilePerson, FileProduct } from '../rows/named.ts';
import type { FileRow } from '../rows/row.ts';
import { amountsOf } from './amounts.ts';
import type { Heads } from './heads.ts';
import { type DocumentKind, kindOf } from './kinds.ts';

export type DocumentLine = {
  /** What the platform calls it; empty where it says nothing. */
  readonly lineNumber: string;
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
  /** Of a refund that has a number of its own: the sale it belongs to. */
  readonly ofSale: string | undefined;
  /** Of its earliest row, so that the order of rows does not matter. */
  readonly at: string;
  readonly ms: number;
  readonly day: Day;
  readonly person: FilePerson | undefined;
  readonly deliveryCents: number;
  /** Given back elsewhere; and what was given back before and is no longer in what was paid. */
  readonly refundedCents: number;
  readonly insideCents: number;
  readonly tender: string;
  readonly channel: string;
  readonly status: string;
  readonly meaning: StatusMeaning;
  readonly signedOn: Day | undefined;
  readonly lines: readonly DocumentLine[];
  /** Where its rows stand in the file. */
  readonly rows: readonly number[];
};

type Making = Pick<Shape, 'digits' | 'habits'> & { readonly problems: Problems; readonly heads: Heads };

/** The documents that the rows of one number make, one of each kind; nothing when one of them cannot be stored. */
export function documentsOf(rows: readonly FileRow[], making: Making): FileDocument[] | undefined {
  const { digits, habits, problems, heads } = making;
  const head = heads.get((rows[0] as FileRow).number);
  if (head && 'problems' in head) {
    const [{ field, code } = { field: undefined, code: 'in-part-refused' as const }] = head.problems;
    for (const { row } of rows) problems.set(row, [{ row, ...(field && { field }), code }]);
    return undefined;
  }
  const documents: FileDocument[] = [];
  for (const [kind, same] of byKind(head ? rows.map((row) => withMeaning(row, head)) : rows)) {
    const amounts = amountsOf(same, { digits, habits, order: head });
    if ('code' in amounts) {
      const { row, field, code } = amounts;
      problems.set(row.row, [{ row: row.row, field, code }]);
      return undefined;
    }
    const { lines: paid, ...sums } = amounts;
    const moment = momentOf(same, head);
    if (!moment) {
      for (const { row } of same) problems.set(row, [{ row, field: 'soldAt', code: 'field-empty' }]);
      return undefined;
    }
    const lines = same.map((row, index) => lineOf(row, paid[index] ?? { paidCents: 0, taxCents: 0 }, digits));
    const channel = habits.channel ?? '';
    documents.push({
      ...wordsOf(kind, same, { head, channel }),
      ...moment,
      ...sums,
      lines,
      rows: same.map(({ row }) => row),
    });
  }
  return documents;
}

/** What the whole order came to holds for its lines; of one that was sold they may say something of their own. */
function withMeaning(row: FileRow, { meaning }: FileRow): FileRow {
  return meaning === 'sold' ? row : { ...row, meaning };
}

function byKind(rows: readonly FileRow[]): Map<DocumentKind, FileRow[]> {
  const found = new Map<DocumentKind, FileRow[]>();
  for (const row of rows) {
    const kind = kindOf(row);
    const same = found.get(kind);
    if (same) same.push(row);
    else found.set(kind, [row]);
  }
  return found;
}

function lineOf(row: FileRow, paid: { paidCents: number; taxCents: number }, digits: number): DocumentLine {
  const { lineNumber, product, name, milli, priceE4, valueCents } = row;
  const worth = Math.abs(valueCents ?? paid.paidCents) * 10 ** (4 - digits);
  return {
    lineNumber,
    product,
    name,
    milli: Math.abs(milli),
    priceE4: priceE4 ?? shareOf(worth, 1000, Math.abs(milli)),
    ...paid,
  };
}

function momentOf(rows: readonly FileRow[], head: FileRow | undefined): Moment | undefined {
  let earliest: Moment | undefined;
  for (const { moment } of rows) if (moment && (!earliest || moment.ms < earliest.ms)) earliest = moment;
  return earliest ?? head?.moment;
}

/** What belongs to the document stands on its first row that says it; the list of whole orders knows better. */
function wordsOf(
  kind: DocumentKind,
  rows: readonly FileRow[],
  { head, channel }: { head: FileRow | undefined; channel: string },
) {
  const first = rows[0] as FileRow;
  const said = (word: 'tender' | 'channel' | 'status') =>
    head?.words[word] || (rows.find(({ words }) => words[word] !== '')?.words[word] ?? '');
  return {
    kind,
    number: first.number,
    ofSale: first.ofSale,
    person: head?.person ?? rows.find(({ person }) => person !== undefined)?.person,
    tender: said('tender'),
    channel: said('channel') || channel,
    status: said('status'),
    meaning: meaningOf(rows),
    signedOn: head?.signedOn ?? rows.find(({ signedOn }) => signedOn !== undefined)?.signedOn,
  };
}

const tellingMost = ['unknown', 'some-given-back'] as const;

/** What a person should look at is said of the whole. */
function meaningOf(rows: readonly FileRow[]): StatusMeaning {
  return tellingMost.find((telling) => rows.some(({ meaning }) => meaning === telling)) ?? rows[0]?.meaning ?? 'sold';
}

import type { RowProblem } from '../../../contract/api/imports.ts';
import type { Day, Instant } from '../../../contract/values/days.ts';
import { dayIn } from '../../clock.ts';
import { type Cell, textReader } from '../../imports/rows/cells.ts';
import { dateReader, type Moment } from '../../imports/rows/dates.ts';
import { readAmount } from '../../imports/rows/figures.ts';
import { shapeProblem } from '../../imports/rows/shape.ts';
import { plain } from './find.ts';
import type { BillProfile, CellOf, SaidRefund } from './profile.ts';

/** A refund of a bill, before it is held against those that earlier bills brought. */
export type BillRefund = {
  readonly row: number;
  /** The wallet's own number of it; where the bill names none, what stands for it, with a space within. */
  readonly reference: string;
  readonly orderReference: string | undefined;
  readonly shopReference: string | undefined;
  readonly shopRefundReference: string | undefined;
  readonly day: Day;
  readonly refundedAt: Instant;
  readonly cents: number;
  readonly counterpart: string | undefined;
  readonly note: string | undefined;
  readonly isSoFar: boolean;
};

/** A row of a bill: a refund, another one with when it was, or why it cannot be read. */
export type ReadRow = BillRefund | { readonly other: Day | undefined } | { readonly problems: RowProblem[] };

type Shape = {
  readonly profile: BillProfile;
  readonly columns: readonly string[];
  /** Of the shop: the bills themselves speak of the time of China. */
  readonly timeZone: string;
  readonly digits: number;
};
export type BillRowReader = (cells: readonly string[], row: number, isDamaged: boolean) => ReadRow;

const zoneOfBills = 'Asia/Shanghai';
const longestNote = 300;
const readNumber = textReader({ longest: 100, isCode: true });

/** A reader of the rows of one bill. */
export function billRowReader({ profile, columns, timeZone, digits }: Shape): BillRowReader {
  const at = new Map(columns.map((heading, index) => [plain(heading), index]));
  const readTime = dateReader(zoneOfBills);
  const amountOf = readAmount(digits);
  const dayOf = (moment: Moment): Day => dayIn(timeZone, moment.at);
  return (cells, row, isDamaged) => {
    const misshapen = shapeProblem(cells, { width: widthOf(columns, cells), isDamaged });
    if (misshapen) return { problems: [{ row, code: misshapen }] };
    const cell: CellOf = (...headings) => {
      for (const heading of headings) {
        const text = plain(cells[at.get(heading) ?? -1] ?? '');
        if (text !== '') return text;
      }
      return '';
    };
    const said = profile.understand(cell);
    if (said === 'unknown') return { problems: [{ row, field: 'status', code: 'status-unknown' }] };
    if (said === 'other') {
      const moment = readTime(profile.timeOf(cell));
      return { other: moment.problem === undefined ? dayOf(moment.value) : undefined };
    }
    const moment = readTime(said.at);
    const amount = amountOf(said.amount);
    const problems = problemsOf(row, { said, moment, amount });
    if (problems.length > 0 || moment.problem !== undefined || amount.problem !== undefined) return { problems };
    // What cost the shop no money, as with a coupon that the wallet bears, is no refund that its books could know.
    if (amount.value === 0) return { other: dayOf(moment.value) };
    return refundOf(said, { row, day: dayOf(moment.value), refundedAt: moment.value.at, cents: amount.value ?? 0 });
  };
}

/** A row may end before columns at the end that it has nothing for. */
function widthOf(columns: readonly string[], cells: readonly string[]): number {
  const isShort = cells.length < columns.length && cells.length > columns.length / 2;
  return isShort ? cells.length : columns.length;
}

type Read = {
  readonly said: SaidRefund;
  readonly moment: Cell<Moment>;
  readonly amount: Cell<number | undefined>;
};

function problemsOf(row: number, { said, moment, amount }: Read): RowProblem[] {
  const numbers = [said.reference, said.orderReference, said.shopReference, said.shopRefundReference].map(readNumber);
  const badNumber = numbers.find(({ problem }) => problem !== undefined)?.problem;
  const found: RowProblem[] = [];
  if (badNumber !== undefined) found.push({ row, field: 'returnNumber', code: badNumber });
  else if (said.reference === '' && said.orderReference === '')
    found.push({ row, field: 'returnNumber', code: 'field-empty' });
  if (moment.problem !== undefined) found.push({ row, field: 'returnedAt', code: moment.problem });
  if (amount.problem !== undefined) found.push({ row, field: 'amount', code: amount.problem });
  else if (amount.value === undefined) found.push({ row, field: 'amount', code: 'field-empty' });
  else if (amount.value < 0) found.push({ row, field: 'amount', code: 'below-zero' });
  return found;
}

type Figures = Pick<BillRefund, 'row' | 'day' | 'refundedAt' | 'cents'>;

function refundOf(said: SaidRefund, figures: Figures): BillRefund {
  const { row, day, refundedAt, cents } = figures;
  return {
    row,
    reference: said.reference || madeReference(said, figures),
    orderReference: said.orderReference || undefined,
    shopReference: said.shopReference || undefined,
    shopRefundReference: said.shopRefundReference || undefined,
    day,
    refundedAt,
    cents,
    counterpart: said.counterpart.slice(0, longestNote) || undefined,
    note: said.note.slice(0, longestNote) || undefined,
    isSoFar: said.isSoFar,
  };
}

/**
 * What stands for a refund that has no number of its own: its order with the shop's number of the refund, which is unique within the order;
 * else with time and amount; and with the amount alone where the row says how much was given back in all, for its time changes with every
 * later event of the order.
 */
function madeReference(
  { orderReference, shopRefundReference, isSoFar }: SaidRefund,
  { refundedAt, cents }: Figures,
): string {
  if (shopRefundReference) return `${orderReference} ${shopRefundReference}`;
  return isSoFar ? `${orderReference} ${cents}` : `${orderReference} ${refundedAt} ${cents}`;
}

import type { Day } from '../../../contract/values/days.ts';
import type { BadRow, RowReader, Shape } from '../kinds/kind.ts';
import type { Moment } from './dates.ts';
import { type GoodsPart, goodsReader } from './goods.ts';
import { type FilePerson, personOf } from './named.ts';
import { type OrderPart, orderReader } from './order.ts';
import { type AmountField, amountFields, readersOf, type TextField } from './readers.ts';
import { shapeProblem } from './shape.ts';
import { cellTaker, type Taker } from './taker.ts';

/** Amounts in the smallest unit; undefined where the cell is empty or no column says so. */
export type RowAmounts = Readonly<Record<AmountField, number | undefined>>;
export type RowWords = Readonly<Record<'tender' | 'channel' | 'status', string>>;

export type FileRow = OrderPart &
  GoodsPart & {
    readonly row: number;
    readonly number: string;
    /** Of a refund that has a number of its own: the sale it belongs to. */
    readonly ofSale: string | undefined;
    readonly person: FilePerson | undefined;
    readonly amounts: RowAmounts;
    /** What was due, under each heading that says it. */
    readonly dueCents: readonly number[];
    readonly words: RowWords;
    /** The day the customer signed for the parcel. */
    readonly signedOn: Day | undefined;
  };

const noAmounts: RowAmounts = {
  paid: undefined,
  discount: undefined,
  tax: undefined,
  delivery: undefined,
  refunded: undefined,
};
const noWords: RowWords = { tender: '', channel: '', status: '' };
const noDues: readonly number[] = [];

type RowShape = Pick<Shape, 'columns' | 'mapping' | 'timeZone' | 'digits' | 'habits'>;

/** A reader of the rows of one file. It remembers what it has seen, so that the same text is worked out once. */
export function rowReader({ timeZone, digits, ...from }: RowShape): RowReader<FileRow> {
  const { columns, habits } = from;
  const taker = cellTaker(from);
  const readers = readersOf({ timeZone, digits, hasTerms: habits.meaningOf !== undefined });
  const text = (field: TextField): (() => string) => taker.field(field, readers[field], '');
  const numberOf = text('saleNumber');
  const orderOf = orderReader(taker, { readers, meaningOf: habits.meaningOf });
  const goodsOf = goodsReader(taker, { readers, habits });
  const wordsOf = wordsReader(taker, text);
  const amountsOf = amountsReader(taker, readers);
  const person = { code: text('customer'), name: text('customerName'), phone: text('customerPhone') };
  const people = new Map<string, FilePerson>();
  const signedOn = taker.field<Moment | undefined>('signedOn', readers.signedOn, undefined);
  const isTimed = taker.isSaid('soldAt');
  const dueCents = (heading: string): readonly number[] => {
    const due = readers.value(taker.cell(heading));
    return due.problem === undefined && due.value !== undefined ? [due.value] : noDues;
  };

  return (cells, row, isDamaged): FileRow | BadRow => {
    taker.begin(cells, row);
    const number = numberOf();
    const problems = taker.problems();
    const misshapen = shapeProblem(cells, { width: columns.length, isDamaged });
    if (misshapen)
      return { row, number: problems.length === 0 ? number : undefined, problems: [{ row, code: misshapen }] };
    const words = wordsOf();
    const order = orderOf(number, words.status);
    // An order that came to nothing takes nothing along: other rows of it may have been paid.
    if (order.meaning === 'not-paid')
      return { row, number: undefined, problems: [{ row, field: 'status', code: 'not-paid' }] };
    const goods = goodsOf();
    const rest = {
      person: personOf(people, { code: person.code(), name: person.name(), phone: person.phone() }),
      amounts: amountsOf(),
      dueCents: habits.due?.flatMap(dueCents) ?? noDues,
      words,
      signedOn: signedOn()?.day,
    };
    if (problems.length > 0 || (isTimed && order.moment === undefined))
      return { row, number: number || undefined, problems };
    const own = habits.returnNumber !== undefined && goods.milli < 0 ? taker.cell(habits.returnNumber) : '';
    return { ...order, ...goods, ...rest, row, number: own || number, ofSale: own === '' ? undefined : number };
  };
}

function wordsReader(taker: Taker, text: (field: TextField) => () => string): () => RowWords {
  if (!(['tender', 'channel', 'status'] as const).some(taker.isSaid)) return () => noWords;
  const [tender, channel, status] = [text('tender'), text('channel'), text('status')];
  return () => ({ tender: tender(), channel: channel(), status: status() });
}

function amountsReader(taker: Taker, readers: ReturnType<typeof readersOf>): () => RowAmounts {
  if (!amountFields.some(taker.isSaid)) return () => noAmounts;
  const of = (field: AmountField): (() => number | undefined) => taker.field(field, readers[field], undefined);
  const [paid, discount, tax] = [of('paid'), of('discount'), of('tax')];
  const [delivery, refunded] = [of('delivery'), of('refunded')];
  return () => ({ paid: paid(), discount: discount(), tax: tax(), delivery: delivery(), refunded: refunded() });
}

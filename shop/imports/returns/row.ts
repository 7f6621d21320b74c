import type { ImportFieldOf } from '../../../contract/api/import-fields.ts';
import type { RowProblem } from '../../../contract/api/imports.ts';
import type { DefaultReason } from '../../../contract/values/words.ts';
import type { BadRow, RowReader, Shape } from '../kinds/kind.ts';
import { plainHeading } from '../profiles/profile.ts';
import { type Cell, cleanCell, readPhone, remembered, textReader } from '../rows/cells.ts';
import { dateReader, type Moment } from '../rows/dates.ts';
import { readAmount, readQuantity } from '../rows/figures.ts';
import { type FilePerson, personOf } from '../rows/named.ts';
import { shapeProblem } from '../rows/shape.ts';
import { type GoodsWanted, goodsWanted, habitsOf, isWholeRefund } from './habits.ts';
import { reasonOf } from './reasons.ts';
import { type ReturnState, stateOf } from './states.ts';

/** One row of a list of returns, as it was understood. */
export type ReturnRow = {
  readonly row: number;
  readonly number: string;
  readonly saleNumber: string;
  readonly lineNumber: string;
  readonly moment: Moment;
  readonly person: FilePerson | undefined;
  readonly item: { readonly sku: string; readonly name: string; readonly spec: string };
  /** Nothing where no column says so. */
  readonly milli: number | undefined;
  /** For the goods. */
  readonly amountCents: number | undefined;
  /** Freight and tax that went back beside it. */
  readonly alsoCents: number;
  readonly reason: DefaultReason;
  readonly note: string;
  readonly state: ReturnState;
  readonly status: string;
  readonly goods: GoodsWanted;
  readonly isWhole: boolean | undefined;
  readonly courier: string;
  readonly waybill: string;
};

type ReturnsField = ImportFieldOf<'returns'>;
const longestNote = 1000;

/** How each field is read. The lengths are those of the contract. */
function readersOf({ timeZone, digits }: Pick<Shape, 'timeZone' | 'digits'>) {
  const number = (needed: boolean) => remembered(textReader({ longest: 64, needed, isCode: true, isNumber: true }));
  const words = (longest: number) => remembered(textReader({ longest }));
  const term = (longest: number) => remembered(textReader({ longest, isTerm: true }));
  return {
    returnNumber: number(true),
    saleNumber: number(true),
    lineNumber: number(false),
    returnedAt: remembered(dateReader(timeZone)),
    customer: number(false),
    customerName: words(120),
    customerPhone: remembered(readPhone),
    sku: remembered(textReader({ longest: 64, isCode: true })),
    productName: words(200),
    spec: words(100),
    quantity: remembered(readQuantity),
    amount: remembered(readAmount(digits)),
    reason: term(longestNote),
    note: words(longestNote),
    status: term(200),
    courier: term(64),
    waybill: remembered(textReader({ longest: 64, isCode: true })),
  } satisfies Record<ReturnsField, (raw: string) => Cell<unknown>>;
}

type Readers = ReturnType<typeof readersOf>;
/** `columnOf` finds a column by its plain heading. */
type Reading = { readonly readers: Readers; readonly columnOf: ReadonlyMap<string, string> };
type TextField = Exclude<ReturnsField, 'returnedAt' | 'quantity' | 'amount'>;

/** The cells of one row by what they mean, and what was wrong with them. */
class Cells {
  problems: RowProblem[] = [];
  readonly #column: (heading: string | undefined) => string;
  readonly #shape: Shape;
  readonly #readers: Readers;
  readonly #columnOf: Reading['columnOf'];
  readonly #row: number;

  constructor(shape: Shape, { readers, columnOf }: Reading, { row, cells }: { row: number; cells: readonly string[] }) {
    const { isDashEmpty } = habitsOf(shape.profile);
    this.#shape = shape;
    this.#readers = readers;
    this.#columnOf = columnOf;
    this.#row = row;
    this.#column = (heading) => {
      const raw = heading === undefined ? '' : (cells[shape.columns.indexOf(heading)] ?? '');
      return isDashEmpty && cleanCell(raw) === '-' ? '' : raw;
    };
  }

  /** A column that has no meaning for other lists. */
  own(heading: string | undefined): string {
    return cleanCell(this.#column(heading && this.#columnOf.get(plainHeading(heading))));
  }

  raw(field: ReturnsField): string {
    return this.#column(this.#shape.mapping[field]);
  }

  take<T>(field: ReturnsField, read: (raw: string) => Cell<T>): T | undefined {
    const cell = read(this.raw(field));
    if (cell.problem === undefined) return cell.value;
    this.problems.push({ row: this.#row, field, code: cell.problem });
    return undefined;
  }

  text(field: TextField): string {
    return this.take<string>(field, this.#readers[field]) ?? '';
  }
}

/** A reader of the rows of one list of returns. */
export function returnRowReader(shape: Shape): RowReader<ReturnRow> {
  const readers = readersOf(shape);
  const columnOf = new Map(shape.columns.map((column) => [plainHeading(column), column]));
  const people = new Map<string, FilePerson>();
  return (cells, row, isDamaged) => {
    const read = new Cells(shape, { readers, columnOf }, { row, cells });
    const number = read.text('returnNumber');
    const misshapen = shapeProblem(cells, { width: shape.columns.length, isDamaged });
    if (misshapen) return { row, number: number || undefined, problems: [{ row, code: misshapen }] };
    const moment = read.take('returnedAt', readers.returnedAt);
    const milli = read.raw('quantity').trim() === '' ? undefined : read.take('quantity', readers.quantity);
    const amount = read.take('amount', readers.amount);
    const rest = restOf(shape, read);
    const saleNumber = read.text('saleNumber');
    const person = personOf(people, {
      code: read.text('customer'),
      name: read.text('customerName'),
      phone: read.text('customerPhone'),
    });
    if (moment === undefined || read.problems.length > 0)
      return { row, number: number || undefined, problems: read.problems } satisfies BadRow;
    return {
      row,
      number,
      saleNumber,
      moment,
      person,
      milli: milli === undefined ? undefined : Math.abs(milli),
      amountCents: amount === undefined ? undefined : Math.abs(amount),
      ...rest,
    };
  };
}

function restOf(shape: Shape, read: Cells) {
  const habits = habitsOf(shape.profile);
  const said = read.text('reason');
  const noted = [said, read.text('note'), ...(habits.alsoNoted ?? []).map((heading) => read.own(heading))];
  const status = read.text('status');
  const state = shape.mapping.status === undefined ? unsaidState(shape, read) : stateOf(status);
  const also = (habits.alsoGiven ?? []).map((heading) => centsOf(shape, read.own(heading)));
  return {
    lineNumber: read.text('lineNumber'),
    item: { sku: read.text('sku'), name: read.text('productName'), spec: read.text('spec') },
    alsoCents: also.reduce((sum, cents) => sum + cents, 0),
    reason: reasonOf(said),
    note: [...new Set(noted.filter((words) => words !== ''))].join(' · ').slice(0, longestNote),
    state,
    status,
    goods: goodsWanted(read.own(habits.goods)),
    isWhole: isWholeRefund(read.own(habits.share)),
    courier: read.text('courier'),
    waybill: read.text('waybill'),
  };
}

/** Without a column for it, money that was given back says that it is done; else nobody knows. */
function unsaidState(shape: Shape, read: Cells): ReturnState {
  if (habitsOf(shape.profile).isAllFinished) return 'finished';
  return centsOf(shape, read.raw('amount')) === 0 ? 'unknown' : 'finished';
}

function centsOf({ digits }: Shape, raw: string): number {
  const cell = readAmount(digits)(raw);
  return cell.problem === undefined ? Math.abs(cell.value ?? 0) : 0;
}

import type { ImportField, ImportKind } from '../../../contract/api/import-fields.ts';
import type { RowProblem, StoredCounts } from '../../../contract/api/imports.ts';
import type { Settings } from '../../../contract/api/settings.ts';
import type { Output } from '../../../contract/api.ts';
import type { Day } from '../../../contract/values/days.ts';
import type { ReadStore } from '../../../db/store.ts';
import type { ActionContext, ReadContext } from '../../context.ts';
import type { Refused } from '../../refused.ts';
import type { Table } from '../file/table.ts';
import type { SalesHabits } from '../profiles/habits.ts';

export type ProblemCode = RowProblem['code'];
/** The refused rows: what is wrong with each. */
export type Problems = Map<number, RowProblem[]>;

/** A row that cannot be stored; its number, when it could be read, takes the rest of its document along. */
export type BadRow = { readonly row: number; readonly number: string | undefined; readonly problems: RowProblem[] };
export type RowReader<Row> = (cells: readonly string[], row: number, isDamaged: boolean) => Row | BadRow;

/** A row that was understood: where it stands, and what it is known by. */
export type AnyRow = { readonly row: number; readonly number: string };

/** What the rows of one file are read with. */
export type Shape = {
  readonly columns: readonly string[];
  readonly mapping: Partial<Record<ImportField, string>>;
  /** The name of the profile that knows the columns, and the habits of its platform. */
  readonly profile: string;
  readonly habits: SalesHabits;
  readonly timeZone: string;
  /** Decimals of the shop's currency. */
  readonly digits: number;
  readonly settings: Settings;
  readonly today: Day;
  /** The platform's own list of whole orders, where one was given beside the lines. */
  readonly orders?: Table | undefined;
};

/** What is stored whole or not at all: a sale with its lines, an item, the stock of an item. */
export type FileUnit = { readonly rows: readonly number[] };

/** Rows become units. A unit with a bad row is refused with all its rows. */
export type Gatherer<Row, Unit> = {
  add(row: Row): void;
  refuse(row: BadRow): void;
  /** The units in the order of the file, a few at a time so that the caller can pause; rows without one join the problems. */
  finish(): Generator<Unit[]>;
  readonly problems: Problems;
};

/** `new`: there is something to store. `same`: all of it is there. Else why its rows are refused. */
export type Standing = 'new' | 'same' | Omit<RowProblem, 'row'>;

export type Understood = Pick<Output<'imports.preview'>['understood'][number], 'as' | 'fields'>;
export type ReturnLinks = Output<'imports.run'>['returnLinks'];
export type ImportWarning = Output<'imports.run'>['warnings'][number];

/** One reading, held against the books. What it has looked up it remembers. */
export type Books<Unit> = {
  standing(store: ReadStore, unit: Unit): Standing;
  /** Why the whole file cannot be stored; asked before anything is. */
  refusal?(context: ReadContext, units: readonly Unit[]): Refused<'month-closed'> | undefined;
  /** Stores units within one action; what it refuses is rolled back, and the reading ends there. */
  store(action: ActionContext, units: readonly Unit[]): Refused | undefined;
  /** What was stored until now. */
  stored(): Partial<StoredCounts>;
  links?(): ReturnLinks;
  /** What only the books could say of what was read, beside the kind's own warnings. */
  warnings?(): ImportWarning[];
  /** What storing a unit would add, as far as that can be said before. */
  wouldStore(store: ReadStore, unit: Unit): Partial<StoredCounts>;
};

/** All that reading files of one kind takes. What is the same for every kind is in `read.ts`, `run.ts` and `preview.ts`. */
export type FileKind<Row extends AnyRow, Unit extends FileUnit> = {
  readonly kind: ImportKind;
  rowReader(shape: Shape): RowReader<Row>;
  /** What a row would become, field by field as it was understood. */
  understood(row: Row, shape: Shape): Understood;
  gatherer(shape: Shape): Gatherer<Row, Unit>;
  /** In which order they are stored; as they stand when left out. */
  inOrder?(units: readonly Unit[]): Unit[];
  /** How much work storing it is, in rows of a sale: a chunk is 500 of them. */
  weight(unit: Unit): number;
  /** What is stored all the same, and should be looked at. */
  warnings(units: readonly Unit[]): ImportWarning[];
  /** `actionId` is the reading's own, by which its traces are found. */
  books(reading: { readonly actionId: string; readonly shape: Shape }): Books<Unit>;
};
/** A kind, whatever its rows are. */
export type AnyFileKind = FileKind<AnyRow, FileUnit>;

import type { Settings } from '../contract/api/settings.ts';
import type { Api, Output, ParsedInput, ProcedureName, Progress } from '../contract/api.ts';
import type { Day, Instant } from '../contract/values/days.ts';
import type { CannotOpen } from '../db/cannot-open.ts';
import type { Connection } from '../db/open.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import type { Refused } from './refused.ts';
import type { Actor, DeskSession } from './staff/session.ts';

/** What every procedure gets: nothing else of the world outside. */
export type ReadContext = {
  readonly store: ReadStore;
  readonly settings: Settings;
  readonly now: Instant;
  /** The day of `now` in the shop's time zone, as the PC's clock has it. */
  readonly clockDay: Day;
  /** The business day: the clock's, but never before that of the last event. A clock set back does not turn the books back. */
  readonly today: Day;
  readonly folder: string;
};

/** What the shop knows about itself and has not written down: how its own care went since it was opened. */
export type HealthNotes = {
  startCheck: Output<'care.health'>['startCheck'];
  backupTrouble: Output<'care.health'>['backupTrouble'];
};

/** What a short read may know beside the file; `person` is what events name whoever calls by. */
export type NotedReadContext = ReadContext & { readonly person: string; readonly notes: HealthNotes };

export type JotContext = ReadContext & { readonly store: WriteStore; readonly person: string };

/** An action also knows what who does it may; its facts all belong to one event. */
export type ActionContext = JotContext & { readonly actor: Actor };

/** What is about who is at the desk. */
export type SessionContext = ActionContext & { readonly session: DeskSession };

export type Doing = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

/** Runs one action in a transaction of its own, as one event. */
export type RunAction = <T>(event: ActionEvent, work: (context: ActionContext) => T | Refused) => T | Refused;
export type ActionEvent = {
  readonly actionId: string;
  readonly kind: string;
  readonly inputSha256: string;
  /** When it happened, where that is not now: only made-up trade has a past. */
  readonly at?: Instant;
};

/** A long action makes its own transactions, and lets other calls in between them. */
export type LongContext = ReadContext & Doing & { readonly runAction: RunAction; readonly inputSha256: string };

/** A long read has its own connection in a worker, and may ask whether it is still wanted. */
export type LongReadContext = ReadContext &
  Doing & {
    readonly connection: Connection;
    readonly throwIfCancelled: () => void;
    /** Milliseconds since 1970. `now` is when it was asked for, which may be long ago: others came before it. */
    readonly clock: () => number;
  };

/** A shop that stands open, as care of its whole file needs it. */
export type OpenedShop = Pick<ReadContext, 'store' | 'settings' | 'clockDay' | 'today'> & {
  /** The long action that is running, if any: its file may not be put aside under it. */
  readonly busyWith: ProcedureName | undefined;
};

/** Care of the file as a whole, which works while the shop cannot be opened. */
export type KeepingContext = Doing & {
  readonly folder: string;
  readonly clock: () => number;
  readonly locale: Settings['locale'];
  readonly shop: OpenedShop | undefined;
  /** Who asks for it; nobody knows while the shop cannot be opened. */
  readonly person: string | undefined;
  /**
   * Closes the file and opens it again: opening first puts in its place what lies ready for it (`db/swap.ts`). `meanwhile` is done while
   * it is closed; other calls wait for it, and what it throws is thrown once the file is open again. Gives the reason when it cannot be
   * opened.
   */
  reopen(meanwhile?: () => void): Promise<CannotOpen | undefined>;
  /** What the action with this id answered before, in the file as it stands open now. */
  earlier(): unknown;
};

/** Work given up because the person asked for it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export type KindOf<Name extends ProcedureName> = Api[Name]['kind'];
export type NamesOfKind<Kind extends string> = {
  [Name in ProcedureName]: Api[Name]['kind'] extends Kind ? Name : never;
}[ProcedureName];

type Answer<Name extends ProcedureName> = Output<Name> | Refused<Api[Name]['refusals'][number]>;
type LongAnswer<Name extends ProcedureName> =
  | Output<Name>
  | Refused<Api[Name]['refusals'][number] | 'cancelled' | 'cannot-write'>;

export type Handler<Name extends ProcedureName, Context, Result = Answer<Name>> = (
  context: Context,
  input: ParsedInput<Name>,
) => Result;
export type ReadHandler<Name extends ProcedureName> = Handler<Name, NotedReadContext>;
export type ActionHandler<Name extends ProcedureName> = Handler<Name, ActionContext>;
export type SessionHandler<Name extends ProcedureName> = Handler<
  Name,
  SessionContext,
  Answer<Name> | Promise<Answer<Name>>
>;
export type JotHandler<Name extends ProcedureName> = Handler<Name, JotContext>;
export type LongActionHandler<Name extends ProcedureName> = Handler<Name, LongContext, Promise<LongAnswer<Name>>>;
export type LongReadHandler<Name extends ProcedureName> = Handler<
  Name,
  LongReadContext,
  LongAnswer<Name> | Promise<LongAnswer<Name>>
>;
/** Jots down what a long read came to, and may say more of it. */
export type LongReadNote<Name extends ProcedureName> = (
  context: JotContext,
  input: ParsedInput<Name>,
  result: Output<Name>,
) => Output<Name>;
type KeepingAnswer<Name extends ProcedureName> =
  | Output<Name>
  | Refused<Api[Name]['refusals'][number] | 'cancelled' | 'cannot-write' | 'clock-doubtful' | 'id-used'>;
export type KeepingHandler<Name extends ProcedureName> = Handler<
  Name,
  KeepingContext,
  KeepingAnswer<Name> | Promise<KeepingAnswer<Name>>
>;

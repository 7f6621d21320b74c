import type { Settings } from '../contract/api/settings.ts';
import type { Api, Output, ParsedInput, ProcedureName, Progress } from '../contract/api.ts';
import type { Day, Instant } from '../contract/values/days.ts';
import type { Connection } from '../db/open.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import type { Refused } from './refused.ts';

/** What every procedure gets: nothing else of the world outside. */
export type ReadContext = {
  readonly store: ReadStore;
  readonly settings: Settings;
  readonly now: Instant;
  /** The business day of `now` in the shop's time zone. */
  readonly today: Day;
  readonly folder: string;
};

export type JotContext = ReadContext & { readonly store: WriteStore };

/** An action also knows who does it; its facts all belong to one event. */
export type ActionContext = JotContext & { readonly person: string };

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
  Doing & { readonly connection: Connection; readonly throwIfCancelled: () => void };

/** Work given up because the person asked for it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

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
export type ReadHandler<Name extends ProcedureName> = Handler<Name, ReadContext>;
export type ActionHandler<Name extends ProcedureName> = Handler<Name, ActionContext>;
export type JotHandler<Name extends ProcedureName> = Handler<Name, JotContext>;
export type LongActionHandler<Name extends ProcedureName> = Handler<Name, LongContext, Promise<LongAnswer<Name>>>;
export type LongReadHandler<Name extends ProcedureName> = Handler<
  Name,
  LongReadContext,
  LongAnswer<Name> | Promise<LongAnswer<Name>>
>;

import type { Outcome, Output, ProcedureName } from '../contract/api.ts';
import { api } from '../contract/api.ts';
import type { Refusal } from '../contract/refusals.ts';
import { pinRefusals } from '../contract/values/permissions.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import { actionRunner, firstResult } from './action.ts';
import { cannotWrite } from './cannot-write.ts';
import type { ActionEvent, Doing, HealthNotes, KindOf, NamesOfKind } from './context.ts';
import { actionHandlers, jotHandlers, longActionHandlers, readHandlers, sessionHandlers } from './handlers.ts';
import { longReadNotes } from './long-read-notes.ts';
import { contextOf } from './read-context.ts';
import type { LongReader } from './reader.ts';
import { Refused } from './refused.ts';
import { pass } from './staff/gate.ts';
import type { Actor, DeskSession } from './staff/session.ts';

export type Desk = {
  readonly writer: WriteStore;
  readonly reader: ReadStore;
  readonly longReader: LongReader;
  readonly folder: string;
  /** Who is at the desk. */
  readonly session: DeskSession;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What the shop knows about itself beside its file. */
  readonly notes: HealthNotes;
  /** Told after every committed action. */
  readonly onChanged: (by: ProcedureName) => void;
};

export type AnyOutcome = Outcome<ProcedureName>;
/** Handlers are looked up by name; the tables in `handlers.ts` prove that each fits its procedure. */
type AnyHandler = (context: unknown, input: unknown) => unknown;

/** A call whose input has been parsed; one that writes has an id, its caller's or one that nobody can repeat. */
export type ParsedCall = {
  readonly name: ProcedureName;
  readonly input: unknown;
  readonly action?: { readonly actionId: string; readonly inputSha256: string };
};

/** Answers a parsed call the way its kind says. What the disk would not take is a refusal; bugs throw. */
export type DeskAnswerer = (call: ParsedCall, doing: Doing) => Promise<AnyOutcome>;

export function createAnswerer(desk: Desk): DeskAnswerer {
  return async (call, doing) => {
    const turnedDown = (refused: Refused): AnyOutcome => {
      forgetUnlessAsked(desk, call.name, refused);
      return asOutcome(refused);
    };
    try {
      const actor = pass(desk.session, desk.reader, call.name);
      if (actor instanceof Refused) return asOutcome(actor);
      const result = await run(desk, { ...call, doing, actor });
      if (result instanceof Refused) return turnedDown(result);
      settleSession(desk, { name: call.name, actor }, result);
      return { ok: result } as AnyOutcome;
    } catch (error) {
      const unwritten = cannotWrite(error, desk.folder);
      if (unwritten) return turnedDown(unwritten);
      throw error;
    }
  };
}

/** What was given for an action is used up by it; whoever adds the first person is that person from then on. */
function settleSession(
  { session, onChanged }: Desk,
  { name, actor }: Pick<Call, 'name' | 'actor'>,
  result: unknown,
): void {
  const { kind } = api[name];
  if (kind === 'session' && name !== 'staff.now') onChanged(name);
  if (!kind.endsWith('action')) return;
  session.forgetGiven();
  if (name === 'staff.add' && !actor.manned) session.signIn((result as Output<'staff.add'>).name);
}

/** Who agreed to an action that is refused for another reason than a PIN helps against has not agreed to what is tried next. */
function forgetUnlessAsked({ session }: Desk, name: ProcedureName, { code }: Refused): void {
  if (api[name].kind.endsWith('action') && !pinRefusals.includes(code)) session.forgetVouched();
}

export function asOutcome({ code, data }: Refused): AnyOutcome {
  return { refused: { code, data } as Refusal } as AnyOutcome;
}

type Call = ParsedCall & { readonly doing: Doing; readonly actor: Actor };

function run(desk: Desk, call: Call): unknown {
  const { name, input, actor } = call;
  const { person } = actor;
  const kind: KindOf<ProcedureName> = api[name].kind;
  switch (kind) {
    case 'read':
      return (readHandlers[name as NamesOfKind<'read'>] as AnyHandler)(
        { ...contextOf(desk, desk.reader), person, notes: desk.notes },
        input,
      );
    case 'jot':
      return (jotHandlers[name as NamesOfKind<'jot'>] as AnyHandler)(
        { ...contextOf(desk, desk.writer), person },
        input,
      );
    case 'long-read':
      return runLongRead(desk, call);
    case 'action':
      return runAction(desk, call);
    case 'long-action':
      return runLongAction(desk, call);
    case 'session': {
      const context = { ...contextOf(desk, desk.writer), person, actor, session: desk.session };
      return (sessionHandlers[name as NamesOfKind<'session'>] as AnyHandler)(context, input);
    }
    case 'keeping':
      throw new Error(`${name} is about the file as a whole, and not for the open shop`);
  }
}

async function runLongRead(desk: Desk, call: Call): Promise<unknown> {
  const name = call.name as NamesOfKind<'long-read'>;
  const { person } = call.actor;
  const result = await desk.longReader.run({ name, input: call.input }, call.doing);
  const note = longReadNotes[name] as ((...noted: unknown[]) => unknown) | undefined;
  if (!note || result instanceof Refused) return result;
  return note({ ...contextOf(desk, desk.writer), person }, call.input, result);
}

function runAction(desk: Desk, { name, input, action, actor }: Call): unknown {
  const handler = actionHandlers[name as NamesOfKind<'action'>] as AnyHandler;
  return actionRunner(desk, { name, actor })(eventOf(name, action), (context) => handler(context, input));
}

function runLongAction(desk: Desk, { name, input, action, doing, actor }: Call): unknown {
  const event = eventOf(name, action);
  const again = firstResult(desk.writer, event);
  if (again !== undefined) return again;
  const { inputSha256 } = event;
  const { person } = actor;
  const runAction = actionRunner(desk, { name, actor });
  const context = { ...contextOf(desk, desk.reader), ...doing, person, runAction, inputSha256 };
  return (longActionHandlers[name as NamesOfKind<'long-action'>] as AnyHandler)(context, input);
}

function eventOf(kind: ProcedureName, action: ParsedCall['action']): ActionEvent {
  if (!action) throw new Error(`${kind} was called without an id`);
  return { ...action, kind };
}

import { randomUUID } from 'node:crypto';
import { type Api, api, isProcedureName, type Outcome, type ProcedureName } from '../contract/api.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Answerer } from '../contract/wire.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import { cannotWrite } from './cannot-write.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import type { ActionContext, ActionEvent, Doing, NamesOfKind, RunAction } from './context.ts';
import { actionHandlers, jotHandlers, longActionHandlers, readHandlers } from './handlers.ts';
import { misfits } from './misfits.ts';
import { contextOf } from './read-context.ts';
import type { LongReader } from './reader.ts';
import { Refused, refuse } from './refused.ts';

export type Desk = {
  readonly writer: WriteStore;
  readonly reader: ReadStore;
  readonly longReader: LongReader;
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told after every committed action. */
  readonly onChanged: (by: ProcedureName) => void;
};

type AnyOutcome = Outcome<ProcedureName>;
/** Handlers are looked up by name; the tables in `handlers.ts` prove that each fits its procedure. */
type AnyHandler = (context: unknown, input: unknown) => unknown;

/** Answers calls: parses every input on arrival, then runs it the way its kind says. */
export function createAnswerer(desk: Desk): Answerer {
  return async ({ name, input }, doing) => {
    if (!isProcedureName(name)) return { invalid: [{ path: 'name', message: `no procedure ${name}` }] };
    const parsed = api[name].input.safeParse(input);
    if (!parsed.success) return { invalid: misfits(parsed.error, contextOf(desk, desk.reader).settings.locale) };
    try {
      const result = await run(desk, { name, input: parsed.data, doing });
      return result instanceof Refused ? asOutcome(result) : ({ ok: result } as AnyOutcome);
    } catch (error) {
      const unwritten = cannotWrite(error, desk.folder);
      if (unwritten) return asOutcome(unwritten);
      throw error;
    }
  };
}

function asOutcome({ code, data }: Refused): AnyOutcome {
  return { refused: { code, data } as Refusal } as AnyOutcome;
}

type Call = { readonly name: ProcedureName; readonly input: unknown; readonly doing: Doing };

function run(desk: Desk, call: Call): unknown {
  const { name, input, doing } = call;
  switch (api[name].kind) {
    case 'read':
      return (readHandlers[name as NamesOfKind<'read'>] as AnyHandler)(contextOf(desk, desk.reader), input);
    case 'jot':
      return (jotHandlers[name as NamesOfKind<'jot'>] as AnyHandler)(contextOf(desk, desk.writer), input);
    case 'long-read':
      return desk.longReader.run({ name: name as NamesOfKind<'long-read'>, input }, doing);
    case 'action':
      return runAction(desk, name as NamesOfKind<'action'>, input);
    case 'long-action': {
      const { actionId, inputSha256 } = identify(name, input);
      const again = firstResult(desk.writer, { actionId, kind: name, inputSha256 });
      if (again !== undefined) return again;
      const context = { ...contextOf(desk, desk.reader), ...doing, runAction: actionRunner(desk, name), inputSha256 };
      return (longActionHandlers[name as NamesOfKind<'long-action'>] as AnyHandler)(context, input);
    }
  }
}

function runAction(desk: Desk, name: NamesOfKind<'action'>, input: unknown): unknown {
  const event = { ...identify(name, input), kind: name };
  const handler = actionHandlers[name] as AnyHandler;
  return actionRunner(desk, name)(event, (context) => handler(context, input));
}

/** The caller's id and what it was sent with; an action without an id of its own gets one that nobody can repeat. */
function identify(name: keyof Api, input: unknown): { actionId: string; inputSha256: string } {
  const { id, ...content } = input as { id?: string };
  return { actionId: id ?? randomUUID(), inputSha256: sha256(`${name}\n${canonicalJson(content)}`) };
}

/** What an action answered the first time; refused when the id was used for something else (DESIGN §6 rule 12). */
function firstResult({ desk }: WriteStore, { actionId, inputSha256 }: ActionEvent): unknown {
  const earlier = desk.eventOfAction(actionId);
  if (!earlier) return undefined;
  return earlier.inputSha256 === inputSha256 ? JSON.parse(earlier.result) : refuse('id-used', { id: actionId });
}

/** One action = one transaction = one event at the end of the chain. Refusals and bugs leave no trace. */
function actionRunner(desk: Desk, name: ProcedureName): RunAction {
  return <T>({ at, ...event }: ActionEvent, work: (context: ActionContext) => T | Refused): T | Refused => {
    const { writer } = desk;
    let isNew = true;
    const result = writer.transaction<T | Refused>(
      () => {
        const again = firstResult(writer, event);
        if (again !== undefined) {
          isNew = false;
          return again as T | Refused;
        }
        writer.facts.begin();
        const clock = at === undefined ? desk.clock : () => Date.parse(at);
        const context: ActionContext = { ...contextOf({ clock, folder: desk.folder }, writer), person: 'owner' };
        const done = work(context);
        if (!(done instanceof Refused))
          writer.facts.seal({
            ...event,
            at: context.now,
            day: context.today,
            person: context.person,
            result: JSON.stringify(done),
          });
        return done;
      },
      (done) => !(done instanceof Refused),
    );
    if (isNew && !(result instanceof Refused)) desk.onChanged(name);
    return result;
  };
}

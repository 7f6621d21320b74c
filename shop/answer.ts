import { api, isProcedureName, type Outcome, type ProcedureName } from '../contract/api.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Answerer } from '../contract/wire.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import { actionRunner, firstResult, identify } from './action.ts';
import { cannotWrite } from './cannot-write.ts';
import type { Doing, NamesOfKind } from './context.ts';
import { actionHandlers, jotHandlers, longActionHandlers, readHandlers } from './handlers.ts';
import { misfits } from './misfits.ts';
import { contextOf } from './read-context.ts';
import type { LongReader } from './reader.ts';
import { Refused } from './refused.ts';

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

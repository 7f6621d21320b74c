import { type AnyOutcome, asOutcome, type ParsedCall } from './answer.ts';
import { cannotWrite } from './cannot-write.ts';
import { Cancelled, type KeepingContext, type KeepingHandler, type NamesOfKind } from './context.ts';
import { Refused, refuse } from './refused.ts';

/** Care of the whole file, open or not. */
const keepingHandlers: { readonly [Name in NamesOfKind<'keeping'>]: KeepingHandler<Name> } = {};

type AnyHandler = (context: KeepingContext, input: unknown) => unknown;

export async function runKeeping({ name, input }: ParsedCall, context: KeepingContext): Promise<AnyOutcome> {
  try {
    const result = await (keepingHandlers[name as NamesOfKind<'keeping'>] as AnyHandler)(context, input);
    return result instanceof Refused ? asOutcome(result) : ({ ok: result } as AnyOutcome);
  } catch (error) {
    const expected = error instanceof Cancelled ? refuse('cancelled', {}) : cannotWrite(error, context.folder);
    if (expected) return asOutcome(expected);
    throw error;
  }
}

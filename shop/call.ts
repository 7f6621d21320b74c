import { api, isProcedureName, type Misfit } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';
import { identify } from './action.ts';
import type { ParsedCall } from './answer.ts';
import { misfits } from './misfits.ts';

export type ArrivedCall = { readonly name: string; readonly input: unknown };

/** Procedures that write name the action they are, so that what became of it can be looked up. */
const writingKinds: readonly string[] = ['action', 'long-action', 'keeping'];

/** Parses what arrived, whoever sent it: every field is looked at before anything is done with it. */
export function parseCall({ name, input }: ArrivedCall, locale: () => Locale): ParsedCall | { invalid: Misfit[] } {
  if (!isProcedureName(name)) return { invalid: [{ path: 'name', message: `no procedure ${name}` }] };
  const parsed = api[name].input.safeParse(input);
  if (!parsed.success) return { invalid: misfits(parsed.error, locale()) };
  const writes = writingKinds.includes(api[name].kind);
  return { name, input: parsed.data, ...(writes && { action: identify(name, parsed.data) }) };
}

import { z } from 'zod';
import { api } from '../contract/api.ts';
import type { Procedure } from '../contract/procedure.ts';
import { commonRefusals } from '../contract/refusals.ts';
import { leastRole } from '../contract/values/permissions.ts';

/** Rules that only code can check (a real day, a known time zone) are left out of the schemas; the shop still checks them. */
function schema(type: z.ZodType, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(type, { io, unrepresentable: 'any' });
}

/** Every procedure, as a program that wants to call it needs to know it. */
export function listProcedures(): unknown[] {
  return Object.entries<Procedure>(api).map(([name, { about, kind, needs, input, output, refusals }]) => ({
    name,
    about,
    kind,
    role: leastRole(needs),
    needs,
    input: schema(input, 'input'),
    output: schema(output, 'output'),
    refusals: [...refusals, ...commonRefusals],
  }));
}

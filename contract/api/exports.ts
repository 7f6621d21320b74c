import { z } from 'zod';
import { procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { pathSchema } from '../values/paths.ts';

export const listKinds = ['products', 'customers', 'suppliers', 'sales', 'stock'] as const;
export type ListKind = (typeof listKinds)[number];

export const exportsApi = {
  'exports.write': procedure({
    about:
      'Writes a list as CSV with headings in the fields of the imports: what is written here is read back to equal rows. Sales may be those of some days.',
    kind: 'long-read',
    needs: 'figures',
    input: z.object({
      kind: z.enum(listKinds),
      /** The folder; `exports/` of the shop when left out. */
      to: pathSchema.optional(),
      from: daySchema.optional(),
      until: daySchema.optional(),
    }),
    output: z.object({ path: z.string(), rows: z.int(), sha256: z.string() }),
    refusals: ['folder-not-writable'],
  }),
};

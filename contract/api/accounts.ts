import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { pathSchema } from '../values/paths.ts';
import { accountRoleSchema } from '../values/words.ts';

const chartAccountSchema = z.object({ code: z.string(), name: z.string() });

/** How an account of ours stands in the accountant’s chart. */
export const accountStandings = ['ok', 'no-such-code', 'name-differs', 'has-subaccounts'] as const;

/** Why a row of a chart was not taken. */
const chartRowTroubles = [
  'code-empty',
  'name-empty',
  'code-twice',
  'too-long',
  'digits-lost',
  'text-damaged',
  'formula-without-value',
] as const;

export const accountsApi = {
  'accounts.readChart': procedure({
    about:
      'Reads the accountant’s own chart of accounts (CSV or XLSX: code and name; the columns are guessed unless named) and keeps it to check ours against. It takes the place of the one before.',
    kind: 'long-action',
    needs: 'books',
    input: z.object({
      id: actionIdSchema,
      path: pathSchema,
      codeColumn: z.string().max(200).optional(),
      nameColumn: z.string().max(200).optional(),
    }),
    output: z.object({
      codeColumn: z.string(),
      nameColumn: z.string(),
      rowsRead: z.int(),
      rowsStored: z.int(),
      rowsRefused: z.int(),
      refused: z.array(
        z.object({ row: z.int().describe('Counts from 1 at the first row of data.'), why: z.enum(chartRowTroubles) }),
      ),
    }),
    refusals: ['no-such-file', 'file-not-readable', 'not-a-chart'],
  }),
  'accounts.chart': procedure({
    about: 'The accountant’s own chart as it was read, by code.',
    kind: 'read',
    needs: 'figures',
    input: z.object({}),
    output: z.object({ items: z.array(chartAccountSchema) }),
    refusals: [],
  }),
  'accounts.check': procedure({
    about:
      'Each account this program posts to beside the accountant’s chart: whether the code is there under that name and has no accounts below it, and what it could be instead.',
    kind: 'read',
    needs: 'figures',
    input: z.object({}),
    output: z.object({
      /** Whether there is a chart to check against. */
      known: z.boolean(),
      items: z.array(
        z.object({
          role: accountRoleSchema,
          code: z.string(),
          name: z.string(),
          /** What it is in the shop’s chart unless the shop says otherwise. */
          preset: chartAccountSchema,
          /** Absent where there is no chart. */
          standing: z.enum(accountStandings).optional(),
          theirName: z.string().optional(),
          suggestions: z.array(chartAccountSchema),
        }),
      ),
    }),
    refusals: [],
  }),
};

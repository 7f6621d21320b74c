import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { monthSchema } from '../values/days.ts';
import { centsSchema, unsignedCentsSchema } from '../values/money.ts';
import { pathSchema } from '../values/paths.ts';
import { tenderSchema } from '../values/words.ts';

export const controlsSchema = z.object({
  /** Returns opened here in the month. */
  returns: z.int(),
  unitsReturned: z.number(),
  creditedCents: centsSchema,
  /** In money and as store credit; what was paid in goods stands apart. */
  paidOutCents: z.record(tenderSchema, centsSchema),
  exchangedCents: centsSchema,
  /** Kept beside the goods, and given back: delivery charges and freight. */
  feeCents: centsSchema,
  deliveryCents: centsSchema,
  storeCreditIssuedCents: centsSchema,
  /** Used, and expired or voided. */
  storeCreditUsedCents: centsSchema,
  storeCreditLapsedCents: centsSchema,
  debitCents: unsignedCentsSchema,
  creditCents: unsignedCentsSchema,
  /** At the end of the month: at cost; not paid out yet; on store credits; what suppliers still have to pay of the cost. */
  stockValueCents: centsSchema,
  owedCents: centsSchema,
  storeCreditCents: centsSchema,
  supplierClaimsCents: centsSchema,
  /** Over (above zero) or short when the drawer was counted. */
  drawerDifferenceCents: centsSchema,
  /** Fingerprint of the month's last event (or of the last before it). */
  head: z.string(),
});
export type Controls = z.infer<typeof controlsSchema>;

export const monthProblemCodes = [
  'controls-differ',
  'unpaid-credit',
  'unsettled-returns',
  'uncounted-parcels',
  'open-stocktakes',
  'unknown-cost',
  'odd-values',
  'accounts-differ',
  'drawer-not-counted',
  'wallet-not-tied',
] as const;
/** What keeps a month from being closed; the others are only told. */
export const blockingMonthProblems: readonly MonthProblem['code'][] = ['controls-differ', 'unpaid-credit'];
export const monthProblemSchema = z.object({
  code: z.enum(monthProblemCodes),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MonthProblem = z.infer<typeof monthProblemSchema>;

/** Two books that must agree on one figure: amounts in the smallest unit, quantities in thousandths. */
const tieSchema = z.object({ what: z.string(), left: z.int(), right: z.int() });

export const exportFormats = [
  'csv',
  'hledger',
  'xero',
  'quickbooks',
  'voucher-cn',
  'kingdee-kis',
  'jdy',
  'yonyou',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

const fileSchema = z.object({ path: z.string(), rows: z.int(), sha256: z.string() });

export const monthsApi = {
  'months.list': procedure({
    about: 'Every month in which something was posted, newest first.',
    kind: 'read',
    needs: 'figures',
    input: z.object({}),
    output: z.object({
      months: z.array(
        z.object({ month: monthSchema, returns: z.int(), creditedCents: centsSchema, closed: z.boolean() }),
      ),
    }),
    refusals: [],
  }),
  'months.preview': procedure({
    about: 'The month’s control totals, and what should be settled before it goes to the accountant.',
    kind: 'long-read',
    needs: 'figures',
    input: z.object({ month: monthSchema }),
    output: z.object({
      month: monthSchema,
      closed: z.boolean(),
      closedAt: z.string().optional().describe('Since when it is closed.'),
      problems: z.array(monthProblemSchema),
      controls: controlsSchema,
      ties: z.array(tieSchema),
    }),
    refusals: [],
  }),
  'months.export': procedure({
    about:
      'Writes the month’s files into a folder, with control totals and fingerprints. The same month gives the same bytes.',
    kind: 'long-read',
    needs: 'books',
    input: z.object({
      month: monthSchema,
      format: z.enum(exportFormats),
      to: pathSchema,
      zip: z.boolean().optional().describe('Writes all files into one zip beside them as well.'),
    }),
    output: z.object({
      files: z.array(fileSchema),
      zip: fileSchema.optional(),
      /** Names all files with their fingerprints: its own is that of the whole pack. */
      manifest: z.object({ path: z.string(), sha256: z.string() }),
      controls: controlsSchema,
      /** Whether the last pack of this month in this format was the same. */
      sinceLast: z.enum(['first', 'same', 'changed']).optional(),
    }),
    refusals: ['folder-not-writable', 'accounts-not-mapped', 'voucher-columns-missing'],
  }),
  'months.packs': procedure({
    about: 'The packs that were written for the accountant, newest first, with the fingerprints they had.',
    kind: 'read',
    needs: 'figures',
    input: z.object({ month: monthSchema.optional(), limit: z.int().min(1).max(1000).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          packId: z.int(),
          month: monthSchema,
          format: z.enum(exportFormats),
          folder: z.string(),
          files: z.array(z.object({ name: z.string(), rows: z.int(), sha256: z.string() })),
          manifestSha256: z.string(),
          head: z.string(),
          at: z.string(),
          person: z.string(),
        }),
      ),
    }),
    refusals: [],
  }),
  'months.close': procedure({
    about: 'Locks a month that is over: nothing is written into it any more.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, month: monthSchema }),
    output: z.object({ month: monthSchema, closedAt: z.string(), head: z.string() }),
    refusals: ['month-closed', 'month-not-over', 'month-has-problems'],
  }),
};

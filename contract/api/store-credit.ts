import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema, positiveAmountSchema, unsignedCentsSchema } from '../values/money.ts';
import { customerSchema } from './sales.ts';

const codeSchema = z.string().trim().min(1).max(64);

const creditShape = {
  /** Thirteen characters without look-alikes, the last one a check. */
  code: z.string(),
  /** `expired`: past its last day with something on it. `spent`: nothing on it. */
  standing: z.enum(['standing', 'expired', 'spent']),
  balanceCents: unsignedCentsSchema,
  issuedCents: unsignedCentsSchema,
  day: daySchema,
  /** The last day it can be used; absent when it never expires. */
  expiresOn: daySchema.optional(),
  customerId: z.int().optional(),
  customer: customerSchema.optional(),
};
export const storeCreditSchema = z.object(creditShape);
export type StoreCredit = z.infer<typeof storeCreditSchema>;

const whole = z.object({
  ...creditShape,
  /** Oldest first. */
  events: z.array(
    z.object({
      kind: z.enum(['issued', 'used', 'expired', 'voided']),
      /** Above zero when it was issued, below when it was used, expired or voided. */
      cents: centsSchema,
      document: z.string(),
      sale: z.object({ saleId: z.int(), number: z.string() }).optional(),
      return: z.object({ returnId: z.int(), number: z.string() }).optional(),
      day: daySchema,
      at: z.string(),
      person: z.string(),
      note: z.string().optional(),
    }),
  ),
});

export const storeCreditApi = {
  'storeCredit.get': procedure({
    about:
      'One store credit with everything that happened to it. Spaces, dashes and small letters in the code do not matter.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ code: codeSchema }),
    output: whole,
    refusals: ['no-such-credit'],
  }),
  'storeCredit.list': procedure({
    about: 'Store credits, the newest first, and what the shop owes on them.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      standing: creditShape.standing.optional(),
      customerId: z.int().optional(),
      limit: z.int().min(1).max(1000).optional(),
    }),
    output: z.object({
      items: z.array(storeCreditSchema),
      /** Over all credits, whatever was asked for. */
      owedCents: unsignedCentsSchema,
      expiredCents: unsignedCentsSchema,
    }),
    refusals: [],
  }),
  'storeCredit.use': procedure({
    about: 'Takes an amount off a store credit for a sale that is booked elsewhere.',
    kind: 'action',
    needs: 'sales',
    input: z.object({
      id: actionIdSchema,
      code: codeSchema,
      amountCents: positiveAmountSchema,
      note: z.string().trim().max(1000).optional(),
    }),
    output: z.object({ number: z.string(), credit: whole }),
    refusals: ['no-such-credit', 'credit-expired', 'over-credit-balance', 'month-closed'],
  }),
  'storeCredit.expire': procedure({
    about: 'Books what is left on store credits past their last day as income: those named, or all.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, codes: z.array(codeSchema).min(1).max(1000).optional() }),
    output: z.object({ number: z.string().optional(), codes: z.array(z.string()), totalCents: unsignedCentsSchema }),
    refusals: ['no-such-credit', 'credit-not-expired', 'credit-empty', 'month-closed'],
  }),
  'storeCredit.void': procedure({
    about: 'Takes what is left off a store credit for good, as income.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, code: codeSchema, why: z.string().trim().min(1).max(1000) }),
    output: z.object({ number: z.string(), credit: whole }),
    refusals: ['no-such-credit', 'credit-empty', 'month-closed'],
  }),
};

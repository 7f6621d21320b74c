import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { centsSchema, positiveAmountSchema, unsignedCentsSchema } from '../values/money.ts';
import { tenderSchema } from '../values/words.ts';
import { returnSchema } from './return-shape.ts';

export const payoutInputSchema = z.object({
  tender: tenderSchema,
  amountCents: positiveAmountSchema,
  reference: z.string().trim().max(100).optional(),
});
export type PayoutInput = z.infer<typeof payoutInputSchema>;

export const quoteSchema = z.object({
  lines: z.array(
    z.object({
      returnLineId: z.int(),
      quantity: z.number(),
      /** Without tax. */
      goodsCents: centsSchema,
      taxCents: centsSchema,
      feeCents: unsignedCentsSchema,
    }),
  ),
  deliveryCents: centsSchema,
  /** Credited before and not paid out, because a payout was voided. */
  unpaidCents: unsignedCentsSchema,
  /** Everything that is to be paid now. */
  totalCents: centsSchema,
  /** How it may be paid, in the order it should be; each up to its limit. */
  tenders: z.array(z.object({ tender: tenderSchema, maxCents: unsignedCentsSchema })),
});
export type Quote = z.infer<typeof quoteSchema>;

const takeBackInput = z.object({
  id: actionIdSchema,
  payoutNumber: z.string().min(1).max(64),
  why: z.string().trim().min(1).max(1000),
});

export const refundsApi = {
  'refunds.quote': procedure({
    about: 'What is to be refunded now for everything inspected and not yet credited, and through which tenders.',
    kind: 'read',
    role: 'anyone',
    input: z.object({ returnId: z.int() }),
    output: quoteSchema,
    refusals: ['no-such-return'],
  }),
  'refunds.record': procedure({
    about: 'Credits everything inspected and pays it out; the payouts add up to the quote.',
    kind: 'action',
    role: 'cashier',
    input: z.object({ id: actionIdSchema, returnId: z.int(), payouts: z.array(payoutInputSchema).max(10) }),
    output: z.object({
      creditNote: z.string(),
      payoutNumbers: z.array(z.string()),
      totalCents: centsSchema,
      return: returnSchema,
    }),
    refusals: [
      'no-such-return',
      'wrong-stage',
      'needs-approval',
      'not-received',
      'not-inspected',
      'nothing-to-refund',
      'over-paid-amount',
      'under-paid-amount',
      'over-tender',
      'month-closed',
    ],
  }),
  'refunds.void': procedure({
    about: 'Voids a payout of the same day by a counter-document; the amount is owed again.',
    kind: 'action',
    role: 'cashier',
    input: takeBackInput,
    output: z.object({ number: z.string() }),
    refusals: ['no-such-payout', 'already-voided', 'void-other-day', 'wrong-stage', 'month-closed'],
  }),
  'refunds.correct': procedure({
    about:
      'Takes back a payout of an earlier day that was wrong, by a counter-document of today that names it; the amount is owed again.',
    kind: 'action',
    role: 'owner',
    input: takeBackInput,
    output: z.object({ number: z.string() }),
    refusals: ['no-such-payout', 'already-voided', 'correct-same-day', 'wrong-stage', 'month-closed'],
  }),
};

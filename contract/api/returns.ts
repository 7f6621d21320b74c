import { z } from 'zod';
import { procedure } from '../procedure.ts';
import { amountSchema, centsSchema, unsignedCentsSchema } from '../values/money.ts';
import { channelSchema, extraKindSchema, stageSchema, tenderSchema, wantSchema } from '../values/words.ts';
import { arrivalsApi } from './arrivals.ts';
import { gradingSchema } from './inspection.ts';
import { judgedShape, newValueSchema, noteSchema, openLineSchema, openRefusals, openShape } from './return-input.ts';
import { returnReadsApi } from './return-reads.ts';
import { returnSchema, verdictSchema } from './return-shape.ts';
import { returnStepsApi } from './return-steps.ts';
import { customerSchema } from './sales.ts';
import {
  exchangeLineSchema,
  exchangeQuoteSchema,
  newExtraInputSchema,
  payoutInputSchema,
  settledShape,
  settlementRefusals,
  settlementShape,
} from './settlement-shape.ts';

export const returnsApi = {
  'returns.open': procedure({
    about:
      'Opens a return: lines of one sale, or items without a sale (those go to review). Gives the verdict of the policy; “accept” approves it at once. Serial numbers may still be unknown: they are needed when the goods are received.',
    kind: 'action',
    needs: 'returns',
    input: z.object({ ...openShape, lines: z.array(openLineSchema).min(1).max(200) }),
    output: z.object({
      returnId: z.int(),
      number: z.string(),
      stage: stageSchema,
      verdict: verdictSchema,
      lines: z.array(z.object({ returnLineId: z.int(), sku: z.string(), quantity: z.number() })),
    }),
    refusals: [...openRefusals],
  }),
  'returns.judge': procedure({
    about: 'What the policy would say of a return, and what it would give back, before it is opened. Writes nothing.',
    kind: 'read',
    needs: 'returns',
    input: z.object({
      ...judgedShape,
      channel: channelSchema.optional(),
      customer: customerSchema.or(z.string().max(120)).optional(),
      lines: z.array(openLineSchema).min(1).max(200),
      /** What is paid by the customer for the way back. */
      freightCents: amountSchema.optional(),
      want: wantSchema.optional(),
      /** What a person gives for lines without a receipt. */
      values: z.array(newValueSchema).max(200).optional(),
      /** In place of what is proposed. */
      extras: z.array(newExtraInputSchema).max(100).optional(),
      /** Goods taken in exchange: what they cost and who pays the difference. */
      exchange: z.array(exchangeLineSchema).max(100).optional(),
    }),
    output: z.object({
      verdict: verdictSchema,
      lines: z.array(z.object({ saleLineId: z.int().optional(), goodsCents: centsSchema, taxCents: centsSchema })),
      /** What the policy proposes beside the goods; “line” counts from 1. */
      extras: z.array(
        z.object({
          kind: extraKindSchema,
          line: z.int().optional(),
          cents: unsignedCentsSchema,
          taxCents: unsignedCentsSchema,
        }),
      ),
      /** With the extras. */
      totalCents: centsSchema,
      tenders: z.array(z.object({ tender: tenderSchema, maxCents: unsignedCentsSchema })),
      noReceipt: z.boolean(),
      exchange: exchangeQuoteSchema.optional(),
    }),
    refusals: [...openRefusals, 'over-fee', 'over-delivery', 'extra-needs-note'],
  }),
  'returns.counter': procedure({
    about:
      'A whole counter return in one action: opened, approved, received, graded and refunded, or nothing of it. `approve` is the person’s own yes when the policy asks for review or says no, with what is given for lines without a receipt.',
    kind: 'action',
    needs: 'payouts',
    input: z.object({
      ...openShape,
      approve: z
        .object({ note: noteSchema.optional(), values: z.array(newValueSchema).max(200).optional() })
        .optional(),
      lines: z
        .array(openLineSchema.extend({ gradings: z.array(gradingSchema).min(1).max(20) }))
        .min(1)
        .max(200),
      /** In place of what `returns.judge` proposes; one that differs needs a note. */
      extras: z.array(newExtraInputSchema).max(100).optional(),
      payouts: z.array(payoutInputSchema).max(10),
      ...settlementShape,
    }),
    output: z.object({ creditNote: z.string().optional(), ...settledShape, return: returnSchema }),
    refusals: [
      ...openRefusals,
      'serial-needed',
      'needs-approval',
      'approval-needs-note',
      'other-person-needed',
      'no-such-return-line',
      'line-has-sale',
      'line-has-value',
      'over-received-quantity',
      'over-value',
      'check-needs-note',
      'name-used',
      ...settlementRefusals,
      'not-inspected',
    ],
  }),
  ...returnStepsApi,
  ...arrivalsApi,
  ...returnReadsApi,
};

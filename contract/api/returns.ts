import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { centsSchema, unsignedCentsSchema } from '../values/money.ts';
import { channelSchema, stageSchema, tenderSchema } from '../values/words.ts';
import { arrivalsApi } from './arrivals.ts';
import { payoutInputSchema } from './refunds.ts';
import {
  gradingSchema,
  judgedShape,
  newValueSchema,
  noteSchema,
  openLineSchema,
  openRefusals,
  openShape,
  stepRefusals,
} from './return-input.ts';
import { returnReadsApi } from './return-reads.ts';
import { returnSchema, verdictSchema } from './return-shape.ts';
import { returnStepsApi } from './return-steps.ts';
import { customerSchema } from './sales.ts';

export const returnsApi = {
  'returns.open': procedure({
    about:
      'Opens a return: lines of one sale, or items without a sale (those go to review). Gives the verdict of the policy; “accept” approves it at once. Serial numbers may still be unknown: they are needed when the goods are received.',
    kind: 'action',
    role: 'clerk',
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
    role: 'clerk',
    input: z.object({
      ...judgedShape,
      channel: channelSchema.optional(),
      customer: customerSchema.or(z.string().max(120)).optional(),
      lines: z.array(openLineSchema).min(1).max(200),
    }),
    output: z.object({
      verdict: verdictSchema,
      lines: z.array(z.object({ saleLineId: z.int().optional(), goodsCents: centsSchema, taxCents: centsSchema })),
      totalCents: centsSchema,
      tenders: z.array(z.object({ tender: tenderSchema, maxCents: unsignedCentsSchema })),
    }),
    refusals: [...openRefusals],
  }),
  'returns.counter': procedure({
    about:
      'A whole counter return in one action: opened, approved, received, graded and refunded, or nothing of it. `approve` is the person’s own yes when the policy asks for review or says no, with what is given for lines without a receipt.',
    kind: 'action',
    role: 'clerk',
    input: z.object({
      ...openShape,
      approve: z
        .object({ note: noteSchema.optional(), values: z.array(newValueSchema).max(200).optional() })
        .optional(),
      lines: z
        .array(openLineSchema.extend({ gradings: z.array(gradingSchema).min(1).max(20) }))
        .min(1)
        .max(200),
      payouts: z.array(payoutInputSchema).max(10),
    }),
    output: z.object({
      creditNote: z.string().optional(),
      payoutNumbers: z.array(z.string()),
      totalCents: centsSchema,
      return: returnSchema,
    }),
    refusals: [
      ...openRefusals,
      'serial-needed',
      'needs-approval',
      'no-such-return-line',
      'line-has-sale',
      'line-has-value',
      'over-received-quantity',
      'over-value',
      'over-paid-amount',
      'under-paid-amount',
      'over-tender',
      'not-inspected',
    ],
  }),
  ...returnStepsApi,
  ...arrivalsApi,
  ...returnReadsApi,
};

export const inspectionApi = {
  'inspection.record': procedure({
    about:
      'Grades received units and moves them where they go. `writeDownCents` is the loss of value of the units of that line; scrap loses all of it. Where the cost is unknown the write-down is kept and posted when the cost is set.',
    kind: 'action',
    role: 'inspector',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      lines: z
        .array(gradingSchema.extend({ returnLineId: z.int() }))
        .min(1)
        .max(400),
    }),
    output: returnSchema,
    refusals: [...stepRefusals, 'not-received', 'no-such-return-line', 'over-received-quantity', 'over-value'],
  }),
};

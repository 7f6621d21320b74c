import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema, recordedDaySchema } from '../values/days.ts';
import { amountSchema, centsSchema, unsignedCentsSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import {
  channelSchema,
  dispositionSchema,
  gradeSchema,
  reasonSchema,
  stageSchema,
  tenderSchema,
  wantSchema,
} from '../values/words.ts';
import { payoutInputSchema } from './refunds.ts';
import { returnSchema, verdictSchema } from './return-shape.ts';
import { customerSchema } from './sales.ts';

const noteSchema = z.string().trim().max(1000);
const whySchema = z.string().trim().min(1).max(1000);

const openLineSchema = z.object({
  saleLineId: z.int().optional(),
  sku: z.string().trim().min(1).max(64).optional(),
  quantity: quantitySchema,
  reason: reasonSchema,
  note: noteSchema.optional(),
});

const openShape = {
  id: actionIdSchema,
  saleId: z.int().optional(),
  customer: customerSchema.or(z.string().max(120)).optional(),
  channel: channelSchema,
  want: wantSchema,
  day: recordedDaySchema.optional(),
};

const openRefusals = [
  'no-such-sale',
  'no-such-sale-line',
  'no-such-product',
  'no-such-reason',
  'note-needed',
  'line-needs-item',
  'over-sold-quantity',
  'return-before-sale',
  'day-in-future',
  'month-closed',
] as const;

const gradingSchema = z.object({
  quantity: quantitySchema,
  grade: gradeSchema,
  disposition: dispositionSchema,
  note: noteSchema.optional(),
  writeDownCents: amountSchema.optional(),
});

const stepRefusals = ['no-such-return', 'wrong-stage', 'month-closed'] as const;

export const returnsApi = {
  'returns.open': procedure({
    about:
      'Opens a return: lines of one sale, or items without a sale (those go to review). Gives the verdict of the policy; “accept” approves it at once.',
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
      saleId: z.int().optional(),
      day: recordedDaySchema.optional(),
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
      'A whole counter return in one action: opened, approved, received, graded and refunded, or nothing of it. `approve` is the person’s own yes when the policy asks for review or says no.',
    kind: 'action',
    role: 'clerk',
    input: z.object({
      ...openShape,
      approve: z.object({ note: noteSchema.optional() }).optional(),
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
      'needs-approval',
      'over-received-quantity',
      'over-value',
      'over-paid-amount',
      'under-paid-amount',
      'over-tender',
      'not-inspected',
    ],
  }),
  'returns.approve': procedure({
    about: 'Approves a return that waits for review, or overrides the policy’s no.',
    kind: 'action',
    role: 'cashier',
    input: z.object({ id: actionIdSchema, returnId: z.int(), note: noteSchema.optional() }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
  'returns.reject': procedure({
    about: 'Rejects a return that waits for review; its units can be returned again.',
    kind: 'action',
    role: 'cashier',
    input: z.object({ id: actionIdSchema, returnId: z.int(), why: whySchema }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
  'returns.cancel': procedure({
    about: 'Cancels a return before goods were received; its units can be returned again.',
    kind: 'action',
    role: 'clerk',
    input: z.object({ id: actionIdSchema, returnId: z.int(), why: whySchema }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
  'returns.receive': procedure({
    about: 'Takes goods into the returns area, in full or in part, at the cost they went out at.',
    kind: 'action',
    role: 'clerk',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      lines: z
        .array(z.object({ returnLineId: z.int(), quantity: quantitySchema }))
        .min(1)
        .max(200),
    }),
    output: returnSchema,
    refusals: [...stepRefusals, 'needs-approval', 'no-such-return-line', 'over-requested-quantity'],
  }),
  'returns.close': procedure({
    about: 'Closes a settled return; units that never came can be returned again.',
    kind: 'action',
    role: 'clerk',
    input: z.object({ id: actionIdSchema, returnId: z.int(), note: noteSchema.optional() }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
  'returns.get': procedure({
    about: 'One return with its lines, timeline, credit notes and payouts.',
    kind: 'read',
    role: 'anyone',
    input: z.union([z.object({ returnId: z.int() }), z.object({ number: z.string().min(1).max(64) })]),
    output: returnSchema,
    refusals: ['no-such-return'],
  }),
  'returns.search': procedure({
    about: 'Returns by number, customer, sale number or item; newest first.',
    kind: 'read',
    role: 'anyone',
    input: z.object({
      text: z.string().max(200).optional(),
      stage: stageSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.object({ items: z.array(returnSchema) }),
    refusals: [],
  }),
  'returns.worklist': procedure({
    about:
      'What waits at the desk: every open return with its next step, the most overdue first, and the totals of the home screen.',
    kind: 'read',
    role: 'anyone',
    input: z.object({ limit: z.int().min(1).max(1000).optional() }),
    output: z.object({
      late: z.int(),
      dueToday: z.int(),
      open: z.int(),
      /** Units inspected or credited that nobody has been paid for yet. */
      toPayCents: centsSchema,
      items: z.array(
        z.object({
          returnId: z.int(),
          number: z.string(),
          stage: stageSchema,
          next: z.enum(['review', 'receive', 'inspect', 'refund', 'close']),
          customer: customerSchema.optional(),
          goods: z.string(),
          quantity: z.number(),
          dueAt: z.string().optional(),
          late: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
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

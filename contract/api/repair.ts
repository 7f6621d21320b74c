import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { amountSchema, unsignedCentsSchema } from '../values/money.ts';
import { dispositionSchema, gradeSchema, paidBySchema, wantSchema } from '../values/words.ts';
import { mayHaveTwin, twinInputSchema, twinRule } from './inspection.ts';
import { checkAnswerSchema } from './return-shape.ts';
import { customerSchema } from './sales.ts';

const noteSchema = z.string().trim().max(1000);
export const workKindSchema = z.enum(['part', 'labour', 'outside', 'note']);
export type WorkKind = z.infer<typeof workKindSchema>;

const ticketSchema = z.object({
  ticketId: z.int(),
  number: z.string(),
  returnId: z.int(),
  returnNumber: z.string(),
  returnLineId: z.int(),
  want: wantSchema,
  customer: customerSchema.optional(),
  sku: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  serial: z.string().optional(),
  quantity: z.number(),
  grade: gradeSchema,
  fault: z.string().optional(),
  day: daySchema,
  dueAt: z.string().optional(),
  late: z.boolean(),
  open: z.boolean(),
  /** What its work has cost so far. */
  costCents: unsignedCentsSchema,
  minutes: z.int(),
});

const repairDispositionSchema = dispositionSchema.exclude(['repair']);

export const ticketViewSchema = ticketSchema.extend({
  reason: z.string(),
  note: z.string().optional(),
  checklist: z.array(checkAnswerSchema).optional(),
  /** At cost: its share of what lies on the bench. Absent once it has ended. */
  valueCents: unsignedCentsSchema.optional(),
  /** The units may still go home: nothing was paid for them. */
  mayGoHome: z.boolean(),
  person: z.string(),
  works: z.array(
    z.object({
      kind: workKindSchema,
      what: z.string(),
      minutes: z.int(),
      cents: unsignedCentsSchema,
      paidBy: paidBySchema.optional(),
      /** The number it is posted under. */
      document: z.string().optional(),
      at: z.string(),
      person: z.string(),
    }),
  ),
  outcome: z
    .object({
      mended: z.boolean(),
      grade: gradeSchema,
      disposition: repairDispositionSchema,
      valueCents: unsignedCentsSchema,
      writeDownCents: unsignedCentsSchema,
      twin: z.string().optional(),
      note: z.string().optional(),
      at: z.string(),
      person: z.string(),
    })
    .optional(),
});
export type Ticket = z.infer<typeof ticketViewSchema>;

export const repairApi = {
  'repair.list': procedure({
    about:
      'Repair tickets: with `open: true` those that are not ended, the first due first; else all, the newest first.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      open: z.boolean().optional(),
      returnId: z.int().optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.object({ items: z.array(ticketSchema) }),
    refusals: [],
  }),
  'repair.get': procedure({
    about: 'One ticket with its work and how it ended.',
    kind: 'read',
    needs: 'everyone',
    input: z.union([z.object({ ticketId: z.int() }), z.object({ number: z.string().min(1).max(64) })]),
    output: ticketViewSchema,
    refusals: ['no-such-ticket'],
  }),
  'repair.work': procedure({
    about:
      'Notes work on a ticket: a part, time, work done outside, or a note. What costs something says how it was paid and is posted to repair expense at once.',
    kind: 'action',
    needs: 'inspection',
    input: z
      .object({
        id: actionIdSchema,
        ticketId: z.int(),
        kind: workKindSchema,
        what: z.string().trim().min(1).max(500),
        minutes: z.int().min(0).max(100_000).optional(),
        cents: amountSchema.optional(),
        paidBy: paidBySchema.optional(),
      })
      .refine(({ kind, cents = 0 }) => kind !== 'note' || cents === 0, {
        path: ['cents'],
        params: { rule: 'note-costs-nothing' },
      })
      .refine(({ cents = 0, paidBy }) => cents > 0 === (paidBy !== undefined), {
        path: ['paidBy'],
        params: { rule: 'cost-is-paid' },
      }),
    output: ticketViewSchema,
    refusals: ['no-such-ticket', 'ticket-ended'],
  }),
  'repair.finish': procedure({
    about:
      'Ends a ticket: the units go to the shelf, to the supplier shelf, to the bin or home to the customer. Units that were paid for do not go home.',
    kind: 'action',
    needs: 'inspection',
    input: z
      .object({
        id: actionIdSchema,
        ticketId: z.int(),
        mended: z.boolean(),
        grade: gradeSchema,
        disposition: repairDispositionSchema,
        writeDownCents: amountSchema.optional(),
        note: noteSchema.optional(),
        twin: twinInputSchema.optional(),
      })
      .refine(mayHaveTwin, twinRule),
    output: ticketViewSchema,
    refusals: ['no-such-ticket', 'ticket-ended', 'wrong-stage', 'over-value', 'name-used'],
  }),
};

import { z } from 'zod';
import { daySchema } from '../values/days.ts';
import { centsSchema, unsignedCentsSchema } from '../values/money.ts';
import {
  channelSchema,
  dispositionSchema,
  gradeSchema,
  outcomeSchema,
  stageSchema,
  tenderSchema,
  wantSchema,
} from '../values/words.ts';
import { customerSchema } from './sales.ts';

/** What one rule of the policy saw and said. `data` is for the sentence in the window. */
export const ruleResultSchema = z.object({
  rule: z.enum(['window', 'sold-here', 'units-left', 'reason-known']),
  outcome: outcomeSchema,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type RuleResult = z.infer<typeof ruleResultSchema>;

export const verdictSchema = z.object({ outcome: outcomeSchema, rules: z.array(ruleResultSchema) });
export type Verdict = z.infer<typeof verdictSchema>;

export const returnLineSchema = z.object({
  returnLineId: z.int(),
  saleLineId: z.int().optional(),
  sku: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  unitPrice: z.string().optional(),
  quantity: z.number(),
  receivedQuantity: z.number(),
  inspectedQuantity: z.number(),
  sentBackQuantity: z.number(),
  creditedQuantity: z.number(),
  /** With its tax, before a fee. */
  creditedCents: unsignedCentsSchema,
  creditedTaxCents: unsignedCentsSchema,
  creditedFeeCents: unsignedCentsSchema,
  reason: z.string(),
  note: z.string().optional(),
  /** For returns read from a file: the sales that its units were found in. */
  sales: z.array(z.object({ saleId: z.int(), number: z.string(), quantity: z.number() })).optional(),
  /** For returns read from a file: why no sale was found. */
  unlinked: z.enum(['no-customer', 'no-earlier-sale', 'already-returned', 'too-little-left']).optional(),
  inspections: z.array(
    z.object({
      quantity: z.number(),
      grade: gradeSchema,
      disposition: dispositionSchema,
      writeDownCents: unsignedCentsSchema,
      note: z.string().optional(),
      at: z.string(),
      person: z.string(),
    }),
  ),
});
export type ReturnLine = z.infer<typeof returnLineSchema>;

export const returnSchema = z.object({
  returnId: z.int(),
  number: z.string(),
  stage: stageSchema,
  /** `desk`: opened here. `import`: read from a file, done elsewhere. */
  origin: z.enum(['desk', 'import']),
  channel: channelSchema,
  want: wantSchema,
  day: daySchema,
  sale: z.object({ saleId: z.int(), number: z.string(), soldAt: z.string() }).optional(),
  customer: customerSchema.optional(),
  verdict: verdictSchema,
  lines: z.array(returnLineSchema),
  /** Every step with who and when, oldest first. */
  steps: z.array(
    z.object({ step: z.string(), stage: stageSchema, at: z.string(), person: z.string(), note: z.string().optional() }),
  ),
  /** When the next step is overdue; absent when nothing waits. */
  dueAt: z.string().optional(),
  creditNotes: z.array(z.object({ number: z.string(), day: daySchema, totalCents: centsSchema })),
  payouts: z.array(
    z.object({
      number: z.string(),
      creditNote: z.string(),
      tender: tenderSchema,
      amountCents: centsSchema,
      reference: z.string().optional(),
      day: daySchema,
      /** The number of the counter-document, when it was voided. */
      voidedBy: z.string().optional(),
      /** Set on a counter-document: the payout it voids. */
      voids: z.string().optional(),
    }),
  ),
  creditedCents: unsignedCentsSchema,
  paidOutCents: unsignedCentsSchema,
  /** Fingerprint of the newest event of this return in the chain. */
  fingerprint: z.string(),
});
export type Return = z.infer<typeof returnSchema>;

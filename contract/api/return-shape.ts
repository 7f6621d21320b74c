import { z } from 'zod';
import { daySchema } from '../values/days.ts';
import { centsSchema, unsignedCentsSchema } from '../values/money.ts';
import {
  channelSchema,
  conditionSchema,
  dispositionSchema,
  extraKindSchema,
  gradeSchema,
  outcomeSchema,
  stageSchema,
  tenderSchema,
  wantSchema,
} from '../values/words.ts';
import { customerSchema } from './sales.ts';

/** What one rule of the policy saw and said. `data` is for the sentence in the window. */
export const ruleResultSchema = z.object({
  rule: z.enum([
    'window',
    'sold-here',
    'units-left',
    'reason-known',
    'exclusion',
    'condition',
    'proof',
    'together',
    'missing',
    'amount',
    'customer-limit',
    'clerk-limit',
    'repairs',
    'serial',
    'platform',
  ]),
  outcome: outcomeSchema,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type RuleResult = z.infer<typeof ruleResultSchema>;

/** What the policy says of money and freight, frozen with the verdict. */
export const termsSchema = z.object({
  /** Who pays the way back. */
  freight: z.enum(['shop', 'customer']),
  /** Whether the delivery charge of the sale goes back (DESIGN §6 rule 6). */
  delivery: z.enum(['back', 'all-returned', 'never']),
  /** The customer may keep the goods. */
  withoutGoods: z.boolean(),
  /** Through which tenders money may go where there is no receipt; absent where there is one. */
  noReceiptTenders: z.array(tenderSchema).optional(),
  /** Fees by line, counted from 0 as the lines were named. A percentage is of what is credited for the line, tax included. */
  fees: z.array(
    z.object({
      line: z.int(),
      kind: extraKindSchema,
      cents: unsignedCentsSchema.optional(),
      percent: z.number().min(0).max(100).optional(),
      /** The part of the fee that is tax, in percent of the fee without it. */
      taxPercent: z.number().min(0).max(100),
    }),
  ),
});
export type Terms = z.infer<typeof termsSchema>;

export const verdictSchema = z.object({
  outcome: outcomeSchema,
  rules: z.array(ruleResultSchema),
  terms: termsSchema.optional(),
  /** The policy in force on the day of the sale. */
  policy: z.string().optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** One question of a checklist and what the inspector saw. A “no” has a note. */
export const checkAnswerSchema = z.object({
  question: z.string().trim().min(1).max(200),
  ok: z.boolean(),
  note: z.string().trim().max(500).optional(),
});
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

export const returnLineSchema = z.object({
  returnLineId: z.int(),
  saleLineId: z.int().optional(),
  sku: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  unit: z.string().optional(),
  unitPrice: z.string().optional(),
  quantity: z.number(),
  receivedQuantity: z.number(),
  inspectedQuantity: z.number(),
  sentBackQuantity: z.number(),
  /** Units that the customer keeps, though they are credited. */
  waivedQuantity: z.number(),
  creditedQuantity: z.number(),
  /** With its tax, before a fee. */
  creditedCents: unsignedCentsSchema,
  creditedTaxCents: unsignedCentsSchema,
  creditedFeeCents: unsignedCentsSchema,
  reason: z.string(),
  note: z.string().optional(),
  condition: conditionSchema.optional(),
  /** Accessories that did not come along. */
  missing: z.array(z.string()).optional(),
  serial: z.string().optional(),
  batch: z.string().optional(),
  /** What a person gives for all units of goods without a receipt, with its tax. */
  valueCents: unsignedCentsSchema.optional(),
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
      /** The code it is sold again under. */
      twin: z.string().optional(),
      checklist: z.array(checkAnswerSchema).optional(),
    }),
  ),
});
export type ReturnLine = z.infer<typeof returnLineSchema>;

/** A line of a credit note beside its goods. `cents` with its tax. */
export const extraSchema = z.object({
  kind: extraKindSchema,
  returnLineId: z.int().optional(),
  cents: unsignedCentsSchema,
  taxCents: unsignedCentsSchema,
  note: z.string().optional(),
});
export type Extra = z.infer<typeof extraSchema>;

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
  /** The sale was found after the goods had come. */
  matched: z.boolean().optional(),
  customer: customerSchema.optional(),
  signedOn: daySchema.optional(),
  /** Returns of one visit at the counter bear the same mark. */
  visit: z.string().optional(),
  courier: z.string().optional(),
  waybill: z.string().optional(),
  /** Paid by the customer for the way back. */
  freightCents: unsignedCentsSchema.optional(),
  verdict: verdictSchema,
  lines: z.array(returnLineSchema),
  /** Every step with who and when, oldest first. */
  steps: z.array(
    z.object({
      step: z.string(),
      stage: stageSchema,
      at: z.string(),
      person: z.string(),
      /** Who agreed by PIN beside the person, with the last step of what they agreed to: whose right or limit it was done with. */
      approver: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  /** When the next step is overdue; absent when nothing waits. */
  dueAt: z.string().optional(),
  creditNotes: z.array(
    z.object({
      number: z.string(),
      day: daySchema,
      totalCents: centsSchema,
      /** Given back and kept beside the goods. */
      extras: z.array(extraSchema),
    }),
  ),
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
      /** Paid in goods: the sale it went to. */
      exchange: z.object({ saleId: z.int(), number: z.string() }).optional(),
      /** The code of the store credit it went to. */
      storeCredit: z.string().optional(),
    }),
  ),
  /** Of all credit notes, with what they give and keep beside the goods. */
  creditedCents: unsignedCentsSchema,
  paidOutCents: unsignedCentsSchema,
  /** Fingerprint of the newest event of this return in the chain. */
  fingerprint: z.string(),
});
export type Return = z.infer<typeof returnSchema>;

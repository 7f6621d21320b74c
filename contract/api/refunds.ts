import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema, unsignedCentsSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { tenderSchema } from '../values/words.ts';
import { extraSchema, returnSchema } from './return-shape.ts';
import {
  exchangeLineSchema,
  exchangeQuoteSchema,
  extraInputSchema,
  payoutInputSchema,
  settledShape,
  settlementRefusals,
  settlementShape,
} from './settlement-shape.ts';

export const quoteSchema = z.object({
  lines: z.array(
    z.object({
      returnLineId: z.int(),
      quantity: z.number(),
      /** Without tax. */
      goodsCents: centsSchema,
      taxCents: centsSchema,
      /** Kept of this line, by `extras`. */
      feeCents: unsignedCentsSchema,
    }),
  ),
  /** What the policy proposes beside the goods: given back (delivery, freight paid) and kept (all others). */
  extras: z.array(extraSchema),
  /** Delivery and freight given back, and everything kept: sums of `extras`. */
  deliveryCents: centsSchema,
  feeCents: unsignedCentsSchema,
  /** How much of the sale’s delivery charge could still be given back. */
  deliveryLeftCents: unsignedCentsSchema,
  /** Credited before and not paid out, because a payout was voided. */
  unpaidCents: unsignedCentsSchema,
  /** Everything that is to be paid now. */
  totalCents: centsSchema,
  /** How it may be paid, in the order it should be; each up to its limit. */
  tenders: z.array(z.object({ tender: tenderSchema, maxCents: unsignedCentsSchema })),
  /** Without a receipt: only through `tenders`, unless a person overrides it. */
  noReceipt: z.boolean(),
});
export type Quote = z.infer<typeof quoteSchema>;

/** Units of which lines are credited now; all that can be when left out. */
const linesToCredit = z
  .array(z.object({ returnLineId: z.int(), quantity: quantitySchema }))
  .max(200)
  .optional();

/** The working of one line. Units: sold − before − now − pending = left. Money: list − discount = paid; paid − fee = refund. */
export const proofLineSchema = z.object({
  returnLineId: z.int(),
  sku: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  /** Missing where the sale is not known. */
  units: z.object({ sold: z.number(), before: z.number(), left: z.number() }).optional(),
  now: z.number(),
  /** Units of this line that are still on their way to a refund. */
  pending: z.number(),
  unitPrice: z.string().optional(),
  listCents: unsignedCentsSchema.optional(),
  discountCents: centsSchema.optional(),
  paidCents: unsignedCentsSchema,
  taxCents: unsignedCentsSchema,
  feeCents: unsignedCentsSchema,
  refundCents: centsSchema,
  /** Of the sale line: what was paid for all of it, credited by all returns so far, and can still be. */
  ofSale: z
    .object({ paidCents: unsignedCentsSchema, creditedCents: unsignedCentsSchema, leftCents: unsignedCentsSchema })
    .optional(),
});
export type ProofLine = z.infer<typeof proofLineSchema>;

/** Every figure of a refund with the ones it follows from: the receipt that proves itself. */
export const proofSchema = z.object({
  lines: z.array(proofLineSchema),
  /** Delivery, freight and fees, each a line of its own. */
  extras: z.array(extraSchema),
  /** refund = goods + tax + delivery + freight − fees, over all credit notes. `goodsCents` is without tax. */
  totals: z.object({
    goodsCents: unsignedCentsSchema,
    taxCents: unsignedCentsSchema,
    deliveryCents: unsignedCentsSchema,
    freightCents: unsignedCentsSchema,
    feeCents: unsignedCentsSchema,
    refundCents: unsignedCentsSchema,
    /** refund = paid out + in goods + owed. */
    paidOutCents: unsignedCentsSchema,
    inGoodsCents: unsignedCentsSchema,
    owedCents: unsignedCentsSchema,
  }),
  /** What was paid by each tender, voided payouts taken off. */
  tenders: z.array(z.object({ tender: tenderSchema, cents: unsignedCentsSchema })),
  exchanges: z.array(
    z.object({
      saleId: z.int(),
      number: z.string(),
      totalCents: unsignedCentsSchema,
      paidInGoodsCents: unsignedCentsSchema,
      lines: z.array(
        z.object({
          sku: z.string(),
          name: z.string(),
          quantity: z.number(),
          unitPrice: z.string(),
          paidCents: unsignedCentsSchema,
        }),
      ),
      /** What the customer paid on top. */
      tenders: z.array(z.object({ tender: tenderSchema, cents: unsignedCentsSchema })),
    }),
  ),
  storeCredits: z.array(
    z.object({
      code: z.string(),
      cents: unsignedCentsSchema,
      balanceCents: unsignedCentsSchema,
      expiresOn: daySchema.optional(),
    }),
  ),
});
export type Proof = z.infer<typeof proofSchema>;

const takeBackInput = z.object({
  id: actionIdSchema,
  payoutNumber: z.string().min(1).max(64),
  why: z.string().trim().min(1).max(1000),
});
const takeBackRefusals = [
  'no-such-payout',
  'already-voided',
  'exchange-stays',
  'credit-used',
  'wrong-stage',
  'month-closed',
] as const;

export const refundsApi = {
  'refunds.quote': procedure({
    about:
      'What is to be refunded now for everything that can be credited, what the policy gives and keeps beside it, and through which tenders.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      returnId: z.int(),
      lines: linesToCredit,
      /** In place of what is proposed: the answer is then reckoned with these. */
      extras: z.array(extraInputSchema).max(100).optional(),
    }),
    output: quoteSchema,
    refusals: [
      'no-such-return',
      'no-such-return-line',
      'not-inspected',
      'over-fee',
      'over-delivery',
      'extra-needs-note',
    ],
  }),
  'refunds.quoteExchange': procedure({
    about:
      'What other goods cost in exchange for what is to be refunded now, and who pays the difference. Writes nothing.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      returnId: z.int(),
      credit: linesToCredit,
      extras: z.array(extraInputSchema).max(100).optional(),
      lines: z.array(exchangeLineSchema).min(1).max(100),
    }),
    output: exchangeQuoteSchema,
    refusals: [
      'no-such-return',
      'no-such-return-line',
      'not-inspected',
      'over-fee',
      'over-delivery',
      'extra-needs-note',
    ],
  }),
  'refunds.record': procedure({
    about:
      'Credits what can be credited and pays it out: by tenders, as store credit, or in goods. The payouts add up to the quote less what is paid in goods.',
    kind: 'action',
    needs: 'payouts',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      lines: linesToCredit,
      /** In place of what the quote proposes; one that differs needs a note. */
      extras: z.array(extraInputSchema).max(100).optional(),
      payouts: z.array(payoutInputSchema).max(10),
      ...settlementShape,
    }),
    output: z.object({ creditNote: z.string(), ...settledShape, return: returnSchema }),
    refusals: [
      'no-such-return',
      'no-such-return-line',
      'wrong-stage',
      'needs-approval',
      'not-received',
      'not-inspected',
      'nothing-to-refund',
      ...settlementRefusals,
      'month-closed',
    ],
  }),
  'refunds.void': procedure({
    about: 'Voids a payout of the same day by a counter-document; the amount is owed again.',
    kind: 'action',
    needs: 'voids',
    input: takeBackInput,
    output: z.object({ number: z.string() }),
    refusals: ['void-other-day', 'other-person-needed', ...takeBackRefusals],
  }),
  'refunds.correct': procedure({
    about:
      'Takes back a payout of an earlier day that was wrong, by a counter-document of today that names it; the amount is owed again.',
    kind: 'action',
    needs: 'books',
    input: takeBackInput,
    output: z.object({ number: z.string() }),
    refusals: ['correct-same-day', ...takeBackRefusals],
  }),
  'refunds.creditNote': procedure({
    about: 'One credit note with its lines, what it gives and keeps beside the goods, and how it was paid.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ number: z.string().min(1).max(64) }),
    output: z.object({
      number: z.string(),
      day: daySchema,
      at: z.string(),
      person: z.string(),
      lines: z.array(
        z.object({
          returnLineId: z.int(),
          sku: z.string(),
          name: z.string(),
          spec: z.string().optional(),
          quantity: quantitySchema,
          goodsCents: centsSchema,
          taxCents: centsSchema,
          feeCents: centsSchema,
        }),
      ),
      goodsCents: centsSchema,
      taxCents: centsSchema,
      deliveryCents: centsSchema,
      feeCents: centsSchema,
      totalCents: centsSchema,
      /** The whole case, with this note's extras and payouts in it. */
      return: returnSchema,
    }),
    refusals: ['no-such-credit-note'],
  }),
  'refunds.proof': procedure({
    about: 'Every figure of a return’s refund with those it follows from, for a receipt that proves itself.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnId: z.int() }),
    output: proofSchema,
    refusals: ['no-such-return'],
  }),
};

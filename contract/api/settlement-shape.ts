import { z } from 'zod';
import { recordedDaySchema } from '../values/days.ts';
import {
  amountSchema,
  centsSchema,
  isRecordable,
  positiveAmountSchema,
  unitPriceSchema,
  unsignedCentsSchema,
} from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { extraKindSchema, tenderSchema } from '../values/words.ts';

const noteSchema = z.string().trim().max(1000);

export const payoutInputSchema = z.object({
  tender: tenderSchema,
  amountCents: positiveAmountSchema,
  reference: z.string().trim().max(100).optional(),
});
export type PayoutInput = z.infer<typeof payoutInputSchema>;

/** What is given back or kept beside the goods. Zero cents with a note: proposed, and not taken. */
const extraAmountShape = {
  kind: extraKindSchema,
  /** With its tax. */
  cents: amountSchema,
  taxCents: amountSchema.optional(),
  /** Needed where it differs from what was proposed. */
  note: noteSchema.optional(),
};
export const extraInputSchema = z.object({ returnLineId: z.int().optional(), ...extraAmountShape });
/** The same for a return that is being opened: its line, counted from 1. */
export const newExtraInputSchema = z.object({ line: z.int().min(1).optional(), ...extraAmountShape });

/** How much of a tender “store credit” is taken from which code. */
export const storeCreditPaidSchema = z.object({
  code: z.string().trim().min(1).max(64),
  amountCents: positiveAmountSchema,
});
export type StoreCreditPaid = z.infer<typeof storeCreditPaidSchema>;

/** Goods taken in exchange. Without `paidCents` a line at the list price of a returned one costs what was really paid for that, others their price. */
export const exchangeLineSchema = z
  .object({
    sku: z.string().trim().min(1).max(64),
    name: z.string().trim().max(200).optional(),
    quantity: quantitySchema,
    unitPrice: unitPriceSchema,
    paidCents: amountSchema.optional(),
    /** Left out: taxed like the goods it is exchanged for. */
    taxCents: amountSchema.optional(),
  })
  .refine(isRecordable, { params: { rule: 'too-much' } });
export type ExchangeLine = z.infer<typeof exchangeLineSchema>;

export const exchangeInputSchema = z.object({
  lines: z.array(exchangeLineSchema).min(1).max(100),
  /** How the customer pays what the new goods cost more. */
  tenders: z.array(z.object({ tender: tenderSchema, amountCents: positiveAmountSchema })).max(10),
  storeCredits: z.array(storeCreditPaidSchema).max(10).optional(),
});
export type ExchangeInput = z.infer<typeof exchangeInputSchema>;

/** What a settlement may say beside its payouts. */
export const settlementShape = {
  /** Where the payouts “store credit” go: to a code that stands, or to a new one. */
  storeCredit: z
    .object({
      code: z.string().trim().min(1).max(64).optional(),
      /** The last day of a new one; by the settings when left out. */
      expiresOn: recordedDaySchema.optional(),
    })
    .optional(),
  exchange: exchangeInputSchema.optional(),
  /** A person’s yes to other tenders than the policy allows without a receipt. */
  override: z.object({ note: z.string().trim().min(1).max(1000) }).optional(),
};
export type SettlementInput = z.infer<z.ZodObject<typeof settlementShape>>;

/** What the new goods of an exchange cost, line by line in the order they were named. */
export const exchangeQuoteSchema = z.object({
  lines: z.array(
    z.object({
      sku: z.string(),
      quantity: z.number(),
      unitPrice: z.string(),
      listCents: unsignedCentsSchema,
      paidCents: unsignedCentsSchema,
      taxCents: unsignedCentsSchema,
      /** Units that cost what was really paid for the returned ones. */
      inheritedQuantity: z.number(),
    }),
  ),
  totalCents: unsignedCentsSchema,
  /** Paid by the goods that came back. */
  paidInGoodsCents: unsignedCentsSchema,
  /** Above zero: the customer pays it. Below: it is paid out, or stays as store credit. */
  differenceCents: centsSchema,
  /** How the rest may be paid out. */
  tenders: z.array(z.object({ tender: tenderSchema, maxCents: unsignedCentsSchema })),
});
export type ExchangeQuote = z.infer<typeof exchangeQuoteSchema>;

/** What became of a settlement. */
export const settledShape = {
  payoutNumbers: z.array(z.string()),
  /** Everything that was owed: paid out, kept as store credit, or paid in goods. */
  totalCents: centsSchema,
  exchange: z
    .object({
      saleId: z.int(),
      number: z.string(),
      totalCents: unsignedCentsSchema,
      paidInGoodsCents: unsignedCentsSchema,
      differenceCents: centsSchema,
    })
    .optional(),
  /** The codes that were given or added to, with what stands on them now. */
  storeCredits: z.array(
    z.object({
      code: z.string(),
      amountCents: unsignedCentsSchema,
      balanceCents: unsignedCentsSchema,
      expiresOn: z.string().optional(),
    }),
  ),
};

/** A settlement that cannot be: the money or the goods do not fit. */
export const settlementRefusals = [
  'over-paid-amount',
  'under-paid-amount',
  'over-tender',
  'store-credit-only',
  'over-fee',
  'over-delivery',
  'extra-needs-note',
  'no-such-credit',
  'credit-expired',
  'over-credit-balance',
  'tenders-not-total',
  'not-enough-stock',
  'over-limit',
  'pin-needed',
] as const;

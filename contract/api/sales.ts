import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema, recordedDaySchema, recordedInstantSchema } from '../values/days.ts';
import {
  amountSchema,
  centsSchema,
  isRecordable,
  positiveAmountSchema,
  unitPriceSchema,
  unsignedCentsSchema,
} from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { tenderSchema } from '../values/words.ts';
import { storeCreditPaidSchema } from './settlement-shape.ts';

const skuSchema = z.string().trim().min(1).max(64);
const numberSchema = z.string().trim().min(1).max(64);

/** A customer as the person at the counter names one: by code, phone or name. */
export const customerSchema = z.object({
  code: z.string().max(64).optional(),
  name: z.string().max(120).optional(),
  phone: z.string().max(40).optional(),
});
export type Customer = z.infer<typeof customerSchema>;

export const saleLineSchema = z.object({
  saleLineId: z.int(),
  sku: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  quantity: z.number(),
  unitPrice: z.string(),
  paidCents: unsignedCentsSchema,
  taxCents: unsignedCentsSchema,
  /** Units in returns that are neither rejected nor cancelled. */
  returnedQuantity: z.number(),
  returnableQuantity: z.number(),
  /** What may still be credited, tax included. */
  creditableCents: unsignedCentsSchema,
  /** Lines of one bundle, gifts among them, bear the same mark. */
  bundle: z.string().optional(),
  category: z.string().optional(),
  /** How its units are told apart. */
  tracking: z.enum(['serial', 'batch']).optional(),
  /** What belongs into the box. */
  accessories: z.array(z.string()).optional(),
  /** The serial numbers that were sold, and whether each is with us again. */
  serials: z.array(z.object({ serial: z.string(), back: z.boolean() })).optional(),
  batches: z.array(z.object({ code: z.string(), quantity: z.number() })).optional(),
});
export type SaleLine = z.infer<typeof saleLineSchema>;

export const saleSchema = z.object({
  saleId: z.int(),
  number: z.string(),
  soldAt: z.string(),
  day: daySchema,
  customer: customerSchema.optional(),
  channel: z.string().optional(),
  /** The day the customer signed for the parcel. */
  signedOn: daySchema.optional(),
  /** Its status on the platform or till it was read from, in the words of the newest file. */
  status: z.string().optional(),
  /** With the delivery charge. */
  totalCents: unsignedCentsSchema,
  /** What its own platform or till has given back, as files say: it counts against what can be given back here. */
  refundedElsewhereCents: unsignedCentsSchema.optional(),
  deliveryCents: unsignedCentsSchema,
  lines: z.array(saleLineSchema),
  tenders: z.array(
    z.object({ tender: tenderSchema, amountCents: unsignedCentsSchema, givenBackCents: unsignedCentsSchema }),
  ),
  /** Earlier returns of this receipt, newest first. */
  returns: z.array(z.object({ returnId: z.int(), number: z.string(), day: daySchema, stage: z.string() })),
});
export type Sale = z.infer<typeof saleSchema>;

/** A serial number or a batch, as it stands on the thing. */
export const unitCodeSchema = z.string().trim().min(1).max(64);

type SoldUnits = {
  readonly quantity: number;
  readonly serials?: readonly string[] | undefined;
  readonly batches?: readonly { readonly code: string; readonly quantity: number }[] | undefined;
};

/** Each serial number or batch once, of one kind, and no more of them than units. */
function fitsItsUnits({ quantity, serials = [], batches = [] }: SoldUnits): boolean {
  if (serials.length > 0 && batches.length > 0) return false;
  const codes = [...serials, ...batches.map(({ code }) => code)];
  const units = batches.reduce((sum, batch) => sum + batch.quantity, serials.length);
  return new Set(codes).size === codes.length && Math.round(units * 1000) <= Math.round(quantity * 1000);
}

export const salesApi = {
  'sales.search': procedure({
    about:
      'Sales by number, customer (name, code, phone), item code or name; newest first. An empty text lists the newest.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(500).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          saleId: z.int(),
          number: z.string(),
          soldAt: z.string(),
          customer: z.string().optional(),
          totalCents: centsSchema,
          lineCount: z.int(),
          returned: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  'sales.get': procedure({
    about: 'One sale with what can still be returned of each line.',
    kind: 'read',
    needs: 'everyone',
    input: z.union([z.object({ saleId: z.int() }), z.object({ number: numberSchema })]),
    output: saleSchema,
    refusals: ['no-such-sale'],
  }),
  'sales.record': procedure({
    about:
      'Records one sale; the tenders add up to the lines and the delivery charge. `paidCents` and `costCents` are for the whole line; without `paidCents` the line costs quantity × price. Tax is the part of what was paid that is tax. Without a number the next of the series S is given.',
    kind: 'action',
    needs: 'sales',
    input: z.object({
      id: actionIdSchema,
      number: numberSchema.optional(),
      soldAt: recordedInstantSchema.optional(),
      customer: customerSchema.or(z.string().max(120)).optional(),
      channel: z.string().trim().min(1).max(40).optional(),
      signedOn: recordedDaySchema.optional(),
      /** A part of the total, beside the lines. */
      deliveryCents: amountSchema.optional(),
      lines: z
        .array(
          z
            .object({
              sku: skuSchema,
              name: z.string().trim().max(200).optional(),
              spec: z.string().trim().max(100).optional(),
              quantity: quantitySchema,
              unitPrice: unitPriceSchema,
              paidCents: amountSchema.optional(),
              taxCents: amountSchema.optional(),
              costCents: amountSchema.optional(),
              /** Lines of one bundle bear the same mark; a gift has its stated price and was paid with nothing. */
              bundle: z.string().trim().min(1).max(64).optional(),
              serials: z.array(unitCodeSchema).max(1000).optional(),
              batches: z
                .array(z.object({ code: unitCodeSchema, quantity: quantitySchema }))
                .max(100)
                .optional(),
            })
            .refine(isRecordable, { params: { rule: 'too-much' } })
            .refine(fitsItsUnits, { params: { rule: 'numbers-of-units' } }),
        )
        .min(1)
        .max(500),
      tenders: z.array(z.object({ tender: tenderSchema, amountCents: positiveAmountSchema })).max(10),
      /** Which codes the tender “store credit” is taken from. Needed where the sale is booked here. */
      storeCredits: z.array(storeCreditPaidSchema).max(10).optional(),
    }),
    output: z.object({ saleId: z.int(), number: z.string() }),
    refusals: [
      'number-used',
      'tenders-not-total',
      'not-enough-stock',
      'no-such-credit',
      'credit-expired',
      'over-credit-balance',
      'month-closed',
      'day-in-future',
    ],
  }),
};

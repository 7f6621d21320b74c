import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema, recordedInstantSchema } from '../values/days.ts';
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
});
export type SaleLine = z.infer<typeof saleLineSchema>;

export const saleSchema = z.object({
  saleId: z.int(),
  number: z.string(),
  soldAt: z.string(),
  day: daySchema,
  customer: customerSchema.optional(),
  channel: z.string().optional(),
  totalCents: unsignedCentsSchema,
  lines: z.array(saleLineSchema),
  tenders: z.array(
    z.object({ tender: tenderSchema, amountCents: unsignedCentsSchema, givenBackCents: unsignedCentsSchema }),
  ),
  /** Earlier returns of this receipt, newest first. */
  returns: z.array(z.object({ returnId: z.int(), number: z.string(), day: daySchema, stage: z.string() })),
});
export type Sale = z.infer<typeof saleSchema>;

export const salesApi = {
  'sales.search': procedure({
    about:
      'Sales by number, customer (name, code, phone), item code or name; newest first. An empty text lists the newest.',
    kind: 'read',
    role: 'anyone',
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
    role: 'anyone',
    input: z.union([z.object({ saleId: z.int() }), z.object({ number: numberSchema })]),
    output: saleSchema,
    refusals: ['no-such-sale'],
  }),
  'sales.record': procedure({
    about:
      'Records one sale. `paidCents` and `costCents` are for the whole line; without `paidCents` the line costs quantity × price. Tax is the part of what was paid that is tax. Without a number the next of the series S is given.',
    kind: 'action',
    role: 'clerk',
    input: z.object({
      id: actionIdSchema,
      number: numberSchema.optional(),
      soldAt: recordedInstantSchema.optional(),
      customer: customerSchema.or(z.string().max(120)).optional(),
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
            })
            .refine(isRecordable, { params: { rule: 'too-much' } }),
        )
        .min(1)
        .max(500),
      tenders: z.array(z.object({ tender: tenderSchema, amountCents: positiveAmountSchema })).max(10),
    }),
    output: z.object({ saleId: z.int(), number: z.string() }),
    refusals: ['number-used', 'tenders-not-total', 'not-enough-stock', 'month-closed', 'day-in-future'],
  }),
};

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { amountSchema, isRecordable, unitPriceSchema, unsignedCentsSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { paidBySchema } from '../values/words.ts';
import { unitCodeSchema } from './sales.ts';

const skuSchema = z.string().trim().min(1).max(64);

/** Units that came, told apart: serial numbers one each, batches with a last day where the item has one. */
const unitsShape = {
  serials: z.array(unitCodeSchema).max(1000).optional(),
  batches: z
    .array(z.object({ code: unitCodeSchema, quantity: quantitySchema, expiresOn: daySchema.optional() }))
    .max(100)
    .optional(),
};

const lineSchema = z
  .object({
    sku: skuSchema,
    quantity: quantitySchema,
    /** What one cost, or what the whole line did; neither where nobody knows. */
    unitCost: unitPriceSchema.optional(),
    valueCents: amountSchema.optional(),
    ...unitsShape,
  })
  .refine(({ unitCost, valueCents }) => unitCost === undefined || valueCents === undefined, {
    params: { rule: 'cost-once' },
  })
  .refine(({ quantity, unitCost }) => unitCost === undefined || isRecordable({ quantity, unitPrice: unitCost }), {
    params: { rule: 'too-much' },
  });

export const goodsReceiptSchema = z.object({
  number: z.string(),
  kind: z.enum(['received', 'opening']),
  day: daySchema,
  person: z.string(),
  supplier: z.object({ supplierId: z.int(), name: z.string() }).optional(),
  paidBy: paidBySchema.optional(),
  reference: z.string().optional(),
  note: z.string().optional(),
  /** At cost, and the tax that is deducted beside it. */
  valueCents: unsignedCentsSchema,
  taxCents: unsignedCentsSchema,
  /** The document that took it back, or the one it takes back. */
  voidedBy: z.string().optional(),
  voids: z.string().optional(),
  lines: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      spec: z.string().optional(),
      unit: z.string().optional(),
      quantity: z.number(),
      valueCents: unsignedCentsSchema,
      costKnown: z.boolean(),
      serials: z.array(z.string()),
      batches: z.array(z.object({ code: z.string(), quantity: z.number(), expiresOn: daySchema.optional() })),
    }),
  ),
});
export type GoodsReceipt = z.infer<typeof goodsReceiptSchema>;

const lineRefusals = [
  'amount-too-large',
  'no-such-product',
  'units-do-not-fit',
  'unit-here-already',
  'expiry-needed',
  'month-closed',
  'day-in-future',
] as const;

export const goodsReceiptsApi = {
  'stock.receive': procedure({
    about:
      'Goods come from a supplier onto the shelf, at what they cost; the average cost of the item moves with them. Posted to goods (and input tax) against the tender, or on account.',
    kind: 'action',
    needs: 'stock',
    input: z.object({
      id: actionIdSchema,
      supplierId: z.int().optional(),
      paidBy: paidBySchema,
      day: daySchema.optional(),
      reference: z.string().trim().max(64).optional(),
      note: z.string().trim().max(500).optional(),
      /** Tax that is deducted, beside the cost of the lines. */
      taxCents: amountSchema.optional(),
      lines: z.array(lineSchema).min(1).max(500),
    }),
    output: goodsReceiptSchema,
    refusals: ['no-such-supplier', ...lineRefusals],
  }),
  'stock.open': procedure({
    about:
      'What was on the shelf when the stock book was opened, once per item. Posted to goods against the opening balance.',
    kind: 'action',
    needs: 'books',
    input: z.object({
      id: actionIdSchema,
      day: daySchema.optional(),
      note: z.string().trim().max(500).optional(),
      lines: z.array(lineSchema).min(1).max(500),
    }),
    output: goodsReceiptSchema,
    refusals: ['stock-opened-before', ...lineRefusals],
  }),
  'stock.voidReceipt': procedure({
    about:
      'Takes goods received, or opening stock, back by a document of its own: the goods leave the shelf at what they came in at.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, number: z.string().max(64), why: z.string().trim().min(1).max(500) }),
    output: goodsReceiptSchema,
    refusals: ['no-such-receipt', 'receipt-voided', 'not-enough-stock', 'receipt-mixed', 'month-closed'],
  }),
  'stock.receipt': procedure({
    about: 'One document of goods that came.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ number: z.string().max(64) }),
    output: goodsReceiptSchema,
    refusals: ['no-such-receipt'],
  }),
  'stock.receipts': procedure({
    about: 'Documents of goods that came, newest first; a text looks in number, reference, supplier and item code.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      text: z.string().max(200).optional(),
      kind: z.enum(['received', 'opening']).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.object({
      items: z.array(
        goodsReceiptSchema.omit({ lines: true, note: true }).extend({ lineCount: z.int(), units: z.number() }),
      ),
    }),
    refusals: [],
  }),
};

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema, recordedDaySchema } from '../values/days.ts';
import { centsSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { channelSchema, conditionSchema, reasonSchema, wantSchema } from '../values/words.ts';
import { noteSchema, parcelShape, stepRefusals, unitRefusals } from './return-input.ts';
import { returnSchema } from './return-shape.ts';
import { customerSchema, unitCodeSchema } from './sales.ts';

/** A sale that an arrival may have come from, and what speaks for it. */
const candidateSchema = z.object({
  saleId: z.int(),
  number: z.string(),
  day: daySchema,
  customer: z.string().optional(),
  totalCents: centsSchema,
  /** The higher the likelier. */
  score: z.int(),
  /** What speaks for it. `return`: another return of the same parcel is of this sale. */
  why: z.array(z.enum(['serial', 'all-items', 'some-items', 'customer', 'phone', 'waybill', 'near'])),
  /** Which line would be whose; lines that no line of the sale fits are left out. */
  lines: z.array(z.object({ returnLineId: z.int(), saleLineId: z.int() })),
  /** Every line fits: it can be matched. */
  fits: z.boolean(),
});

export const arrivalsApi = {
  'returns.arrive': procedure({
    about:
      'Takes in a parcel without a known order: the goods are here and lie in the returns area, nothing is owed for them until a sale is matched or a person values them.',
    kind: 'action',
    needs: 'returns',
    input: z.object({
      id: actionIdSchema,
      ...parcelShape,
      channel: channelSchema,
      want: wantSchema.optional(),
      customer: customerSchema.or(z.string().max(120)).optional(),
      /** The return in whose parcel these goods lay. */
      parentId: z.int().optional(),
      day: recordedDaySchema.optional(),
      lines: z
        .array(
          z.object({
            sku: z.string().trim().min(1).max(64),
            quantity: quantitySchema,
            /** `other` when left out, which needs no note here. */
            reason: reasonSchema.optional(),
            note: noteSchema.optional(),
            condition: conditionSchema.optional(),
            serial: unitCodeSchema.optional(),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: returnSchema,
    refusals: [
      ...unitRefusals,
      'serial-needed',
      'no-such-product',
      'no-such-return',
      'no-such-reason',
      'day-in-future',
      'month-closed',
    ],
  }),
  'returns.match': procedure({
    about:
      'Joins an arrival, or a return without a receipt, to the sale it came from; the policy judges it anew. `approve` is the person’s own yes when it asks for review or says no. Lines left out are found by their item.',
    kind: 'action',
    needs: 'returns',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      saleId: z.int(),
      lines: z
        .array(z.object({ returnLineId: z.int(), saleLineId: z.int() }))
        .max(200)
        .optional(),
      approve: z.object({ note: noteSchema.optional() }).optional(),
    }),
    output: returnSchema,
    refusals: [
      ...stepRefusals,
      'serial-not-sold',
      'serial-back-already',
      'no-such-sale',
      'no-such-sale-line',
      'no-such-return-line',
      'line-does-not-fit',
      'line-has-value',
      'already-matched',
      'over-sold-quantity',
      'return-before-sale',
      'needs-approval',
      'approval-needs-note',
      'other-person-needed',
    ],
  }),
  'returns.matches': procedure({
    about: 'Sales that an arrival could have come from, the likeliest first, each with what speaks for it.',
    kind: 'read',
    needs: 'returns',
    input: z.object({ returnId: z.int() }),
    output: z.object({ items: z.array(candidateSchema) }),
    refusals: ['no-such-return'],
  }),
};

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { quantitySchema } from '../values/quantity.ts';
import { noteSchema, stepRefusals, unitRefusals, valueSchema, whySchema } from './return-input.ts';
import { returnSchema } from './return-shape.ts';
import { unitCodeSchema } from './sales.ts';

const stepShape = { id: actionIdSchema, returnId: z.int() };

const decisionsApi = {
  'returns.approve': procedure({
    about:
      'Approves a return that waits for review, or overrides the policy’s no. `values` says what is given for lines without a receipt; that, and an override, needs the note.',
    kind: 'action',
    needs: 'approval',
    input: z.object({ ...stepShape, note: noteSchema.optional(), values: z.array(valueSchema).max(200).optional() }),
    output: returnSchema,
    refusals: [
      ...stepRefusals,
      'no-such-return-line',
      'line-has-sale',
      'line-has-value',
      'approval-needs-note',
      'other-person-needed',
    ],
  }),
  'returns.value': procedure({
    about:
      'Says what is given for lines without a receipt once the goods are approved or here: a parcel without an order that no sale is found for.',
    kind: 'action',
    needs: 'approval',
    input: z.object({ ...stepShape, why: whySchema, values: z.array(valueSchema).min(1).max(200) }),
    output: returnSchema,
    refusals: [...stepRefusals, 'no-such-return-line', 'line-has-sale', 'line-has-value', 'other-person-needed'],
  }),
  'returns.reject': procedure({
    about: 'Rejects a return that waits for review; its units can be returned again.',
    kind: 'action',
    needs: 'approval',
    input: z.object({ ...stepShape, why: whySchema }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
  'returns.cancel': procedure({
    about: 'Cancels a return before goods were received; its units can be returned again.',
    kind: 'action',
    needs: 'returns',
    input: z.object({ ...stepShape, why: whySchema }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
  'returns.close': procedure({
    about: 'Closes a settled return; units that never came can be returned again.',
    kind: 'action',
    needs: 'returns',
    input: z.object({ ...stepShape, note: noteSchema.optional() }),
    output: returnSchema,
    refusals: [...stepRefusals],
  }),
};

const goodsApi = {
  'returns.receive': procedure({
    about:
      'Takes goods into the returns area, in full or in part, at the cost they went out at. `extra` is what lay in the parcel and was not asked for: it becomes a return of its own, with this one as its parent.',
    kind: 'action',
    needs: 'returns',
    input: z
      .object({
        ...stepShape,
        lines: z
          .array(
            z.object({
              returnLineId: z.int(),
              quantity: quantitySchema,
              /** Whether it was damaged on the way. */
              condition: z.enum(['ok', 'damaged']).optional(),
              /** Of one unit; needed for goods with serial numbers unless the line says it. A line may be named once per unit. */
              serial: unitCodeSchema.optional(),
              note: noteSchema.optional(),
            }),
          )
          .max(200),
        extra: z
          .array(
            z.object({
              sku: z.string().trim().min(1).max(64),
              quantity: quantitySchema,
              kind: z.enum(['over', 'wrong-item']),
              serial: unitCodeSchema.optional(),
              note: noteSchema.optional(),
            }),
          )
          .max(50)
          .optional(),
      })
      .refine(({ lines, extra }) => lines.length + (extra?.length ?? 0) > 0, {
        path: ['lines'],
        params: { rule: 'something' },
      }),
    output: returnSchema,
    refusals: [
      ...stepRefusals,
      ...unitRefusals,
      'serial-needed',
      'needs-approval',
      'no-such-return-line',
      'no-such-product',
      'over-requested-quantity',
    ],
  }),
  'returns.waive': procedure({
    about:
      'Lets the customer keep goods that are refunded all the same: where the policy allows it, or a person overrides it. The units count as inspected when the return is refunded.',
    kind: 'action',
    needs: 'approval',
    input: z.object({
      ...stepShape,
      lines: z
        .array(z.object({ returnLineId: z.int(), quantity: quantitySchema }))
        .min(1)
        .max(200),
      why: whySchema,
      override: z.object({ note: whySchema }).optional(),
    }),
    output: returnSchema,
    refusals: [
      ...stepRefusals,
      'no-such-return-line',
      'over-requested-quantity',
      'goods-must-come',
      'other-person-needed',
    ],
  }),
};

export const returnStepsApi = { ...decisionsApi, ...goodsApi };

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { amountSchema, centsSchema, unitPriceSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { dispositionSchema, gradeSchema, localeSchema } from '../values/words.ts';
import { checkAnswerSchema, returnSchema } from './return-shape.ts';

const noteSchema = z.string().trim().max(1000);

/** Opened goods that are sold again under a code of their own. What is left out is made: code `SKU-B`, price by the grade. */
export const twinInputSchema = z.union([
  z.boolean(),
  z.object({
    sku: z.string().trim().min(1).max(64).optional(),
    price: unitPriceSchema.optional(),
    flaw: z.string().trim().max(200).optional(),
  }),
]);
export type TwinInput = z.infer<typeof twinInputSchema>;

/** Only goods that are not as new and are sold again have a twin. */
export function mayHaveTwin({ grade, disposition, twin }: { grade: string; disposition: string; twin?: unknown }) {
  return !twin || (grade !== 'A' && disposition === 'resell');
}
export const twinRule = { path: ['twin'], params: { rule: 'twin-is-opened' } };

const arithmeticSchema = z.array(
  z.object({
    what: z.enum(['price', 'grade', 'ageing', 'repair', 'cost', 'supplier', 'scrap']),
    /** What this step adds or takes off; the steps add up to the value. */
    cents: centsSchema,
    data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
);

export const suggestionSchema = z.object({
  /** What the goods could bring, the best first; below nothing where it would cost more than it brings. */
  options: z.array(z.object({ disposition: dispositionSchema, valueCents: centsSchema, arithmetic: arithmeticSchema })),
  best: dispositionSchema,
  /** Days since the goods were sold. */
  ageingDays: z.int().min(0),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** How some units were graded. `twin` left out follows the setting `makeTwins`. */
export const gradingSchema = z
  .object({
    quantity: quantitySchema,
    grade: gradeSchema,
    disposition: dispositionSchema,
    note: noteSchema.optional(),
    writeDownCents: amountSchema.optional(),
    checklist: z.array(checkAnswerSchema).max(40).optional(),
    /** What is broken, for the repair ticket. */
    fault: noteSchema.optional(),
    twin: twinInputSchema.optional(),
    /** What was suggested when the person decided, kept with the decision. */
    suggestion: suggestionSchema.optional(),
  })
  .refine(mayHaveTwin, twinRule);

export const inspectionApi = {
  'inspection.record': procedure({
    about:
      'Grades received units and moves them where they go. `writeDownCents` is the loss of value of the units of that line; scrap loses all of it. Where the cost is unknown the write-down is kept and posted when the cost is set. “repair” opens a ticket; resold goods of grade B or C become their opened twin when `twin` says so.',
    kind: 'action',
    needs: 'inspection',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      lines: z
        .array(gradingSchema.safeExtend({ returnLineId: z.int() }))
        .min(1)
        .max(400),
    }),
    output: returnSchema,
    refusals: [
      'no-such-return',
      'wrong-stage',
      'month-closed',
      'not-received',
      'no-such-return-line',
      'over-received-quantity',
      'over-value',
      'check-needs-note',
      'name-used',
    ],
  }),
  'inspection.checklist': procedure({
    about: 'The questions to answer about an item: those of its category, else those for all.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ sku: z.string().trim().min(1).max(64) }),
    output: z.object({
      category: z.string().optional(),
      questions: z.array(z.object({ zh: z.string(), en: z.string() })),
    }),
    refusals: ['no-such-product'],
  }),
  'inspection.suggest': procedure({
    about:
      'What graded goods could bring by each disposition, with the arithmetic: sale value by price and grade, less ageing and repair. `best` brings most; the person decides. Writes nothing.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnLineId: z.int(), grade: gradeSchema, quantity: quantitySchema.optional() }),
    output: suggestionSchema,
    refusals: ['no-such-return-line'],
  }),
  'inspection.twin': procedure({
    about: 'The code, name and price under which an item would be sold again as opened. Writes nothing.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnLineId: z.int(), grade: gradeSchema.exclude(['A']), locale: localeSchema.optional() }),
    output: z.object({
      sku: z.string(),
      name: z.string(),
      price: z.string().optional(),
      flaw: z.string().optional(),
      /** It stands in the list of items already. */
      exists: z.boolean(),
    }),
    refusals: ['no-such-return-line'],
  }),
};

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema } from '../values/money.ts';
import { threeDecimals } from '../values/quantity.ts';
import { placeSchema } from '../values/words.ts';

const numberSchema = z.string().trim().min(1).max(64);
const skuSchema = z.string().trim().min(1).max(64);
/** Units counted, or taken back from what was; at most three decimals. */
const countedSchema = z
  .number()
  .min(-1_000_000)
  .max(1_000_000)
  .refine(threeDecimals, { params: { rule: 'three-decimals' } });

/** Why the book and the shelf differ. */
export const differenceReasons = [
  'lost',
  'broken',
  'stolen',
  'own-use',
  'expired',
  'found',
  'booking-mistake',
  'other',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];
const differenceReasonSchema = z.enum(differenceReasons);

/** Which items are counted: all, or those of a category, of a supplier, or named ones. */
const scopeSchema = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ category: z.string().trim().min(1).max(60) }),
  z.object({ supplierId: z.int() }),
  z.object({ skus: z.array(skuSchema).min(1).max(2000) }),
]);
export type StocktakeScope = z.infer<typeof scopeSchema>;

export const stocktakeSchema = z.object({
  number: z.string(),
  day: daySchema,
  place: placeSchema,
  scope: scopeSchema,
  blind: z.boolean(),
  note: z.string().optional(),
  state: z.enum(['open', 'booked', 'cancelled']),
  person: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  itemsInScope: z.int(),
  itemsCounted: z.int(),
  /** Items whose count equals the book. Absent while it is blind and open. */
  itemsEqual: z.int().optional(),
  /** At cost: what was too little is negative. Absent while it is blind and open. */
  differenceCents: centsSchema.optional(),
  lines: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      spec: z.string().optional(),
      unit: z.string().optional(),
      location: z.string().optional(),
      counted: z.number().optional(),
      countedAt: z.string().optional(),
      /** What the book said when it was counted, or says now. Absent while it is blind and open. */
      book: z.number().optional(),
      difference: z.number().optional(),
      reason: differenceReasonSchema.optional(),
      note: z.string().optional(),
    }),
  ),
});
export type Stocktake = z.infer<typeof stocktakeSchema>;

export const stocktakesApi = {
  'stocktakes.open': procedure({
    about: 'Begins a count of a place. Blind: those who count do not see what the book says. Trade goes on meanwhile.',
    kind: 'action',
    needs: 'stock',
    input: z.object({
      id: actionIdSchema,
      place: z.enum(['shelf', 'returns', 'repair', 'supplier-shelf']).default('shelf'),
      scope: scopeSchema.default({ all: true }),
      blind: z.boolean().default(false),
      note: z.string().trim().max(500).optional(),
    }),
    output: stocktakeSchema,
    refusals: ['no-such-product', 'no-such-supplier'],
  }),
  'stocktakes.count': procedure({
    about:
      'Notes what was counted: `add` as the scanner does (minus takes a scan back), `set` as it is typed. Each is kept with who and when, and with what the book said at that moment.',
    kind: 'action',
    needs: 'stock',
    input: z.object({
      id: actionIdSchema,
      number: numberSchema,
      lines: z
        .array(z.object({ sku: skuSchema, quantity: countedSchema, mode: z.enum(['add', 'set']).default('add') }))
        .min(1)
        .max(500),
    }),
    output: z.object({
      lines: z.array(z.object({ sku: z.string(), name: z.string(), counted: z.number(), book: z.number().optional() })),
    }),
    refusals: ['no-such-stocktake', 'stocktake-ended', 'no-such-product', 'not-in-scope', 'count-below-zero'],
  }),
  'stocktakes.book': procedure({
    about:
      'Ends a count: every difference is booked with its reason, at the average cost (goods against loss on goods, or the reverse). Items of the scope nobody counted stay as they are, or are taken as gone.',
    kind: 'action',
    needs: 'books',
    input: z.object({
      id: actionIdSchema,
      number: numberSchema,
      uncounted: z.enum(['leave', 'none-there']).default('leave'),
      /** For differences without a line of their own here. */
      reason: differenceReasonSchema.optional(),
      reasons: z
        .array(
          z.object({ sku: skuSchema, reason: differenceReasonSchema, note: z.string().trim().max(200).optional() }),
        )
        .max(2000)
        .optional(),
      note: z.string().trim().max(500).optional(),
    }),
    output: stocktakeSchema,
    refusals: [
      'no-such-stocktake',
      'stocktake-ended',
      'stocktake-not-counted',
      'reason-needed',
      'not-enough-stock',
      'goods-of-cases',
    ],
  }),
  'stocktakes.cancel': procedure({
    about: 'Ends a count without booking anything.',
    kind: 'action',
    needs: 'stock',
    input: z.object({ id: actionIdSchema, number: numberSchema, why: z.string().trim().min(1).max(500) }),
    output: stocktakeSchema,
    refusals: ['no-such-stocktake', 'stocktake-ended'],
  }),
  'stocktakes.get': procedure({
    about: 'One count with all items of its scope; differences first, then what is not counted yet.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ number: numberSchema }),
    output: stocktakeSchema,
    refusals: ['no-such-stocktake'],
  }),
  'stocktakes.list': procedure({
    about: 'Counts, open ones first, then the newest; with how right the book was.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ limit: z.int().min(1).max(200).optional() }),
    output: z.object({ items: z.array(stocktakeSchema.omit({ lines: true, itemsInScope: true })) }),
    refusals: [],
  }),
};

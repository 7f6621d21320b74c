import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { unitPriceSchema } from '../values/money.ts';

const skuSchema = z.string().trim().min(1).max(64);
const categorySchema = z.string().trim().max(60);

/** How single things of a product are told apart. */
const trackings = ['serial', 'batch'] as const;
const trackingSchema = z.enum(trackings);

export const productSchema = z.object({
  productId: z.int(),
  sku: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  category: z.string().optional(),
  supplier: z.object({ supplierId: z.int(), name: z.string() }).optional(),
  /** What a new one costs today. */
  price: z.string().optional(),
  /** The cost somebody has set; what units in stock cost is in the stock book. */
  unitCost: z.string().optional(),
  tracking: trackingSchema.optional(),
  /** What belongs into the box. */
  accessories: z.array(z.string()),
  /** Goods sold again as opened: the product they were bought as. */
  twinOf: z.object({ sku: z.string(), name: z.string(), grade: z.string() }).optional(),
  twins: z.array(z.object({ sku: z.string(), name: z.string(), grade: z.string() })),
  flaw: z.string().optional(),
});
export type Product = z.infer<typeof productSchema>;

export const catalogApi = {
  'catalog.product': procedure({
    about:
      'One item with its category, supplier, price, how it is tracked, what belongs into the box and its opened twins.',
    kind: 'read',
    role: 'anyone',
    input: z.object({ sku: skuSchema }),
    output: productSchema,
    refusals: ['no-such-product'],
  }),
  'catalog.saveProduct': procedure({
    about:
      'Changes what is said of an item and leaves the rest as it is; an item nobody knew is made. An empty text, or null, takes away what was said.',
    kind: 'action',
    role: 'clerk',
    input: z.object({
      id: actionIdSchema,
      sku: skuSchema,
      name: z.string().trim().min(1).max(200).optional(),
      spec: z.string().trim().max(100).optional(),
      category: categorySchema.optional(),
      supplierId: z.int().nullable().optional(),
      price: unitPriceSchema.nullable().optional(),
      tracking: trackingSchema.nullable().optional(),
      accessories: z.array(z.string().trim().min(1).max(80)).max(40).optional(),
      flaw: z.string().trim().max(500).optional(),
    }),
    output: productSchema,
    refusals: ['no-such-supplier'],
  }),
  'catalog.categories': procedure({
    about: 'The categories of all items, each with how many it has.',
    kind: 'read',
    role: 'anyone',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ category: z.string(), products: z.int() })) }),
    refusals: [],
  }),
};

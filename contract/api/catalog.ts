import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { unitPriceSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { pictureSchema } from './photos.ts';

const skuSchema = z.string().trim().min(1).max(64);
const categorySchema = z.string().trim().max(60);

/** How single things of a product are told apart. */
const trackings = ['serial', 'batch'] as const;
const trackingSchema = z.enum(trackings);
const barcodeSchema = z.string().trim().min(1).max(64);
const levelSchema = quantitySchema.or(z.literal(0));

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
  barcodes: z.array(z.string()),
  /** What it is counted in. */
  unit: z.string().optional(),
  /** What should be on the shelf at least, and at most. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Whether its batches have a last day. */
  expires: z.boolean(),
  /** Where it lies in the shop. */
  location: z.string().optional(),
  /** The picture's fingerprint: `catalog.photo` gives the picture. */
  photo: z.string().optional(),
  /** On the shelf now, and at what average cost where that is known. */
  onShelf: z.number(),
  averageCost: z.string().optional(),
});
export type Product = z.infer<typeof productSchema>;

export const catalogApi = {
  'catalog.product': procedure({
    about:
      'One item with its category, supplier, price, how it is tracked, what belongs into the box and its opened twins.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ sku: skuSchema }),
    output: productSchema,
    refusals: ['no-such-product'],
  }),
  'catalog.products': procedure({
    about:
      'Items by code, barcode, name (also pinyin and initials) or category; an empty text lists them by code, page by page.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      text: z.string().max(200).optional(),
      category: categorySchema.optional(),
      supplierId: z.int().optional(),
      limit: z.int().min(1).max(500).optional(),
      /** The last code of the page before. */
      after: skuSchema.optional(),
    }),
    output: z.object({
      items: z.array(
        productSchema
          .pick({
            productId: true,
            sku: true,
            name: true,
            spec: true,
            category: true,
            unit: true,
            price: true,
            photo: true,
            onShelf: true,
            min: true,
            max: true,
          })
          .extend({ supplier: z.string().optional() }),
      ),
      total: z.int(),
    }),
    refusals: [],
  }),
  'catalog.byCode': procedure({
    about: 'The item that a scanned code belongs to: its own code first, then a barcode, then a serial number.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ code: z.string().trim().min(1).max(64) }),
    output: productSchema,
    refusals: ['no-such-product'],
  }),
  'catalog.setPhoto': procedure({
    about: 'Gives an item a picture, or takes it away. The picture is kept in the folder of photos.',
    kind: 'action',
    needs: 'goods',
    input: z.object({ id: actionIdSchema, sku: skuSchema, dataBase64: pictureSchema.nullable() }),
    output: productSchema,
    refusals: ['no-such-product', 'photo-not-readable'],
  }),
  'catalog.photo': procedure({
    about: 'The picture of an item, checked against the fingerprint it was kept with.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ sku: skuSchema }),
    output: z.object({ type: z.string(), sha256: z.string(), dataBase64: z.string() }),
    refusals: ['no-such-product', 'no-such-photo', 'photo-not-readable'],
  }),
  'catalog.saveProduct': procedure({
    about:
      'Changes what is said of an item and leaves the rest as it is; an item nobody knew is made. An empty text, or null, takes away what was said.',
    kind: 'action',
    needs: 'goods',
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
      barcodes: z.array(barcodeSchema).max(20).optional(),
      unit: z.string().trim().max(20).optional(),
      min: levelSchema.nullable().optional(),
      max: levelSchema.nullable().optional(),
      expires: z.boolean().optional(),
      location: z.string().trim().max(60).optional(),
    }),
    output: productSchema,
    refusals: ['no-such-supplier', 'barcode-used', 'expiry-needs-batch', 'min-over-max'],
  }),
  'catalog.categories': procedure({
    about: 'The categories of all items, each with how many it has.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ category: z.string(), products: z.int() })) }),
    refusals: [],
  }),
};

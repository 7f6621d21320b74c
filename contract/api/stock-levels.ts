import { z } from 'zod';
import { procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { unsignedCentsSchema } from '../values/money.ts';

export const stockLevelsApi = {
  'stock.levels': procedure({
    about:
      'Items with too little or too much on the shelf, and what to order: what sells in the time until an order comes and the days to cover, less what is on the shelf and what returns will bring back to it. `reorder` is rounded up to whole units for items counted in pieces. Items without a lowest level are judged by what sells: low is less than sells until an order comes (a week, where the supplier does not say), over is more than sells in the days looked at. Only items whose stock is kept here are judged: received, opened, counted, or with a level of their own. Where sales are booked elsewhere the pace comes from the sales read in, up to the newest of them; they take nothing off the shelf here, so count before you order.',
    kind: 'long-read',
    needs: 'everyone',
    input: z.object({
      only: z.enum(['low', 'over', 'expiring', 'all']).default('low'),
      supplierId: z.int().optional(),
      category: z.string().max(60).optional(),
      /** How many days of sales are looked at. */
      days: z.int().min(7).max(730).default(90),
      /** How many days an order should last. */
      cover: z.int().min(1).max(365).default(30),
      limit: z.int().min(1).max(5000).optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({
          sku: z.string(),
          name: z.string(),
          unit: z.string().optional(),
          category: z.string().optional(),
          supplier: z.string().optional(),
          onShelf: z.number(),
          /** In the returns area or on the repair bench, times the share of such goods that went back to the shelf. */
          comingBack: z.number(),
          min: z.number().optional(),
          max: z.number().optional(),
          /** Units sold a day less those that came back to the shelf. */
          perDay: z.number(),
          /** Days the shelf lasts at that pace; absent where nothing sells. */
          lastsDays: z.number().optional(),
          /** Days from an order until the goods come, as the supplier is known to need, else a usual number. */
          leadDays: z.int(),
          level: z.enum(['low', 'ok', 'over']),
          reorder: z.number(),
          /** At the average or set cost, where it is known. */
          reorderCents: unsignedCentsSchema.optional(),
          /** The batch on the shelf that expires first. */
          expiresOn: daySchema.optional(),
        }),
      ),
    }),
    refusals: [],
  }),
  'stock.history': procedure({
    about:
      'Everything known of a code, newest first: an item by its code or barcode, or one unit by its serial number or batch. Goods received, sold, brought back, graded, repaired, sent to the supplier, counted, revalued.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ code: z.string().trim().min(1).max(64), limit: z.int().min(1).max(1000).optional() }),
    output: z.object({
      /** What the code is of. */
      of: z.array(z.object({ sku: z.string(), name: z.string(), by: z.enum(['code', 'barcode', 'serial', 'batch']) })),
      items: z.array(
        z.object({
          at: z.string(),
          day: daySchema,
          what: z.enum([
            'received',
            'opening',
            'voided',
            'sold',
            'sold-elsewhere',
            'returned',
            'graded',
            'repaired',
            'sent-to-supplier',
            'counted',
            'adjusted',
            'revalued',
            'moved',
          ]),
          document: z.string(),
          sku: z.string(),
          quantity: z.number(),
          valueCents: unsignedCentsSchema.optional(),
          serial: z.string().optional(),
          batch: z.string().optional(),
          detail: z.string().optional(),
        }),
      ),
    }),
    refusals: ['no-such-product'],
  }),
};

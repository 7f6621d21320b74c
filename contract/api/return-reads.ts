import { z } from 'zod';
import { procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { unsignedCentsSchema } from '../values/money.ts';
import { stageSchema } from '../values/words.ts';
import { photoSchema } from './photos.ts';
import { returnSchema } from './return-shape.ts';

/** Another return as a line of a list. */
export const returnBriefSchema = z.object({
  returnId: z.int(),
  number: z.string(),
  stage: stageSchema,
  day: daySchema,
  /** The first item, by its name. */
  goods: z.string(),
  quantity: z.number(),
  creditedCents: unsignedCentsSchema,
});
export type ReturnBrief = z.infer<typeof returnBriefSchema>;

export const returnReadsApi = {
  'returns.get': procedure({
    about: 'One return with its lines, timeline, credit notes and payouts.',
    kind: 'read',
    needs: 'everyone',
    input: z.union([z.object({ returnId: z.int() }), z.object({ number: z.string().min(1).max(64) })]),
    output: returnSchema,
    refusals: ['no-such-return'],
  }),
  'returns.related': procedure({
    about:
      'What belongs to a return: its photos, the parcel it lay in, what lay in its own, the same visit, and earlier returns of the customer and of the sale (the newest 20 each).',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnId: z.int() }),
    output: z.object({
      photos: z.array(photoSchema),
      parent: returnBriefSchema.optional(),
      children: z.array(returnBriefSchema),
      visit: z.array(returnBriefSchema),
      ofCustomer: z.array(returnBriefSchema),
      ofSale: z.array(returnBriefSchema),
    }),
    refusals: ['no-such-return'],
  }),
  'returns.search': procedure({
    about: 'Returns by number, waybill, customer, sale number or item; newest first.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      text: z.string().max(200).optional(),
      stage: stageSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.object({ items: z.array(returnSchema) }),
    refusals: [],
  }),
};

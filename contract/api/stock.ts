import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema, unitPriceSchema, unsignedCentsSchema } from '../values/money.ts';
import { accountRoleSchema, placeSchema } from '../values/words.ts';

const skuSchema = z.string().trim().min(1).max(64);

export const stockApi = {
  'stock.balances': procedure({
    about:
      'What is where, and what it is worth at cost. `unknownQuantity` are units whose cost nobody knows, valued at zero.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ sku: skuSchema.optional(), place: placeSchema.optional() }),
    output: z.object({
      items: z.array(
        z.object({
          sku: z.string(),
          name: z.string(),
          place: placeSchema,
          quantity: z.number(),
          valueCents: unsignedCentsSchema,
          unknownQuantity: z.number(),
        }),
      ),
    }),
    refusals: [],
  }),
  'stock.moves': procedure({
    about:
      'Every move of goods, oldest first. Value is at cost: what left the one place and what arrived at the other.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      sku: skuSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      limit: z.int().min(1).max(10_000).optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({
          moveId: z.int(),
          day: daySchema,
          at: z.string(),
          document: z.string(),
          sku: z.string(),
          name: z.string(),
          from: placeSchema,
          to: placeSchema,
          quantity: z.number(),
          fromValueCents: unsignedCentsSchema,
          toValueCents: unsignedCentsSchema,
        }),
      ),
    }),
    refusals: [],
  }),
  'stock.setCost': procedure({
    about:
      'Sets the unit cost of an item whose cost is unknown: units in stock are revalued by an entry, and write-downs that waited for the cost are posted.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, sku: skuSchema, unitCost: unitPriceSchema }),
    output: z.object({ sku: z.string(), revaluedCents: centsSchema }),
    refusals: ['no-such-product', 'cost-already-known', 'month-closed'],
  }),
};

export const moneyApi = {
  'money.entries': procedure({
    about: 'The journal between two days, oldest first. Every entry balances.',
    kind: 'read',
    needs: 'figures',
    input: z.object({ from: daySchema, to: daySchema }),
    output: z.object({
      items: z.array(
        z.object({
          number: z.string(),
          day: daySchema,
          document: z.string(),
          lines: z.array(
            z.object({
              account: z.string(),
              role: accountRoleSchema,
              code: z.string(),
              debitCents: unsignedCentsSchema,
              creditCents: unsignedCentsSchema,
            }),
          ),
        }),
      ),
    }),
    refusals: [],
  }),
};

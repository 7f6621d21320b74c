import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema } from '../values/money.ts';

export const findApi = {
  'find.search': procedure({
    about:
      'Returns, sales, customers and items by number, code, name or a part of it: two Chinese characters are enough. Best first.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(100).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['return', 'sale', 'customer', 'product']),
          id: z.int(),
          /** Number, code or name: what the person looked for. */
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
    refusals: [],
  }),
};

export const draftsApi = {
  'drafts.save': procedure({
    about: 'Keeps what was typed on a screen, so that a crash loses nothing. Empty content forgets it.',
    kind: 'jot',
    needs: 'everyone',
    input: z.object({ screen: z.string().min(1).max(80), content: z.string().max(200_000) }),
    output: z.object({}),
    refusals: [],
  }),
  'drafts.load': procedure({
    about: 'What was typed on a screen and not yet done.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ screen: z.string().min(1).max(80) }),
    output: z.object({ content: z.string().optional(), savedAt: z.string().optional() }),
    refusals: [],
  }),
};

export const demoApi = {
  'demo.fill': procedure({
    about: 'Fills an empty shop with made-up trade of the last weeks.',
    kind: 'long-action',
    needs: 'shop',
    input: z.object({ id: actionIdSchema, locale: z.enum(['zh-CN', 'en']).optional() }),
    output: z.object({ sales: z.int(), returns: z.int() }),
    refusals: ['shop-not-empty'],
  }),
};

export const insightApi = {
  'insight.summary': procedure({
    about:
      'Sales and returns of a period by the day of the document, read from files or done here. Return rate = units of these sales returned whenever ÷ units sold. Cycle = request to last payout, in days.',
    kind: 'long-read',
    needs: 'figures',
    input: z.object({ from: daySchema, to: daySchema }),
    output: z.object({
      salesCents: centsSchema,
      unitsSold: z.number(),
      returnsCents: centsSchema,
      unitsReturned: z.number(),
      returnRate: z.object({ byQuantity: z.number(), byValue: z.number() }),
      cycle: z.object({ settled: z.int(), medianDays: z.number().optional(), p90Days: z.number().optional() }),
      byReason: z.array(z.object({ reason: z.string(), units: z.number(), valueCents: centsSchema })),
      bySku: z.array(z.object({ sku: z.string(), name: z.string(), units: z.number(), valueCents: centsSchema })),
      loss: z.object({ writeDownCents: centsSchema, scrapCents: centsSchema }),
    }),
    refusals: [],
  }),
};

export const wireApi = {
  'wire.echo': procedure({
    about:
      'Answers with what was sent; reports progress `steps` times, `everyMs` apart. For measuring the way there and back.',
    kind: 'long-action',
    needs: 'open',
    input: z.object({
      text: z.string().max(100_000),
      steps: z.int().min(0).max(10_000).optional(),
      everyMs: z.int().min(0).max(1000).optional(),
    }),
    output: z.object({ text: z.string() }),
    refusals: [],
  }),
};

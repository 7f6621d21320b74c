import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema, unsignedCentsSchema } from '../values/money.ts';
import { localeSchema, stageSchema } from '../values/words.ts';

/** Why a customer is looked at twice. A very important one was called so by a person; a frequent returner is counted. */
export const customerMarkSchema = z.discriminatedUnion('mark', [
  z.object({ mark: z.literal('vip'), reason: z.string() }),
  z.object({
    mark: z.literal('frequent-returner'),
    /** What passed its threshold: how many, or how many of what was bought. */
    by: z.enum(['count', 'rate']),
    returns: z.int(),
    sales: z.int(),
    /** The last so many days were counted. */
    days: z.int(),
  }),
]);
export type CustomerMark = z.infer<typeof customerMarkSchema>;

export const customerPageSchema = z.object({
  customerId: z.int(),
  code: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  /** In which language they are written to; absent for the shop's own. */
  locale: localeSchema.optional(),
  marks: z.array(customerMarkSchema),
  sales: z.object({ count: z.int(), totalCents: centsSchema, lastDay: daySchema.optional() }),
  /** Returns that were neither rejected nor cancelled, and what was credited for them. */
  returns: z.object({ count: z.int(), creditedCents: centsSchema }),
  /** The newest first, open ones before all others. */
  recentReturns: z.array(
    z.object({ returnId: z.int(), number: z.string(), day: daySchema, stage: stageSchema, goods: z.string() }),
  ),
  recentSales: z.array(z.object({ saleId: z.int(), number: z.string(), day: daySchema, totalCents: centsSchema })),
  storeCredits: z.array(
    z.object({ code: z.string(), balanceCents: unsignedCentsSchema, expiresOn: daySchema.optional() }),
  ),
});
export type CustomerPage = z.infer<typeof customerPageSchema>;

const emailSchema = z
  .string()
  .trim()
  .max(200)
  .regex(/^$|^[^\s@<>",;]+@[^\s@<>",;]+$/);

export const customersApi = {
  'customers.get': procedure({
    about:
      'One customer: how to reach them, their marks with the reasons, what they bought and brought back, open returns and store credit.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ customerId: z.int() }),
    output: customerPageSchema,
    refusals: ['no-such-customer'],
  }),
  'customers.marks': procedure({
    about:
      'The marks of the customer of a sale or a return, or of one named by id: what the person at the desk should know. Empty for nobody.',
    kind: 'read',
    needs: 'everyone',
    input: z.union([z.object({ customerId: z.int() }), z.object({ saleId: z.int() }), z.object({ returnId: z.int() })]),
    output: z.object({ customerId: z.int().optional(), marks: z.array(customerMarkSchema) }),
    refusals: [],
  }),
  'customers.search': procedure({
    about: 'Customers by code, phone or name; an empty text lists those who bought or came last.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(500).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          customerId: z.int(),
          code: z.string().optional(),
          name: z.string().optional(),
          phone: z.string().optional(),
          vip: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  'customers.save': procedure({
    about:
      'Changes what is known of a customer and leaves the rest as it is. An empty text takes away what was known; `vip` is the reason why they are a special one.',
    kind: 'action',
    needs: 'returns',
    input: z.object({
      id: actionIdSchema,
      customerId: z.int(),
      name: z.string().trim().max(120).optional(),
      phone: z.string().trim().max(40).optional(),
      email: emailSchema.optional(),
      locale: localeSchema.nullable().optional(),
      vip: z.string().trim().max(200).optional(),
    }),
    output: customerPageSchema,
    refusals: ['no-such-customer', 'customer-nameless'],
  }),
};

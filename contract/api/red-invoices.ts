import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { unsignedCentsSchema } from '../values/money.ts';
import { redInvoiceStatusSchema } from '../values/words.ts';
import { customerSchema } from './sales.ts';

const invoiceNumberSchema = z.string().trim().max(40);

export const redInvoiceSchema = z.object({
  returnId: z.int(),
  returnNumber: z.string(),
  customer: customerSchema.optional(),
  /** Credited so far, with its tax. */
  creditedCents: unsignedCentsSchema,
  taxCents: unsignedCentsSchema,
  /** As it stands now: a confirmation that nobody gave within 72 hours has lapsed. */
  status: redInvoiceStatusSchema,
  /** When a confirmation that was asked for lapses. */
  lapsesAt: z.string().optional(),
  /** The invoice it takes back. */
  blueNumber: z.string().optional(),
  number: z.string().optional(),
  note: z.string().optional(),
  at: z.string(),
  person: z.string(),
});
export type RedInvoice = z.infer<typeof redInvoiceSchema>;

export const redInvoicesApi = {
  'redInvoices.set': procedure({
    about: 'Says how far the red invoice of a return is. Asking for a confirmation starts its 72 hours.',
    kind: 'action',
    needs: 'returns',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      status: redInvoiceStatusSchema,
      blueNumber: invoiceNumberSchema.optional(),
      number: invoiceNumberSchema.optional(),
      note: z.string().trim().max(1000).optional(),
    }),
    output: redInvoiceSchema,
    refusals: ['no-such-return', 'number-needed'],
  }),
  'redInvoices.get': procedure({
    about: 'How far the red invoice of a return is, and what was said of it before, newest first.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnId: z.int() }),
    output: z.object({
      current: redInvoiceSchema.optional(),
      history: z.array(
        z.object({
          status: redInvoiceStatusSchema,
          blueNumber: z.string().optional(),
          number: z.string().optional(),
          note: z.string().optional(),
          day: daySchema,
          at: z.string(),
          person: z.string(),
        }),
      ),
    }),
    refusals: ['no-such-return'],
  }),
  'redInvoices.list': procedure({
    about:
      'Returns whose red invoice was spoken of, those that lapse first in front. `open`: only what is still to be done.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ open: z.boolean().optional(), limit: z.int().min(1).max(1000).optional() }),
    output: z.object({ items: z.array(redInvoiceSchema) }),
    refusals: [],
  }),
};

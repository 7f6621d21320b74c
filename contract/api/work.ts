import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema } from '../values/money.ts';
import { localeSchema, stageSchema } from '../values/words.ts';
import { customerSchema } from './sales.ts';

/** Whom a return is given to, as the shop calls them. */
const personNameSchema = z.string().trim().min(1).max(60);

/** What can be next. Without a sale one is found for the goods, or a person says what is given. */
export const workSteps = ['review', 'receive', 'inspect', 'match', 'value', 'repair', 'refund', 'close'] as const;

/** What waits beside the steps of a return. */
export const otherWorkKinds = ['repair', 'claim', 'red-invoice', 'call-back', 'store-credit'] as const;
export type OtherWorkKind = (typeof otherWorkKinds)[number];

export const workApi = {
  'returns.worklist': procedure({
    about:
      'What waits at the desk: every open return with its next step and whose it is, the most overdue first; repairs, claims, red invoices, calls and store credit with a date; and the totals of the home screen. `person` narrows it to one person’s, null to what is nobody’s.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      limit: z.int().min(1).max(1000).optional(),
      person: personNameSchema.nullable().optional(),
    }),
    output: z.object({
      late: z.int(),
      dueToday: z.int(),
      /** Open returns. */
      open: z.int(),
      /** Units inspected or credited that nobody has been paid for yet, before fees and freight. */
      toPayCents: centsSchema,
      /** Everybody who has open returns, whatever the list is narrowed to. */
      people: z.array(z.object({ person: z.string(), open: z.int(), late: z.int() })),
      items: z.array(
        z.object({
          returnId: z.int(),
          number: z.string(),
          stage: stageSchema,
          next: z.enum(workSteps),
          customer: customerSchema.optional(),
          goods: z.string(),
          quantity: z.number(),
          dueAt: z.string().optional(),
          late: z.boolean(),
          assignee: z.string().optional(),
        }),
      ),
      /** What has a date and is no step of a return. A day is over when its last second is. */
      others: z.array(
        z.object({
          kind: z.enum(otherWorkKinds),
          /** The number of the ticket, claim, return or credit. */
          number: z.string(),
          returnId: z.int().optional(),
          /** Whom or what it is about: a customer, a supplier, goods. */
          about: z.string(),
          dueAt: z.string(),
          late: z.boolean(),
          assignee: z.string().optional(),
        }),
      ),
    }),
    refusals: [],
  }),
  'returns.assign': procedure({
    about: 'Gives a return to a person, or to nobody.',
    kind: 'action',
    needs: 'returns',
    input: z.object({ id: actionIdSchema, returnId: z.int(), person: personNameSchema.nullable() }),
    output: z.object({ returnId: z.int(), person: z.string().optional() }),
    refusals: ['no-such-return'],
  }),
  'work.calendar': procedure({
    about:
      'All due work as the text of an iCalendar file (RFC 5545), to be put into any calendar. Read again, it changes what it said before.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ locale: localeSchema.optional(), person: personNameSchema.nullable().optional() }),
    output: z.object({ fileName: z.string(), text: z.string(), events: z.int(), day: daySchema }),
    refusals: [],
  }),
};

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { localeSchema, type stageSchema } from '../values/words.ts';

/** How the customer was told. */
const messageWays = ['copy', 'mail', 'print'] as const;
const messageWaySchema = z.enum(messageWays);

/** The stages a customer is told of. */
export const toldStages = [
  'requested',
  'approved',
  'rejected',
  'received',
  'inspected',
  'settled',
  'closed',
  'cancelled',
] as const satisfies readonly z.infer<typeof stageSchema>[];
export const toldStageSchema = z.enum(toldStages);
export type ToldStage = z.infer<typeof toldStageSchema>;

/** What stands in braces in a template and is filled in. */
export const messagePlaceholders = ['customer', 'number', 'shop', 'items', 'amount', 'due'] as const;
export type MessagePlaceholder = (typeof messagePlaceholders)[number];

export const messageTemplateSchema = z.object({
  stage: toldStageSchema,
  locale: localeSchema,
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(4000),
});
export type MessageTemplate = z.infer<typeof messageTemplateSchema>;

const ratingSchema = z.object({
  /** From 0 to 10: how likely they would come again. */
  score: z.int().min(0).max(10).optional(),
  note: z.string().optional(),
  callBackOn: daySchema.optional(),
  at: z.string(),
  person: z.string(),
});

export const messagesApi = {
  'messages.draft': procedure({
    about:
      'What the customer of a return is to be told in the stage it is in: from the template of that stage, in the customer’s language or the one asked for. `mailto` opens it as a letter where an address is known.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnId: z.int(), locale: localeSchema.optional() }),
    output: z.object({
      stage: toldStageSchema,
      locale: localeSchema,
      subject: z.string(),
      text: z.string(),
      mailto: z.string().optional(),
    }),
    refusals: ['no-such-return'],
  }),
  'messages.list': procedure({
    about: 'What the customer of a return was told, and what they said afterwards; oldest first.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ returnId: z.int() }),
    output: z.object({
      messages: z.array(
        z.object({
          stage: toldStageSchema,
          locale: localeSchema,
          way: messageWaySchema,
          text: z.string(),
          at: z.string(),
          person: z.string(),
        }),
      ),
      ratings: z.array(ratingSchema),
    }),
    refusals: ['no-such-return'],
  }),
  'messages.templates': procedure({
    about: 'The template of every stage in every language: the shop’s own, or the one the program came with.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({
      items: z.array(
        messageTemplateSchema.extend({
          own: z.boolean(),
          /** What the program came with. */
          standard: z.object({ subject: z.string(), text: z.string() }),
        }),
      ),
    }),
    refusals: [],
  }),
  'messages.sent': procedure({
    about: 'Notes that the customer was told: with which words, and how.',
    kind: 'action',
    needs: 'returns',
    input: z.object({
      id: actionIdSchema,
      returnId: z.int(),
      way: messageWaySchema,
      text: z.string().trim().min(1).max(8000),
      locale: localeSchema,
    }),
    output: z.object({ stage: toldStageSchema, at: z.string() }),
    refusals: ['no-such-return'],
  }),
};

export const ratingsApi = {
  'ratings.record': procedure({
    about:
      'Keeps what the customer said afterwards: a score from 0 to 10, a note, and a day to call them back. The newest row counts; one without a day ends the waiting for a call.',
    kind: 'action',
    needs: 'returns',
    input: z
      .object({
        id: actionIdSchema,
        returnId: z.int(),
        score: z.int().min(0).max(10).optional(),
        note: z.string().trim().min(1).max(1000).optional(),
        callBackOn: daySchema.optional(),
      })
      .refine(({ score, note }) => score !== undefined || note !== undefined, {
        params: { rule: 'score-or-note' },
        path: ['score'],
      }),
    output: z.object({ ratings: z.array(ratingSchema) }),
    refusals: ['no-such-return'],
  }),
};

import { z } from 'zod';
import { procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema } from '../values/money.ts';

/** What an owner looks at twice. None of it is wrong by itself. */
export const unusualKinds = [
  'void',
  'override',
  'cash-without-receipt',
  'own-sale',
  'splitting',
  'over-own-limit',
  'one-approver',
  'after-hours',
  'credit-voided',
  'reprints',
  'wrong-pins',
  'clock-confirmed',
  'put-in-place',
] as const;
export const unusualKindSchema = z.enum(unusualKinds);
export type UnusualKind = z.infer<typeof unusualKindSchema>;

const unusualSchema = z.object({
  kind: unusualKindSchema,
  /** When it was; nothing for what is of the whole period, or of now. */
  day: daySchema.optional(),
  at: z.string().optional(),
  person: z.string(),
  /** Who also had a part: who had paid what was voided, asked for what was approved, was given the share, or agreed to pass the limit. */
  other: z.string().optional(),
  /** The document it is about: a return's, that of a store credit, or the one printed. */
  number: z.string().optional(),
  returnId: z.int().optional(),
  amountCents: centsSchema.optional(),
  /** The limit that was passed. */
  limitCents: centsSchema.optional(),
  /** How many: returns that were split, copies, wrong PINs, approvals, entries that a restore lost. */
  count: z.int().optional(),
  /** Of how many, where it is a share. */
  of: z.int().optional(),
  /** What the person wrote to it. */
  why: z.string().optional(),
});
export type Unusual = z.infer<typeof unusualSchema>;

export const unusualApi = {
  'insight.unusual': procedure({
    about:
      'What an owner looks at twice: voids, yes to what the policy rejects, cash without a receipt, refunds of own sales, split, above the own limit or after hours, one approver’s share, voided store credit, many copies, wrong PINs, clocks and whole files put in place.',
    kind: 'long-read',
    needs: 'shop',
    input: z.object({ from: daySchema, to: daySchema }),
    output: z.object({
      /** Kind by kind in the order of `unusualKinds`; within one the newest first. */
      items: z.array(unusualSchema),
      /** Who agreed to what others took in: how many of all that people agreed to for them, and what was credited on it. */
      approvals: z.array(
        z.object({
          opener: z.string(),
          approver: z.string(),
          count: z.int(),
          of: z.int(),
          creditedCents: centsSchema,
          ofCents: centsSchema,
        }),
      ),
    }),
    refusals: [],
  }),
};

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { unsignedCentsSchema } from '../values/money.ts';
import { outcomeSchema } from '../values/words.ts';
import { policyRulesSchema } from './policy-rules.ts';
import { ruleResultSchema } from './return-shape.ts';

export const policySchema = z.object({
  /** Absent while it is made from the settings, because none was saved yet. */
  policyId: z.int().optional(),
  /** Empty while it is made from the settings. */
  name: z.string(),
  /** For sales from this day on; absent while it is made from the settings. */
  validFrom: daySchema.optional(),
  savedAt: z.string().optional(),
  person: z.string().optional(),
  rules: policyRulesSchema,
});
export type Policy = z.infer<typeof policySchema>;

export const presetNames = ['cn-seven-days', 'eu-fourteen-days', 'thirty-days-receipt'] as const;
export type PresetName = (typeof presetNames)[number];

const countsSchema = z.object({ accept: z.int(), review: z.int(), reject: z.int() });
export type OutcomeCounts = z.infer<typeof countsSchema>;

export const policyChangeSchema = z.object({
  returnId: z.int(),
  number: z.string(),
  day: daySchema,
  customer: z.string().optional(),
  goods: z.string(),
  creditedCents: unsignedCentsSchema,
  before: outcomeSchema,
  after: outcomeSchema,
  /** What each rule of the draft says of it. */
  rules: z.array(ruleResultSchema),
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

export const replaySchema = z.object({
  from: daySchema,
  to: daySchema,
  returns: z.int(),
  before: countsSchema,
  after: countsSchema,
  changed: z.int(),
  /** Given back for returns that the draft turns down and the rules in force do not. */
  turnedDownCents: unsignedCentsSchema,
  /** The newest of those that would change. */
  changes: z.array(policyChangeSchema),
});
export type Replay = z.infer<typeof replaySchema>;

export const policyApi = {
  'policy.get': procedure({
    about: 'The rules in force for sales of a day; of today when none is named.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ day: daySchema.optional() }),
    output: policySchema,
    refusals: [],
  }),
  'policy.list': procedure({
    about: 'Every policy that was ever saved, the one in force last first, and since when.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ policies: z.array(policySchema.extend({ inForce: z.boolean() })) }),
    refusals: [],
  }),
  'policy.presets': procedure({
    about: 'Ready-made rules to begin with, worded in the shop’s language.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ presets: z.array(z.object({ preset: z.enum(presetNames), rules: policyRulesSchema })) }),
    refusals: [],
  }),
  'policy.save': procedure({
    about:
      'Puts rules in force for sales from a day on, today at the earliest. Sales before it keep theirs, and what was judged stays as it was.',
    kind: 'action',
    needs: 'shop',
    input: z.object({
      id: actionIdSchema,
      name: z.string().trim().min(1).max(80),
      validFrom: daySchema.optional(),
      rules: policyRulesSchema,
    }),
    output: policySchema,
    refusals: ['policy-in-past'],
  }),
  'policy.replay': procedure({
    about:
      'What would have become of the returns of the past year, had a draft of the rules been in force: how many are accepted, reviewed and turned down, before and after, and each that would change. Writes nothing.',
    kind: 'long-read',
    needs: 'figures',
    input: z.object({
      rules: policyRulesSchema,
      days: z.int().min(1).max(3660).optional(),
      limit: z.int().min(0).max(1000).optional(),
    }),
    output: replaySchema,
    refusals: [],
  }),
};

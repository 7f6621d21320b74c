import { z } from 'zod';
import { amountSchema } from '../values/money.ts';
import { outcomeSchema, reasonSchema, tenderSchema, wantSchema } from '../values/words.ts';

/** Names of categories as the products have them; capitals do not count. */
const categoriesSchema = z.array(z.string().trim().min(1).max(60)).max(60);
const labelSchema = z.string().trim().min(1).max(60);
const daysSchema = z.int().min(0).max(3650);
const percentSchema = z.number().min(0).max(100);

/** Where something was sold: over the counter, or from afar (shop on the web, telephone, post). */
export const saleKinds = ['counter', 'remote'] as const;
export type SaleKind = (typeof saleKinds)[number];

/** For how long goods are taken back. The first window that fits a line counts. */
export const windowSchema = z.object({
  /** `fault`: for reasons that are the shop's or the maker's fault. */
  kind: z.enum(['any-reason', 'fault']),
  /** Empty: for all. */
  channels: z.array(z.enum(saleKinds)).max(saleKinds.length),
  /** Empty: for all. */
  categories: categoriesSchema,
  /** Empty: for all. */
  wants: z.array(wantSchema).max(wantSchema.options.length),
  days: daysSchema,
  /** Counted from the sale, or from the day the customer signed for the parcel. */
  from: z.enum(['sale', 'signing']),
  /** Whether the first of the days is the one after that day, or that day itself. */
  startsDayAfter: z.boolean(),
  beyond: outcomeSchema.exclude(['accept']),
});
export type PolicyWindow = z.infer<typeof windowSchema>;

/** From which condition on something holds; damaged goods are used ones. */
export const whenSchema = z.enum(['always', 'opened', 'used']);
export type When = z.infer<typeof whenSchema>;

/** Goods that are not taken back for a change of mind: final sale, custom-made, hygiene. Faults are exempt. */
export const exclusionSchema = z.object({
  label: labelSchema,
  /** With no category and no item named: all goods. */
  categories: categoriesSchema,
  skus: z.array(z.string().trim().min(1).max(64)).max(200),
  when: whenSchema,
  outcome: outcomeSchema.exclude(['accept']),
});
export type Exclusion = z.infer<typeof exclusionSchema>;

/** A fee that is kept, once per line: so many cents, or a part of what is credited for the line. */
export const feeSchema = z
  .object({
    label: labelSchema,
    categories: categoriesSchema,
    reasons: z.enum(['any', 'fault', 'other']),
    when: whenSchema,
    kind: z.enum(['restocking', 'other-fee']),
    cents: amountSchema.optional(),
    percent: percentSchema.optional(),
    /** The part of the fee that is tax, in percent of the fee without it. */
    taxPercent: percentSchema,
  })
  .refine(({ cents, percent }) => (cents === undefined) !== (percent === undefined), {
    params: { rule: 'cents-or-percent' },
    path: ['percent'],
  });
export type PolicyFee = z.infer<typeof feeSchema>;

/** What a shop takes back and how, as its owner would say it. “Other” reasons are those that are nobody's fault. */
export const policyRulesSchema = z.object({
  windows: z.array(windowSchema).max(40),
  /** What no window is promised for. */
  unpromised: outcomeSchema.exclude(['accept']),
  /** After so many repairs that failed, a fault is taken back even beyond its window, so long after the sale. */
  warranty: z
    .object({
      repairsBefore: z.int().min(1).max(9),
      days: z.int().min(1).max(3650),
      /** Days at the repair bench do not count. */
      pauses: z.boolean(),
    })
    .optional(),
  exclusions: z.array(exclusionSchema).max(40),
  /** What a change of mind comes to by how the goods look. */
  condition: z.object({ opened: outcomeSchema, used: outcomeSchema, damaged: outcomeSchema }),
  /** Without a receipt. */
  proof: z.object({
    outcome: outcomeSchema.exclude(['accept']),
    tenders: z.array(tenderSchema).min(1).max(tenderSchema.options.length),
  }),
  /** Reasons that a person looks at, or that nothing is taken back for. */
  reasons: z.array(z.object({ reason: reasonSchema, outcome: outcomeSchema })).max(60),
  /** Accessories that did not come along. */
  missing: outcomeSchema,
  /** Pieces of a bundle, gifts among them, that stay with the customer. */
  together: outcomeSchema,
  /** Goods with serial numbers whose number is not known. */
  serial: outcomeSchema,
  /** Who pays the way back. */
  freight: z.object({ fault: z.enum(['shop', 'customer']), other: z.enum(['shop', 'customer']) }),
  fees: z.array(feeSchema).max(20),
  /** When the delivery charge of the sale goes back: for faults and when everything comes back, or not, or at once. */
  delivery: z.enum(['fault-or-all', 'never', 'always']),
  /** Faulty goods below this amount may stay with the customer. */
  withoutGoodsBelowCents: amountSchema.optional(),
  /** Up to this amount nobody has to look at goods in doubtful shape, incomplete or somewhat late. */
  acceptBelowCents: amountSchema.optional(),
  /** Above this amount a person looks at it, whatever the other rules say. */
  reviewAboveCents: amountSchema.optional(),
  /** From so many earlier returns in so many days on, a person looks at it. */
  perCustomer: z.object({ returns: z.int().min(1).max(999), days: z.int().min(1).max(3650) }).optional(),
  /** What one person may give back in a day before another looks at it. */
  perClerk: z.object({ cents: amountSchema }).optional(),
  /** How the sales name the counter; every other channel is remote, none at all is the counter. */
  counterWords: z.array(z.string().trim().min(1).max(40)).max(40),
});
export type PolicyRules = z.infer<typeof policyRulesSchema>;

import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema, recordedDaySchema } from '../values/days.ts';
import { amountSchema, positiveAmountSchema, unsignedCentsSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { paidBySchema } from '../values/words.ts';

const noteSchema = z.string().trim().max(1000);

const claimSchema = z.object({
  claimId: z.int(),
  number: z.string(),
  supplierId: z.int(),
  supplier: z.string(),
  day: daySchema,
  dueOn: daySchema.optional(),
  note: z.string().optional(),
  /** What the shop asks for. */
  claimedCents: unsignedCentsSchema,
  /** What the goods cost. */
  valueCents: unsignedCentsSchema,
  paidCents: unsignedCentsSchema,
  refusedCents: unsignedCentsSchema,
  /** Asked for, less what was paid and refused; nothing once it is closed. */
  owedCents: unsignedCentsSchema,
  /** Closed for less than the goods cost: the loss. */
  lostCents: unsignedCentsSchema,
  open: z.boolean(),
  /** Days since the goods left. */
  days: z.int(),
  overdue: z.boolean(),
});

const claimViewSchema = claimSchema.extend({
  person: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  lines: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      spec: z.string().optional(),
      unit: z.string().optional(),
      quantity: z.number(),
      /** Units among them whose cost nobody knew. */
      unknownQuantity: z.number(),
      valueCents: unsignedCentsSchema,
      claimedCents: unsignedCentsSchema,
      note: z.string().optional(),
    }),
  ),
  events: z.array(
    z.object({
      kind: z.enum(['paid', 'refused', 'note', 'closed']),
      cents: unsignedCentsSchema,
      paidBy: paidBySchema.optional(),
      document: z.string().optional(),
      reference: z.string().optional(),
      note: z.string().optional(),
      day: daySchema,
      at: z.string(),
      person: z.string(),
    }),
  ),
});
export type Claim = z.infer<typeof claimViewSchema>;

const stepShape = { id: actionIdSchema, claimId: z.int() };
const stepRefusals = ['no-such-claim', 'claim-closed'] as const;

export const claimsApi = {
  'claims.waiting': procedure({
    about:
      'Goods on the supplier shelf that no claim was made for yet, by item with its supplier; those waiting longest first.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ supplierId: z.int().optional() }),
    output: z.object({
      items: z.array(
        z.object({
          sku: z.string(),
          name: z.string(),
          supplierId: z.int().optional(),
          supplier: z.string().optional(),
          quantity: z.number(),
          valueCents: unsignedCentsSchema,
          unknownQuantity: z.number(),
          /** The day the oldest of these units was put there. */
          since: daySchema,
          days: z.int(),
          /** The last day on which the supplier takes a claim for them. */
          claimBy: daySchema.optional(),
          overdue: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  'claims.open': procedure({
    about:
      'Sends goods of the supplier shelf back to one supplier as one batch and claims their cost. `claimedCents` left out is what they cost; `dueOn` is when the money should be here.',
    kind: 'action',
    needs: 'stock',
    input: z.object({
      id: actionIdSchema,
      supplierId: z.int(),
      lines: z
        .array(
          z.object({
            sku: z.string().trim().min(1).max(64),
            quantity: quantitySchema,
            claimedCents: amountSchema.optional(),
            note: noteSchema.optional(),
          }),
        )
        .min(1)
        .max(400),
      dueOn: recordedDaySchema.optional(),
      note: noteSchema.optional(),
    }),
    output: claimViewSchema,
    refusals: ['no-such-supplier', 'no-such-product', 'over-claimable-quantity'],
  }),
  'claims.list': procedure({
    about: 'Claims, the oldest first, with what each supplier owes, has paid and has refused.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({
      open: z.boolean().optional(),
      supplierId: z.int().optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.object({
      items: z.array(claimSchema),
      suppliers: z.array(
        z.object({
          supplierId: z.int(),
          supplier: z.string(),
          claims: z.int(),
          owedCents: unsignedCentsSchema,
          paidCents: unsignedCentsSchema,
          refusedCents: unsignedCentsSchema,
          lostCents: unsignedCentsSchema,
          /** What is owed by its age in days. */
          aged: z.object({
            upTo30Cents: unsignedCentsSchema,
            upTo60Cents: unsignedCentsSchema,
            upTo90Cents: unsignedCentsSchema,
            olderCents: unsignedCentsSchema,
          }),
        }),
      ),
    }),
    refusals: [],
  }),
  'claims.get': procedure({
    about: 'One claim with its goods and everything that happened since.',
    kind: 'read',
    needs: 'everyone',
    input: z.union([z.object({ claimId: z.int() }), z.object({ number: z.string().min(1).max(64) })]),
    output: claimViewSchema,
    refusals: ['no-such-claim'],
  }),
  'claims.pay': procedure({
    about:
      'Money from the supplier, or set off against what the shop owes there. What passes the cost is other income.',
    kind: 'action',
    needs: 'books',
    input: z.object({
      ...stepShape,
      cents: positiveAmountSchema,
      paidBy: paidBySchema,
      reference: z.string().trim().max(120).optional(),
      note: noteSchema.optional(),
    }),
    output: claimViewSchema,
    refusals: [...stepRefusals],
  }),
  'claims.refuse': procedure({
    about: 'What the supplier says no to, and why. Nothing is posted until the claim is closed.',
    kind: 'action',
    needs: 'stock',
    input: z.object({ ...stepShape, cents: positiveAmountSchema, note: noteSchema.min(1) }),
    output: claimViewSchema,
    refusals: [...stepRefusals],
  }),
  'claims.close': procedure({
    about: 'Closes a claim: what nobody pays of the cost is a loss on goods.',
    kind: 'action',
    needs: 'books',
    input: z.object({ ...stepShape, note: noteSchema.optional() }),
    output: claimViewSchema,
    refusals: [...stepRefusals],
  }),
  'claims.note': procedure({
    about: 'A note on a claim.',
    kind: 'action',
    needs: 'stock',
    input: z.object({ ...stepShape, note: noteSchema.min(1) }),
    output: claimViewSchema,
    refusals: [...stepRefusals],
  }),
};

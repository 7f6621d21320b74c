import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema, positiveAmountSchema, unsignedCentsSchema } from '../values/money.ts';
import { tenderSchema } from '../values/words.ts';

/** `takings` are cash sales of a till that records its sales elsewhere. */
export const drawerMoveKinds = ['put-in', 'taken-out', 'to-bank', 'from-bank', 'takings'] as const;
export type DrawerMoveKind = (typeof drawerMoveKinds)[number];
const moveKindSchema = z.enum(drawerMoveKinds);
const noteSchema = z.string().trim().max(500);

/** What changes the cash in the drawer: entries of the journal, sales that are not booked here, and what is put in or taken out. */
export const drawerFlowSchema = z.object({
  kind: z.enum(['entry', 'sale', ...drawerMoveKinds]),
  document: z.string(),
  /** What the entry posts, for `entry`. */
  entryKind: z.string().optional(),
  /** Above zero when it comes in. */
  cents: centsSchema,
  day: daySchema,
  at: z.string(),
});
export type DrawerFlow = z.infer<typeof drawerFlowSchema>;

const coinsSchema = z
  .array(z.object({ cents: z.int().min(1).max(100_000_000), count: z.int().min(0).max(1_000_000) }))
  .max(40);

const countSchema = z.object({
  number: z.string(),
  day: daySchema,
  at: z.string(),
  person: z.string(),
  /** A coin that was given twice is one here. */
  coins: z.array(z.object({ cents: z.int(), count: z.int() })),
  countedCents: unsignedCentsSchema,
  /** Absent in the first count, which opens the drawer. */
  expectedCents: centsSchema.optional(),
  /** Counted less expected. */
  differenceCents: centsSchema,
  note: z.string().optional(),
});
export type DrawerCount = z.infer<typeof countSchema>;

const moveSchema = z.object({
  number: z.string(),
  day: daySchema,
  at: z.string(),
  person: z.string(),
  kind: moveKindSchema,
  amountCents: positiveAmountSchema,
  booked: z.boolean(),
  note: z.string().optional(),
});

const numberRangeSchema = z.object({ series: z.string(), first: z.string(), last: z.string(), count: z.int() });

export const drawerApi = {
  'drawer.now': procedure({
    about: 'What should lie in the drawer now, and all that came and went since it was last counted.',
    kind: 'read',
    needs: 'drawer',
    input: z.object({}),
    output: z.object({
      /** The last count; absent before the first. */
      since: countSchema.optional(),
      flows: z.array(drawerFlowSchema).describe('The newest thousand, newest first.'),
      flowCount: z.int(),
      inCents: unsignedCentsSchema,
      outCents: unsignedCentsSchema,
      expectedCents: centsSchema.optional(),
      /** Coins and notes of the shop’s currency, the largest first. */
      denominations: z.array(z.int()),
    }),
    refusals: [],
  }),
  'drawer.count': procedure({
    about:
      'Records the drawer counted by coin and note, and books what is over or short. The first count opens the drawer and books nothing.',
    kind: 'action',
    needs: 'drawer',
    input: z.object({ id: actionIdSchema, coins: coinsSchema, note: noteSchema.optional() }),
    output: countSchema,
    refusals: ['month-closed', 'note-for-difference'],
  }),
  'drawer.move': procedure({
    about: 'Records cash put into the drawer or taken out beside sales and refunds, or the takings of a till.',
    kind: 'action',
    needs: 'drawer',
    input: z.object({
      id: actionIdSchema,
      kind: moveKindSchema,
      amountCents: positiveAmountSchema,
      note: noteSchema.optional(),
    }),
    output: moveSchema,
    refusals: ['month-closed'],
  }),
  'drawer.list': procedure({
    about: 'Counts of the drawer and what was put in or taken out, newest first.',
    kind: 'read',
    needs: 'drawer',
    input: z.object({
      from: daySchema.optional(),
      to: daySchema.optional(),
      limit: z.int().min(1).max(1000).optional(),
    }),
    output: z.object({ counts: z.array(countSchema), moves: z.array(moveSchema) }),
    refusals: [],
  }),
  'money.dayReport': procedure({
    about:
      'The Z-report of a day: what was sold, taken back and paid out, the drawer, and the numbers of its documents.',
    kind: 'read',
    needs: 'drawer',
    input: z.object({ day: daySchema }),
    output: z.object({
      day: daySchema,
      sales: z.object({
        count: z.int(),
        totalCents: centsSchema,
        tenders: z.array(z.object({ tender: tenderSchema, cents: centsSchema })),
      }),
      returns: z.object({ opened: z.int(), closed: z.int(), units: z.number() }),
      creditNotes: z.object({
        count: z.int(),
        goodsCents: centsSchema,
        taxCents: centsSchema,
        deliveryCents: centsSchema,
        feeCents: centsSchema,
        totalCents: centsSchema,
      }),
      /** Payouts less what was voided or corrected, tender by tender; paid in goods apart. */
      payouts: z.array(z.object({ tender: tenderSchema, count: z.int(), cents: centsSchema })),
      voidedCount: z.int(),
      voidedCents: unsignedCentsSchema,
      exchangedCents: centsSchema,
      storeCredit: z.object({ issuedCents: centsSchema, usedCents: centsSchema, lapsedCents: centsSchema }),
      drawer: z.object({
        /** What lay in it when the day began, where it had been counted before. */
        openingCents: centsSchema.optional(),
        inCents: unsignedCentsSchema,
        outCents: unsignedCentsSchema,
        expectedCents: centsSchema.optional(),
        counts: z.array(countSchema),
        moves: z.array(moveSchema),
      }),
      documents: z.array(numberRangeSchema),
      people: z.array(z.string()),
      /** Fingerprint of the last event of the day or before it. */
      head: z.string(),
    }),
    refusals: [],
  }),
};

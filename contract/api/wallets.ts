import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { positiveAmountSchema, unsignedCentsSchema } from '../values/money.ts';
import { pathSchema } from '../values/paths.ts';

export const wallets = ['wechat', 'alipay'] as const;
export type Wallet = (typeof wallets)[number];
const walletSchema = z.enum(wallets);

export const walletLineSchema = z.object({
  walletLineId: z.int(),
  /** The wallet’s own number of the refund, or what stands for it where the bill names none. */
  reference: z.string(),
  orderReference: z.string().optional(),
  shopReference: z.string().optional(),
  shopRefundReference: z.string().optional(),
  day: daySchema,
  refundedAt: z.string(),
  amountCents: positiveAmountSchema,
  counterpart: z.string().optional(),
  note: z.string().optional(),
});
export type WalletLine = z.infer<typeof walletLineSchema>;

const payoutSchema = z.object({
  payoutNumber: z.string(),
  returnId: z.int(),
  returnNumber: z.string(),
  customer: z.string().optional(),
  day: daySchema,
  amountCents: positiveAmountSchema,
  reference: z.string().optional(),
});

const billSchema = z.object({
  walletBillId: z.int(),
  wallet: walletSchema,
  fileName: z.string(),
  from: daySchema,
  to: daySchema,
  rowsRead: z.int(),
  rowsRefused: z.int(),
  refunds: z.int(),
  at: z.string(),
  person: z.string(),
});

export const walletsApi = {
  'wallets.read': procedure({
    about:
      'Reads a bill that WeChat Pay or Alipay gave out (CSV, gzip or XLSX), keeps the refunds on it, and ties each to its payout where only one fits. Reading it again adds nothing.',
    kind: 'long-action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, path: pathSchema }),
    output: z.object({
      wallet: walletSchema,
      from: daySchema.optional(),
      to: daySchema.optional(),
      rowsRead: z.int(),
      rowsRefused: z.int(),
      /** Rows that are no refund, such as payments; they are counted and not kept. */
      rowsOther: z.int(),
      refundsStored: z.int(),
      refundsKnown: z.int().describe('Those that an earlier bill brought.'),
      tied: z.int(),
      refusedFile: z.string().optional(),
    }),
    refusals: ['no-such-file', 'file-not-readable', 'not-a-wallet-bill'],
  }),
  'wallets.bills': procedure({
    about: 'The bills that were read, newest first.',
    kind: 'read',
    needs: 'figures',
    input: z.object({}),
    output: z.object({ items: z.array(billSchema) }),
    refusals: [],
  }),
  'wallets.reconcile': procedure({
    about: 'The payouts of some days beside the refunds on the wallet’s own bills: tied, and what is on one side only.',
    kind: 'read',
    needs: 'figures',
    input: z.object({ wallet: walletSchema, from: daySchema, to: daySchema }),
    output: z.object({
      tied: z.array(
        z.object({ line: walletLineSchema, payout: payoutSchema, how: z.enum(['reference', 'amount', 'hand']) }),
      ),
      /** Refunds that no payout here knows of, with the payouts they could be. */
      onlyBill: z.array(
        z.object({
          line: walletLineSchema,
          couldBe: z.array(payoutSchema),
          voided: payoutSchema.optional().describe('The payout it was tied to, which was taken back since.'),
        }),
      ),
      /** Payouts that stand on no bill. Those of days that no bill covers are marked. */
      onlyBook: z.array(z.object({ payout: payoutSchema, covered: z.boolean() })),
      totals: z.object({
        bookCents: unsignedCentsSchema,
        billCents: unsignedCentsSchema,
        tiedCents: unsignedCentsSchema,
      }),
    }),
    refusals: [],
  }),
  'wallets.tie': procedure({
    about: 'Says by hand which payout a refund on the bill is.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, walletLineId: z.int(), payoutNumber: z.string().min(1).max(64) }),
    output: z.object({ line: walletLineSchema, payout: payoutSchema }),
    refusals: [
      'no-such-wallet-line',
      'no-such-payout',
      'wallet-line-tied',
      'payout-tied',
      'wallet-differs',
      'already-voided',
    ],
  }),
  'wallets.untie': procedure({
    about: 'Takes a tie back; both sides are free again.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, walletLineId: z.int(), why: z.string().trim().min(1).max(500) }),
    output: z.object({ line: walletLineSchema }),
    refusals: ['no-such-wallet-line', 'wallet-line-not-tied'],
  }),
};

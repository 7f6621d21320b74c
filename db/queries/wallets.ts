import type { Orm } from '../open.ts';

type Wallet = 'wechat' | 'alipay';

/** A refund on a wallet's bill, with how it is tied. */
export type WalletLineRow = {
  readonly id: number;
  readonly wallet: Wallet;
  readonly reference: string;
  readonly orderReference: string | null;
  readonly shopReference: string | null;
  readonly shopRefundReference: string | null;
  readonly day: string;
  readonly refundedAt: string;
  readonly cents: number;
  readonly counterpart: string | null;
  readonly note: string | null;
  /** Of the payout it is tied to, voided or not. */
  readonly payoutId: number | null;
  readonly how: 'reference' | 'amount' | 'hand' | 'undone' | null;
  /** 1 where the payout it is tied to was taken back since: nothing of ours stands behind the line any more. */
  readonly payoutVoided: number;
};

/** As much of a refund that a bill brought as tells whether another row is the same one. */
export type KnownRefundRow = Pick<WalletLineRow, 'reference' | 'orderReference' | 'cents' | 'refundedAt'>;

/** A payout to a wallet that nobody took back. */
export type WalletPayoutRow = {
  readonly id: number;
  readonly number: string;
  readonly wallet: Wallet;
  readonly amountCents: number;
  readonly day: string;
  readonly reference: string | null;
  readonly creditNote: string;
  readonly returnId: number;
  readonly returnNumber: string;
  readonly customer: string | null;
  /** Of the sale that the goods are from, where it is known. */
  readonly saleNumber: string | null;
  readonly walletLineId: number | null;
};

export type WalletBillRow = {
  readonly id: number;
  readonly wallet: Wallet;
  readonly fileName: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly refunds: number;
  readonly at: string;
  readonly person: string;
};

export type DaysOfWallet = { readonly wallet: Wallet; readonly from: string; readonly to: string };

/** What is on one side only in some days, for each wallet of which a bill was ever read, or which paid anything out in them. */
export type UntiedRow = {
  readonly wallet: Wallet;
  /** Bills that were ever read of it. */
  readonly bills: number;
  readonly payouts: number;
  readonly payoutCents: number;
  readonly lines: number;
  readonly lineCents: number;
  readonly tiedCents: number;
};

const voided = (payout: string): string => `EXISTS (SELECT 1 FROM payouts v WHERE v.voids_payout_id = ${payout})`;

const lineColumns = `l.id, l.wallet, l.reference, l.order_reference AS orderReference, l.shop_reference AS shopReference,
  l.shop_refund_reference AS shopRefundReference, l.day, l.refunded_at AS refundedAt, l.cents, l.counterpart, l.note, l.payout_id AS payoutId,
  (SELECT t.how FROM wallet_ties t WHERE t.wallet_line_id = l.id ORDER BY t.id DESC LIMIT 1) AS how,
  l.payout_id IS NOT NULL AND ${voided('l.payout_id')} AS payoutVoided`;

const payoutColumns = `p.id, p.number, p.tender AS wallet, p.amount_cents AS amountCents, p.day, p.reference, c.number AS creditNote, r.id AS returnId,
  r.number AS returnNumber, k.name AS customer, coalesce(s.number, r.sale_number) AS saleNumber, l.id AS walletLineId`;
const payoutTables = `payouts p JOIN credit_notes c ON c.id = p.credit_note_id JOIN returns r ON r.id = c.return_id
  LEFT JOIN sales s ON s.id = coalesce(r.sale_id, r.matched_sale_id) LEFT JOIN customers k ON k.id = coalesce(r.customer_id, s.customer_id)
  LEFT JOIN wallet_lines l ON l.payout_id = p.id`;
const standing = `p.amount_cents > 0 AND NOT ${voided('p.id')}`;

export function walletReads({ $client: raw }: Orm) {
  const lines = raw.prepare<DaysOfWallet, WalletLineRow>(
    `SELECT ${lineColumns} FROM wallet_lines l WHERE l.wallet = @wallet AND l.day BETWEEN @from AND @to ORDER BY l.refunded_at, l.id`,
  );
  const line = raw.prepare<[number], WalletLineRow>(`SELECT ${lineColumns} FROM wallet_lines l WHERE l.id = ?`);
  const payouts = raw.prepare<DaysOfWallet, WalletPayoutRow>(
    `SELECT ${payoutColumns} FROM ${payoutTables} WHERE p.tender = @wallet AND p.day BETWEEN @from AND @to AND ${standing} ORDER BY p.day, p.id`,
  );
  const payout = raw.prepare<[number], WalletPayoutRow>(`SELECT ${payoutColumns} FROM ${payoutTables} WHERE p.id = ?`);
  const known = raw.prepare<[Wallet], KnownRefundRow>(
    `SELECT reference, order_reference AS orderReference, cents, refunded_at AS refundedAt FROM wallet_lines WHERE wallet = ? ORDER BY id`,
  );
  return {
    lines: (days: DaysOfWallet) => lines.all(days),
    line: (id: number) => line.get(id),
    /** Those that stand, tied or not. */
    payouts: (days: DaysOfWallet) => payouts.all(days),
    payout: (id: number) => payout.get(id),
    /** Every refund that a bill of the wallet ever brought. */
    known: (wallet: Wallet) => known.all(wallet),
    ...billReads(raw),
    ...untiedReads(raw),
  };
}

function billReads(raw: Orm['$client']) {
  const bills = raw.prepare<[], WalletBillRow>(
    `SELECT b.id, b.wallet, b.file_name AS fileName, b.from_day AS fromDay, b.to_day AS toDay, b.rows_read AS rowsRead, b.rows_refused AS rowsRefused,
       (SELECT count(*) FROM wallet_lines l WHERE l.wallet_bill_id = b.id) AS refunds, b.at, b.person
     FROM wallet_bills b ORDER BY b.id DESC`,
  );
  const same = raw
    .prepare<{ wallet: Wallet; sha256: string }, number>(
      'SELECT 1 FROM wallet_bills WHERE wallet = @wallet AND sha256 = @sha256',
    )
    .pluck();
  const covering = raw
    .prepare<{ wallet: Wallet; day: string }, number>(
      'SELECT EXISTS (SELECT 1 FROM wallet_bills WHERE wallet = @wallet AND from_day <= @day AND to_day >= @day)',
    )
    .pluck();
  return {
    /** Newest first. */
    bills: () => bills.all(),
    isRead: (wallet: Wallet, sha256: string) => same.get({ wallet, sha256 }) !== undefined,
    /** Whether some bill that was read is of that day. */
    isCovered: (wallet: Wallet, day: string) => covering.get({ wallet, day }) === 1,
  };
}

function untiedReads(raw: Orm['$client']) {
  const untied = raw.prepare<{ from: string; to: string }, UntiedRow>(
    `WITH sides AS (
       SELECT p.tender AS wallet, l.id IS NULL AS untied, 0 AS is_line, p.amount_cents AS cents
         FROM payouts p LEFT JOIN wallet_lines l ON l.payout_id = p.id
         WHERE p.tender IN ('wechat', 'alipay') AND p.day BETWEEN @from AND @to AND ${standing}
       UNION ALL
       SELECT l.wallet, 1, 1, l.cents FROM wallet_lines l
         WHERE l.day BETWEEN @from AND @to AND (l.payout_id IS NULL OR ${voided('l.payout_id')})
     ), ever AS (SELECT wallet, count(*) AS bills FROM wallet_bills GROUP BY wallet)
     SELECT w.wallet, coalesce(e.bills, 0) AS bills,
       coalesce(sum(s.untied = 1 AND s.is_line = 0), 0) AS payouts, coalesce(sum(iif(s.untied = 1 AND s.is_line = 0, s.cents, 0)), 0) AS payoutCents,
       coalesce(sum(s.is_line), 0) AS lines, coalesce(sum(iif(s.is_line = 1, s.cents, 0)), 0) AS lineCents,
       coalesce(sum(iif(s.untied = 0, s.cents, 0)), 0) AS tiedCents
     FROM (SELECT wallet FROM ever UNION SELECT wallet FROM sides) w LEFT JOIN sides s ON s.wallet = w.wallet LEFT JOIN ever e ON e.wallet = w.wallet
     GROUP BY w.wallet ORDER BY w.wallet DESC`,
  );
  return {
    /**
     * For the checks of a month. A pair belongs to the day of its payout; `tiedCents + payoutCents` is what our books paid out, and
     * `tiedCents + lineCents` what the bills say.
     */
    untied: (period: { readonly from: string; readonly to: string }) => untied.all(period),
  };
}

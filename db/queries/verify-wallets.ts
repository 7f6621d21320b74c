/** The check of the wallets' bills: what each refund is tied to is what its newest tie says. One row `what` per offender; none is right. */
export const walletChecks = {
  'wallet-ties': `SELECT l.wallet || ' · ' || l.reference AS what FROM wallet_lines l
    WHERE l.payout_id IS NOT (SELECT t.payout_id FROM wallet_ties t WHERE t.wallet_line_id = l.id ORDER BY t.id DESC LIMIT 1)
    UNION SELECT l.wallet || ' · ' || l.reference FROM wallet_lines l JOIN payouts p ON p.id = l.payout_id
    WHERE p.tender <> l.wallet OR p.amount_cents <> l.cents`,
} as const;

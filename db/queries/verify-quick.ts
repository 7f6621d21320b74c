import { documentChecks } from './verify-documents.ts';
import { sumChecks } from './verify-sums.ts';

/** What of the ledgers is looked at whenever the shop opens: whatever takes a moment even in a big one, because it reads sums or an index. */
export const quickLedgerChecks = {
  numbers: documentChecks.numbers,
  'stock-not-below-zero': sumChecks['stock-not-below-zero'],
  'ledgers-agree': `SELECT stock || ' ≠ ' || goods || ', ' || debit || ' ≠ ' || credit AS what FROM (SELECT
      (SELECT coalesce(sum(value_cents), 0) FROM stock_balances WHERE place IN ('shelf', 'returns', 'repair', 'supplier-shelf')) AS stock,
      (SELECT coalesce(sum(debit_cents - credit_cents), 0) FROM account_totals WHERE role = 'goods') AS goods,
      (SELECT coalesce(sum(debit_cents), 0) FROM account_totals) AS debit,
      (SELECT coalesce(sum(credit_cents), 0) FROM account_totals) AS credit) WHERE stock <> goods OR debit <> credit`,
} as const;

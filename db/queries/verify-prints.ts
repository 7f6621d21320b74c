import { printedThings } from './prints.ts';

const none = (of: keyof typeof printedThings): string => `NOT EXISTS (SELECT 1 FROM ${printedThings[of]} = p.number)`;

/** The check of what was printed: copies are counted from the original on, and of something that is there. One row `what` per offender. */
export const printChecks = {
  prints: `SELECT document || ' · ' || number AS what FROM prints GROUP BY document, number
      HAVING min(copy) <> 0 OR max(copy) <> count(*) - 1
    UNION SELECT p.document || ' · ' || p.number FROM prints p JOIN prints q ON q.document = p.document AND q.number = p.number
      AND q.copy = p.copy + 1 WHERE q.id < p.id
    UNION SELECT p.document || ' · ' || p.number FROM prints p WHERE CASE p.document
      WHEN 'repair-ticket' THEN ${none('repair')}
      WHEN 'supplier-return' THEN ${none('claim')}
      WHEN 'store-credit-voucher' THEN ${none('store-credit')}
      WHEN 'credit-note' THEN ${none('credit-note')}
      WHEN 'goods-receipt' THEN ${none('goods-receipt')}
      WHEN 'day-report' THEN date(p.number) IS NOT p.number
      ELSE ${none('return')} END`,
} as const;

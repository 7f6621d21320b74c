import type { Orm } from '../open.ts';

export type PrintRow = {
  readonly copy: number;
  readonly paper: string;
  readonly locale: string;
  readonly how: string;
  readonly at: string;
  readonly person: string;
};

/** Where a number stands that documents are printed of. */
export const printedThings = {
  return: 'returns WHERE number',
  repair: 'repair_tickets WHERE number',
  claim: 'supplier_claims WHERE number',
  'store-credit': 'store_credits WHERE code',
  'credit-note': 'credit_notes WHERE number',
  'goods-receipt': 'goods_receipts WHERE number',
} as const;
type Thing = keyof typeof printedThings;

/** What was printed, and whether the thing is there that a document is of. */
export function printReads({ $client: raw }: Orm) {
  const prints = raw.prepare(
    'SELECT copy, paper, locale, how, at, person FROM prints WHERE document = ? AND number = ? ORDER BY copy',
  );
  const count = raw.prepare('SELECT count(*) FROM prints WHERE document = ? AND number = ?').pluck();
  const things = Object.fromEntries(
    Object.entries(printedThings).map(([of, where]) => [of, raw.prepare(`SELECT 1 FROM ${where} = ?`).pluck()]),
  );
  return {
    of: (document: string, number: string) => prints.all(document, number) as PrintRow[],
    countOf: (document: string, number: string) => count.get(document, number) as number,
    isThere: (of: Thing, number: string): boolean => things[of]?.get(number) !== undefined,
  };
}

import type { JournalLineOfMonth } from '../../../db/queries/month-pack.ts';
import type { EntryKind } from '../../money/post.ts';

export type Sides = { readonly debitCents: number; readonly creditCents: number };

/** Entries that take back what was wrong: the mirror of the one before. */
const counterEntries: ReadonlySet<string> = new Set<EntryKind>([
  'payout-void',
  'payout-correction',
  'goods-received-void',
  'opening-stock-void',
]);

/** Entries that undo a sale: its revenue and tax, and the cost of what came back. */
const undoneSales: ReadonlySet<string> = new Set<EntryKind>(['credit-note', 'goods-back']);

/** The side on which these accounts grow: Chinese programs take income and cost of the profit statement from that side alone. */
const ownSide: Readonly<Record<string, 'debit' | 'credit'>> = {
  sales: 'credit',
  'output-tax': 'credit',
  'cost-of-sales': 'debit',
};

/**
 * Whether a line is written in red: everything in a counter-entry, and in what undoes a sale the lines that lie on the other side than
 * their account's own. What is owed to the customer for it, and the goods, are new and stay black.
 */
export function isRed({ kind, role, debitCents }: JournalLineOfMonth): boolean {
  if (counterEntries.has(kind)) return true;
  const side = undoneSales.has(kind) ? ownSide[role] : undefined;
  return side !== undefined && side !== (debitCents > 0 ? 'debit' : 'credit');
}

/** The same amount as a negative one on the other side: whatever is written so, debits still equal credits. */
export function inRed({ debitCents, creditCents }: Sides): Sides {
  return { debitCents: 0 - creditCents, creditCents: 0 - debitCents };
}

import type { Day } from '../../contract/values/days.ts';
import { asCents } from '../../contract/values/money.ts';
import type { AccountRole } from '../../contract/values/words.ts';
import type { ActionContext } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import { accountOf } from './accounts.ts';

export type EntryKind =
  | 'goods-back'
  | 'grading'
  | 'credit-note'
  | 'payout'
  | 'payout-void'
  | 'payout-correction'
  | 'payout-in-goods'
  | 'store-credit-used'
  | 'store-credit-expired'
  | 'store-credit-voided'
  | 'cost-set'
  | 'repair-cost'
  | 'repair-end'
  | 'claim-sent'
  | 'claim-paid'
  | 'claim-closed'
  | 'stock-count'
  | 'sale'
  | 'goods-received'
  | 'goods-received-void'
  | 'opening-stock'
  | 'opening-stock-void'
  | 'drawer-move'
  | 'drawer-difference';

/** One side of an entry. Amounts are never negative; a line of zero is left out. */
export type EntryLine = { readonly role: AccountRole } & (
  | { readonly debitCents: number }
  | { readonly creditCents: number }
);

export type Entry = {
  readonly kind: EntryKind;
  /** The document it posts. */
  readonly document: string;
  readonly day: Day;
  readonly lines: readonly EntryLine[];
};

/**
 * Posts a balanced entry to the journal. Lines of the same role and side are added up. An entry of nothing is not posted. Throws when it does not balance: that is a bug here, and SQL would refuse it too.
 */
export function postEntry(context: ActionContext, entry: Entry): void {
  const lines = gather(entry.lines);
  const debitCents = lines.reduce((sum, line) => sum + line.debitCents, 0);
  const creditCents = lines.reduce((sum, line) => sum + line.creditCents, 0);
  if (debitCents !== creditCents) throw new Error(`${entry.kind} of ${entry.document}: ${debitCents} ≠ ${creditCents}`);
  if (lines.length === 0) return;
  const { facts, sequences } = context.store;
  const entryId = sequences.nextEntryId();
  lines.forEach((line, index) => {
    const account = accountOf(context.settings, line.role);
    facts.add('journalLines', {
      entryId,
      lineNo: index + 1,
      role: line.role,
      accountCode: account.code,
      accountName: account.name,
      debitCents: line.debitCents,
      creditCents: line.creditCents,
    });
  });
  const number = nextNumber(context, 'J', entry.day);
  facts.add('journalEntries', { id: entryId, number, day: entry.day, kind: entry.kind, document: entry.document });
}

type GatheredLine = { readonly role: AccountRole; debitCents: number; creditCents: number };

function gather(lines: readonly EntryLine[]): GatheredLine[] {
  const gathered: GatheredLine[] = [];
  for (const line of lines) {
    const debitCents = 'debitCents' in line ? asCents(line.debitCents) : 0;
    const creditCents = 'creditCents' in line ? asCents(line.creditCents) : 0;
    if (debitCents < 0 || creditCents < 0)
      throw new Error(`a negative line of ${line.role}: ${debitCents}, ${creditCents}`);
    if (debitCents === 0 && creditCents === 0) continue;
    const same = gathered.find((other) => other.role === line.role && other.debitCents > 0 === debitCents > 0);
    if (same) {
      same.debitCents += debitCents;
      same.creditCents += creditCents;
    } else gathered.push({ role: line.role, debitCents, creditCents });
  }
  return gathered;
}

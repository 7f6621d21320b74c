import type { Controls } from '../../contract/api/months.ts';
import { daysOfMonth, type Month } from '../../contract/values/days.ts';
import { asCents } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { type AccountRole, type Tender, tenders } from '../../contract/values/words.ts';
import type { JournalTotal, MonthReads } from '../../db/queries/months.ts';
import { tenderRole } from '../money/accounts.ts';
import type { EntryKind } from '../money/post.ts';

/** One figure that two books must agree on; amounts in the smallest unit, quantities in thousandths. */
export type Tie = { readonly what: string; readonly left: number; readonly right: number };

export type CheckedControls = { readonly controls: Controls; readonly ties: readonly Tie[] };

/** The control totals of a month and everything that must agree in it. */
export function monthControls(reads: MonthReads, month: Month): CheckedControls {
  const period = daysOfMonth(month);
  const returns = reads.returns(period);
  const credits = reads.credits(period);
  const exchangedCents = reads.exchangedCents(period);
  const credit = reads.storeCredit(period);
  const received = reads.received(period);
  const paid = new Map(reads.payouts(period).map(({ tender, cents }) => [tender, cents]));
  const paidOut = tenders.map((tender): [Tender, number] => [tender, asCents(paid.get(tender) ?? 0)]);
  const journal = reads.journal(period);
  const all = sumOf(journal);
  const cached = reads.cachedTotals(month);
  const stockValueCents = asCents(reads.stockValueCents(period));
  const ties: Tie[] = [
    { what: 'debits-credits', left: all.debitCents, right: all.creditCents },
    { what: 'journal-account-totals', left: all.debitCents, right: cached.debitCents },
    { what: 'credits-account-totals', left: all.creditCents, right: cached.creditCents },
    { what: 'credit-notes-sales-and-tax', left: credits.takenBackCents, right: takenBack(journal) },
    { what: 'credit-notes-fees', left: credits.feeCents, right: fees(journal) },
    { what: 'exchanges-clearing', left: exchangedCents, right: clearedIn(journal, 'payout-in-goods') },
    { what: 'exchanges-sales', left: exchangedCents, right: -clearedIn(journal, 'sale') },
    { what: 'store-credit-lapsed', left: credit.lapsedCents, right: lapsed(journal) },
    { what: 'credit-notes-owed', left: credits.totalCents, right: owed(journal) },
    { what: 'credit-notes-lines', left: credits.totalCents, right: credits.lineCents },
    ...paidOut.map(([tender, cents]) => ({ what: `payouts-${tender}`, left: cents, right: paidFrom(journal, tender) })),
    { what: 'goods-stock-moves', left: reads.goodsCents(month), right: stockValueCents },
    { what: 'receipts-stock-moves', left: received.receiptsMilli, right: received.movesMilli },
  ];
  const controls: Controls = {
    returns: returns.returns,
    unitsReturned: fromMilli(returns.unitsMilli),
    creditedCents: asCents(credits.totalCents),
    paidOutCents: Object.fromEntries(paidOut) as Controls['paidOutCents'],
    exchangedCents: asCents(exchangedCents),
    feeCents: asCents(credits.feeCents),
    deliveryCents: asCents(credits.deliveryCents),
    storeCreditIssuedCents: asCents(credit.issuedCents),
    storeCreditUsedCents: asCents(credit.usedCents),
    storeCreditLapsedCents: asCents(credit.lapsedCents),
    debitCents: asCents(all.debitCents),
    creditCents: asCents(all.creditCents),
    stockValueCents,
    head: reads.head(period),
  };
  return { controls, ties };
}

/** What differs. */
export function differences(ties: readonly Tie[]): readonly Tie[] {
  return ties.filter(({ left, right }) => left !== right);
}

type Side = { readonly kinds?: readonly EntryKind[]; readonly roles?: readonly AccountRole[] };

function sumOf(
  journal: readonly JournalTotal[],
  { kinds, roles }: Side = {},
): { debitCents: number; creditCents: number } {
  const [inKinds, inRoles] = [new Set<string>(kinds), new Set<string>(roles)];
  const counted = journal.filter(({ kind, role }) => (!kinds || inKinds.has(kind)) && (!roles || inRoles.has(role)));
  return {
    debitCents: counted.reduce((sum, { debitCents }) => sum + debitCents, 0),
    creditCents: counted.reduce((sum, { creditCents }) => sum + creditCents, 0),
  };
}

/** What credit notes take back of sales and their tax, and what they give for freight. */
function takenBack(journal: readonly JournalTotal[]): number {
  return sumOf(journal, { kinds: ['credit-note'], roles: ['sales', 'output-tax', 'freight-expense'] }).debitCents;
}

/** Other income of credit notes, and the tax in it. */
function fees(journal: readonly JournalTotal[]): number {
  return sumOf(journal, { kinds: ['credit-note'], roles: ['other-income', 'output-tax'] }).creditCents;
}

/** What was paid in goods lies in clearing until the sale takes it out, in the same event. */
function clearedIn(journal: readonly JournalTotal[], kind: EntryKind): number {
  const { debitCents, creditCents } = sumOf(journal, { kinds: [kind], roles: ['clearing'] });
  return creditCents - debitCents;
}

function lapsed(journal: readonly JournalTotal[]): number {
  return sumOf(journal, { kinds: ['store-credit-expired', 'store-credit-voided'], roles: ['other-income'] })
    .creditCents;
}

function owed(journal: readonly JournalTotal[]): number {
  const { debitCents, creditCents } = sumOf(journal, { kinds: ['credit-note'], roles: ['owed-to-customer'] });
  return creditCents - debitCents;
}

const paying: readonly EntryKind[] = ['payout', 'payout-void', 'payout-correction'];

/** A tender's account also takes what sales bring in, so only the entries of payouts count. */
function paidFrom(journal: readonly JournalTotal[], tender: Tender): number {
  const { debitCents, creditCents } = sumOf(journal, { kinds: paying, roles: [tenderRole(tender)] });
  return creditCents - debitCents;
}

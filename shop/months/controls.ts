import type { Controls } from '../../contract/api/months.ts';
import { daysOfMonth, type Month } from '../../contract/values/days.ts';
import { asCents } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { type Tender, tenders } from '../../contract/values/words.ts';
import type { ReadStore } from '../../db/store.ts';
import { figuresOf, type MonthFigures } from './figures.ts';
import { clearedIn, drawerIn, fees, lapsed, owed, paidFrom, storeCreditIn, sumOf, takenBack } from './journal-sums.ts';

/** One figure that two books must agree on; amounts in the smallest unit, quantities in thousandths. */
export type Tie = { readonly what: string; readonly left: number; readonly right: number };

export type CheckedControls = { readonly controls: Controls; readonly ties: readonly Tie[] };

/** The control totals of a month and everything that must agree in it. */
export function monthControls(store: Pick<ReadStore, 'months' | 'monthBalances'>, month: Month): CheckedControls {
  const figures = figuresOf(store, month);
  const ties = [
    ...journalTies(figures),
    ...returnTies(figures),
    ...cashTies(figures),
    ...balanceTies(figures),
    { what: 'receipts-stock-moves', left: figures.received.receiptsMilli, right: figures.received.movesMilli },
  ];
  const head = store.months.head(daysOfMonth(month));
  return { controls: totalsOf(figures, head), ties };
}

/** What differs. */
export function differences(ties: readonly Tie[]): readonly Tie[] {
  return ties.filter(({ left, right }) => left !== right);
}

function totalsOf(figures: MonthFigures, head: string): Controls {
  const { returns, credits, credit, journal, balances } = figures;
  const all = sumOf(journal);
  return {
    returns: returns.returns,
    unitsReturned: fromMilli(returns.unitsMilli),
    creditedCents: asCents(credits.totalCents),
    paidOutCents: Object.fromEntries(
      tenders.map((tender): [Tender, number] => [tender, asCents(figures.paidCents(tender))]),
    ) as Controls['paidOutCents'],
    exchangedCents: asCents(figures.exchangedCents),
    feeCents: asCents(credits.feeCents),
    deliveryCents: asCents(credits.deliveryCents),
    storeCreditIssuedCents: asCents(credit.issuedCents),
    storeCreditUsedCents: asCents(credit.usedCents),
    storeCreditLapsedCents: asCents(credit.lapsedCents),
    debitCents: asCents(all.debitCents),
    creditCents: asCents(all.creditCents),
    stockValueCents: asCents(balances.stockCents),
    owedCents: asCents(balances.owedCents),
    storeCreditCents: asCents(balances.storeCreditCents),
    supplierClaimsCents: asCents(balances.claimsCents),
    drawerDifferenceCents: asCents(figures.drawer.differenceCents),
    head,
  };
}

function journalTies({ journal, cached }: MonthFigures): Tie[] {
  const all = sumOf(journal);
  return [
    { what: 'debits-credits', left: all.debitCents, right: all.creditCents },
    { what: 'journal-account-totals', left: all.debitCents, right: cached.debitCents },
    { what: 'credits-account-totals', left: all.creditCents, right: cached.creditCents },
  ];
}

/** From the register of returns to what is owed for them, and whether that was paid out or not. */
function returnTies({ credits, registerCents, extrasCents, journal, balances, account }: MonthFigures): Tie[] {
  return [
    { what: 'register-credit-notes', left: registerCents, right: credits.totalCents - extrasCents },
    { what: 'credit-notes-lines', left: credits.totalCents, right: credits.lineCents },
    { what: 'credit-notes-sales-and-tax', left: credits.takenBackCents, right: takenBack(journal) },
    { what: 'credit-notes-fees', left: credits.feeCents, right: fees(journal) },
    { what: 'credit-notes-owed', left: credits.totalCents, right: owed(journal) },
    { what: 'owed-account', left: balances.owedCents, right: 0 - account('owed-to-customer') },
  ];
}

/** How it was paid: each tender by its account, cash by the drawer and wallets by their own bills. */
function cashTies({ paidCents, exchangedCents, journal, drawer, wallets }: MonthFigures): Tie[] {
  return [
    ...tenders.map((tender) => ({
      what: `payouts-${tender}`,
      left: paidCents(tender),
      right: paidFrom(journal, tender),
    })),
    { what: 'exchanges-clearing', left: exchangedCents, right: clearedIn(journal, 'payout-in-goods') },
    { what: 'exchanges-sales', left: exchangedCents, right: 0 - clearedIn(journal, 'sale') },
    { what: 'drawer-moves', left: drawer.movedCents, right: drawerIn(journal, 'drawer-move') },
    { what: 'drawer-differences', left: drawer.differenceCents, right: drawerIn(journal, 'drawer-difference') },
    ...wallets.map(({ wallet, bookCents, billCents }) => ({
      what: `wallet-${wallet}`,
      left: bookCents,
      right: billCents,
    })),
  ];
}

/** Lists of what there is at the month's end, each against the balance of its account. */
function balanceTies({ credit, journal, balances, account }: MonthFigures): Tie[] {
  const { issuedCents, usedCents, lapsedCents } = credit;
  return [
    { what: 'store-credit-change', left: issuedCents - usedCents - lapsedCents, right: storeCreditIn(journal) },
    { what: 'store-credit-lapsed', left: lapsedCents, right: lapsed(journal) },
    { what: 'store-credit-account', left: balances.storeCreditCents, right: 0 - account('store-credit') },
    { what: 'claims-account', left: balances.claimsCents, right: account('supplier-claim') },
    { what: 'goods-stock-moves', left: account('goods'), right: balances.stockCents },
  ];
}

import type { ReadStore } from '../../../db/store.ts';
import type { Books, FileKind, ImportWarning, Standing, Understood } from '../kinds/kind.ts';
import { moneyText, quantityText, saidFields } from '../kinds/said-fields.ts';
import { createDirectory } from '../store/people.ts';
import { type Decision, decide } from './decide.ts';
import { createReturnGatherer, type FileReturn } from './gather.ts';
import { type ReturnRow, returnRowReader } from './row.ts';
import { noReturnCounts, storeReturn } from './store.ts';

/** Opening a return at the desk is as much work as storing several rows of a sale. */
const returnWeight = 5;

/** Lists of returns as platforms write them: what is finished is history, what is under way is waited for at the desk. */
export const returnsKind: FileKind<ReturnRow, FileReturn> = {
  kind: 'returns',
  rowReader: returnRowReader,
  understood,
  gatherer: createReturnGatherer,
  inOrder: (units) => units.toSorted((a, b) => a.ms - b.ms || (a.rows[0] ?? 0) - (b.rows[0] ?? 0)),
  weight: ({ rows }) => rows.length * returnWeight,
  warnings: () => [],
  books: ({ actionId }) => returnBooks(actionId),
};

type Warning = 'status-unknown' | 'finished-elsewhere' | 'closed-elsewhere';

function returnBooks(actionId: string): Books<FileReturn> {
  const directory = createDirectory(actionId);
  const counts = noReturnCounts();
  /** What was said of each return when it was looked at last. */
  const warnings = new Map<FileReturn, Warning>();
  const decideOn = (store: ReadStore, unit: FileReturn): Decision => {
    const decision = decide(store, unit);
    const warning = warningOf(unit, decision);
    if (warning) warnings.set(unit, warning);
    return decision;
  };
  return {
    standing: (store, unit) => standingOf(decideOn(store, unit)),
    store: (action, units) => {
      for (const unit of units) storeReturn(action, decideOn(action.store, unit), { unit, directory, counts });
      return undefined;
    },
    stored: () => {
      const { returns, returnLines, refundedSales } = counts;
      return { returns, returnLines, refundedSales, ...directory.made() };
    },
    links: () => ({
      linked: counts.links.linked,
      noCustomer: counts.links['no-customer'],
      noEarlierSale: counts.links['no-earlier-sale'],
      alreadyReturned: counts.links['already-returned'],
      tooLittleLeft: counts.links['too-little-left'],
    }),
    warnings: () => [
      ...counted([...warnings.values()]),
      ...said({ 'quantity-worked-out': counts.workedOut, 'no-amount': counts.withoutAmount }),
    ],
    wouldStore: (store, unit) => wouldStore(decide(store, unit)),
  };
}

function warningOf({ state }: FileReturn, decision: Decision): Warning | undefined {
  if (decision.is === 'left') return decision.warning;
  return state === 'unknown' && decision.is !== 'refused' ? 'status-unknown' : undefined;
}

function counted(codes: readonly Warning[]): ImportWarning[] {
  const counts: Record<Warning, number> = { 'status-unknown': 0, 'finished-elsewhere': 0, 'closed-elsewhere': 0 };
  for (const code of codes) counts[code] += 1;
  return said(counts);
}

function said(counts: Readonly<Record<string, number>>): ImportWarning[] {
  return Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [{ code, count }] : []));
}

function standingOf(decision: Decision): Standing {
  switch (decision.is) {
    case 'there':
    case 'left':
      return 'same';
    case 'refused':
      return { code: decision.code, ...(decision.field && { field: decision.field }) };
    case 'settled':
    case 'refunded':
    case 'given-up':
    case 'announced':
    case 'agreed':
    case 'cancelled':
      return 'new';
  }
}

function wouldStore(decision: Decision) {
  if (decision.is === 'refunded') return { refundedSales: 1 };
  if (decision.is !== 'settled' && decision.is !== 'given-up' && decision.is !== 'announced') return {};
  return { returns: 1, returnLines: decision.found.lines.length };
}

function understood(row: ReturnRow, { digits }: { readonly digits: number }): Understood {
  const { number, saleNumber, lineNumber, moment, person, item, milli, amountCents } = row;
  return {
    as: 'return',
    fields: saidFields({
      returnNumber: number,
      saleNumber,
      lineNumber,
      returnedAt: moment.at,
      customer: person?.code,
      customerName: person?.name,
      customerPhone: person?.phone,
      sku: item.sku,
      productName: item.name,
      spec: item.spec,
      quantity: quantityText(milli),
      amount: moneyText(amountCents, digits),
      reason: row.reason,
      note: row.note,
      status: row.status,
      courier: row.courier,
      waybill: row.waybill,
    }),
  };
}

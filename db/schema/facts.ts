import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  repairOutcomes,
  repairTickets,
  repairWorks,
  supplierClaimEvents,
  supplierClaimLines,
  supplierClaims,
} from './after-inspection.ts';
import { assignments, messages, photos, policies, ratings, redInvoices } from './desk.ts';
import { documents, monthClosings } from './events.ts';
import { journalEntries, journalLines, stockMoves } from './ledgers.ts';
import { drawerCounts, drawerMoves, prints, walletBills, walletLines, walletTies } from './paper-and-months.ts';
import { staff, staffChanges, staffRoles, staffSecrets } from './people.ts';
import {
  creditNoteExtras,
  creditNoteLines,
  creditNotes,
  inspections,
  lineRevaluations,
  lineValuations,
  payouts,
  receipts,
  returnLines,
  returnLinks,
  returnMatches,
  returnSteps,
  returns,
  storeCreditEvents,
  storeCredits,
  waivers,
} from './returns.ts';
import { imports, saleLines, sales, saleTenders, saleUnits, stockAdjustments } from './sales.ts';
import {
  goodsReceiptLines,
  goodsReceipts,
  goodsReceiptUnits,
  importUndos,
  saleRefunds,
  saleStatuses,
  stocktakeCounts,
  stocktakeDifferences,
  stocktakeEnds,
  stocktakes,
} from './stock-book.ts';

/**
 * The tables whose rows are facts: posted by one event, hashed into it, never changed or deleted. The order is the order in
 * which an event's facts are hashed; new tables are added at the end, and never in between.
 */
export const factTables = {
  documents,
  monthClosings,
  imports,
  sales,
  saleLines,
  saleTenders,
  stockAdjustments,
  returns,
  returnLines,
  returnLinks,
  returnSteps,
  receipts,
  lineRevaluations,
  inspections,
  creditNotes,
  creditNoteLines,
  payouts,
  stockMoves,
  journalLines,
  journalEntries,
  policies,
  saleUnits,
  returnMatches,
  photos,
  lineValuations,
  waivers,
  creditNoteExtras,
  storeCredits,
  storeCreditEvents,
  repairTickets,
  repairWorks,
  repairOutcomes,
  supplierClaims,
  supplierClaimLines,
  supplierClaimEvents,
  redInvoices,
  assignments,
  messages,
  ratings,
  importUndos,
  saleRefunds,
  saleStatuses,
  goodsReceipts,
  goodsReceiptLines,
  goodsReceiptUnits,
  stocktakes,
  stocktakeCounts,
  stocktakeEnds,
  stocktakeDifferences,
  prints,
  drawerMoves,
  drawerCounts,
  walletBills,
  walletLines,
  walletTies,
  staff,
  staffRoles,
  staffChanges,
  staffSecrets,
} as const satisfies Record<string, SQLiteTable>;

export type FactTableName = keyof typeof factTables;
export const factTableNames = Object.keys(factTables) as FactTableName[];

/** Columns that only sum up other facts: they may change, and are not hashed. */
export const cachedColumns: { readonly [Name in FactTableName]?: readonly string[] } = {
  sales: ['refundedCents', 'withdrawn'],
  stockAdjustments: ['withdrawn'],
  saleLines: ['returnedMilli', 'creditedMilli', 'creditedCents', 'creditedTaxCents'],
  saleTenders: ['givenBackCents'],
  returns: ['stage', 'dueAt', 'matchedSaleId', 'withdrawn'],
  returnLines: [
    'receivedMilli',
    'receivedValueCents',
    'inspectedMilli',
    'inspectedValueCents',
    'unknownMilli',
    'sentBackMilli',
    'creditedMilli',
    'creditedCents',
    'waivedMilli',
  ],
  returnLinks: ['releasedMilli', 'fileTaxCents'],
  creditNotes: ['paidCents'],
  storeCredits: ['balanceCents'],
  repairTickets: ['dueAt', 'open'],
  supplierClaims: ['claimedCents', 'valueCents', 'paidCents', 'open'],
  stocktakes: ['open'],
  walletLines: ['payoutId'],
  staff: ['role', 'active'],
};

/**
 * Columns that a later version added to a table whose rows were hashed without them. They stand last in their table, and new ones are
 * added behind them.
 */
const laterColumns: { readonly [Name in FactTableName]?: readonly string[] } = {
  sales: ['signedOn', 'exchangeOf'],
  saleLines: ['bundle', 'reference'],
  returns: [
    'verdictTerms',
    'policyId',
    'signedOn',
    'visit',
    'parentId',
    'courier',
    'waybill',
    'freightCents',
    'reference',
    'saleNumber',
  ],
  returnLines: ['condition', 'missing', 'serial', 'batch'],
  receipts: ['condition', 'serial', 'note'],
  inspections: ['checklist', 'suggestion', 'twinId'],
  payouts: ['exchangeSaleId'],
};

export type FactRow<Name extends FactTableName> = (typeof factTables)[Name]['$inferInsert'];

/** A fact table as the chain sees it: its SQL name and its hashed columns in their order, with their SQL names. */
export type HashedTable = {
  readonly sqlName: string;
  readonly columns: readonly { key: string; sqlName: string }[];
  /** How many of them it had in its first version. */
  readonly firstColumns: number;
};

const hashedTables = new Map<FactTableName, HashedTable>(
  factTableNames.map((name) => {
    const cached: readonly string[] = cachedColumns[name] ?? [];
    const columns = Object.entries(getTableColumns(factTables[name]))
      .filter(([key]) => !cached.includes(key))
      .map(([key, column]) => ({ key, sqlName: (column as { name: string }).name }));
    const firstColumns = columns.length - (laterColumns[name]?.length ?? 0);
    return [name, { sqlName: getTableName(factTables[name]), columns, firstColumns }];
  }),
);

export function hashedTable(name: FactTableName): HashedTable {
  const found = hashedTables.get(name);
  if (!found) throw new Error(`no fact table ${name}`);
  return found;
}

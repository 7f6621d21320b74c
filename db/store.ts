import { createFactWriter } from './facts.ts';
import { lazily } from './lazily.ts';
import { copyLog, logStateOf } from './log.ts';
import type { Connection, Orm } from './open.ts';
import { accountReads, accountWrites } from './queries/accounts.ts';
import { catalogReads, catalogWrites } from './queries/catalog.ts';
import { claimReads } from './queries/claims.ts';
import { customerReads } from './queries/customers.ts';
import { dayReportReads } from './queries/day-report.ts';
import { deskReads, deskWrites } from './queries/desk.ts';
import { drawerReads } from './queries/drawer.ts';
import { fileReturnReads } from './queries/file-returns.ts';
import { fileReads, fileWrites } from './queries/files.ts';
import { findReads } from './queries/find.ts';
import { findIndexReads, findIndexWrites } from './queries/find-index.ts';
import { fingerprintReads } from './queries/fingerprints.ts';
import { goodsReceiptReads } from './queries/goods-receipts.ts';
import { historyReads } from './queries/history.ts';
import { importReads } from './queries/imports.ts';
import { inspectionReads, inspectionWrites } from './queries/inspection.ts';
import { ledgerReads } from './queries/ledgers.ts';
import { listReads } from './queries/lists.ts';
import { mappingReads, mappingWrites } from './queries/mappings.ts';
import { messageReads } from './queries/messages.ts';
import { balanceReads } from './queries/month-balances.ts';
import { monthPackNotes, monthPackWrites } from './queries/month-packs.ts';
import { monthProblemReads } from './queries/month-problems.ts';
import { monthReads } from './queries/months.ts';
import { photoReads } from './queries/photos.ts';
import { policyReads } from './queries/policy.ts';
import { printReads } from './queries/prints.ts';
import { productReads, productWrites } from './queries/products.ts';
import { redInvoiceReads } from './queries/red-invoices.ts';
import { refundReads } from './queries/refunds.ts';
import { candidateReads, relatedReads } from './queries/related.ts';
import { repairReads } from './queries/repair.ts';
import { returnLinkReads } from './queries/return-links.ts';
import { returnReads, returnWrites } from './queries/returns.ts';
import { saleNewsReads } from './queries/sale-news.ts';
import { saleReads } from './queries/sales.ts';
import { searchReads } from './queries/search.ts';
import { settlementReads } from './queries/settlements.ts';
import { staffReads, staffWrites } from './queries/staff.ts';
import { stockHistoryReads } from './queries/stock-history.ts';
import { stocktakeReads } from './queries/stocktakes.ts';
import { storeCreditReads } from './queries/store-credits.ts';
import { supplierReads, supplierWrites } from './queries/suppliers.ts';
import { undoReads, undoWrites } from './queries/undo.ts';
import { unitReads } from './queries/units.ts';
import { unmatchedReads } from './queries/unmatched.ts';
import { walletReads } from './queries/wallets.ts';
import { workReads } from './queries/work.ts';
import { createSequences } from './sequences.ts';

const readAreas = {
  accounts: accountReads,
  catalog: catalogReads,
  claims: claimReads,
  customers: customerReads,
  dayReports: dayReportReads,
  desk: deskReads,
  drawer: drawerReads,
  fileReturns: fileReturnReads,
  files: fileReads,
  find: findReads,
  findIndex: findIndexReads,
  goodsReceipts: goodsReceiptReads,
  history: ({ $client }: Orm) => historyReads($client),
  fingerprints: fingerprintReads,
  imports: importReads,
  inspection: inspectionReads,
  ledgers: ledgerReads,
  lists: listReads,
  mappings: mappingReads,
  messages: messageReads,
  monthPacks: monthPackNotes,
  months: monthReads,
  monthBalances: balanceReads,
  monthProblems: monthProblemReads,
  policy: policyReads,
  prints: printReads,
  products: productReads,
  candidates: candidateReads,
  photos: photoReads,
  refunds: refundReads,
  related: relatedReads,
  repair: repairReads,
  returnLinks: returnLinkReads,
  returns: returnReads,
  saleNews: saleNewsReads,
  sales: saleReads,
  search: searchReads,
  work: workReads,
  settlements: settlementReads,
  storeCredits: storeCreditReads,
  redInvoices: redInvoiceReads,
  unmatched: unmatchedReads,
  undo: undoReads,
  units: unitReads,
  staff: staffReads,
  suppliers: supplierReads,
  stocktakes: stocktakeReads,
  stockHistory: stockHistoryReads,
  wallets: walletReads,
};

/** Everything the shop may ask of its file. Most of a start was preparing what is seldom asked: each area is prepared when it is first used. */
export function createReadStore({ orm }: Connection) {
  return lazily(orm, readAreas);
}
export type ReadStore = ReturnType<typeof createReadStore>;

const cacheAreas = {
  accounts: accountWrites,
  catalog: catalogWrites,
  findIndex: findIndexWrites,
  products: productWrites,
  files: fileWrites,
  inspection: inspectionWrites,
  mappings: mappingWrites,
  monthPacks: monthPackWrites,
  staff: staffWrites,
  suppliers: supplierWrites,
  undo: undoWrites,
  desk: deskWrites,
  returns: returnWrites,
};

/** The one writer: reads, facts, cached columns and the transaction around them. */
export function createWriteStore(connection: Connection) {
  const { raw, orm } = connection;
  const begin = raw.prepare('BEGIN IMMEDIATE');
  const commit = raw.prepare('COMMIT');
  const rollback = raw.prepare('ROLLBACK');
  const facts = createFactWriter(connection);
  const reads = createReadStore(connection);
  const sequences = createSequences(reads.ledgers);
  return Object.assign(reads, {
    facts,
    sequences,
    caches: lazily(orm, cacheAreas),
    /** Runs work in one transaction; what `keep` turns down, and what throws, leaves no trace. */
    transaction: <T>(work: () => T, keep: (result: T) => boolean): T => {
      begin.run();
      facts.forget();
      sequences.forget();
      try {
        const result = work();
        const isKept = keep(result);
        if (isKept) facts.assertSealed();
        (isKept ? commit : rollback).run();
        return result;
      } catch (error) {
        if (raw.inTransaction) rollback.run();
        throw error;
      }
    },
    /** The write-ahead log of the file. */
    log: { state: logStateOf(raw), copy: () => copyLog(raw) },
  });
}
export type WriteStore = ReturnType<typeof createWriteStore>;

import { createFactWriter } from './facts.ts';
import { copyLog, logStateOf } from './log.ts';
import type { Connection } from './open.ts';
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

/** Everything the shop may ask of its file, prepared once. */
export function createReadStore({ orm }: Connection) {
  return {
    accounts: accountReads(orm),
    catalog: catalogReads(orm),
    claims: claimReads(orm),
    customers: customerReads(orm),
    dayReports: dayReportReads(orm),
    desk: deskReads(orm),
    drawer: drawerReads(orm),
    fileReturns: fileReturnReads(orm),
    files: fileReads(orm),
    find: findReads(orm),
    findIndex: findIndexReads(orm),
    goodsReceipts: goodsReceiptReads(orm),
    history: historyReads(orm.$client),
    fingerprints: fingerprintReads(orm),
    imports: importReads(orm),
    inspection: inspectionReads(orm),
    ledgers: ledgerReads(orm),
    lists: listReads(orm),
    mappings: mappingReads(orm),
    messages: messageReads(orm),
    monthPacks: monthPackNotes(orm),
    months: monthReads(orm),
    monthBalances: balanceReads(orm),
    monthProblems: monthProblemReads(orm),
    policy: policyReads(orm),
    prints: printReads(orm),
    products: productReads(orm),
    candidates: candidateReads(orm),
    photos: photoReads(orm),
    refunds: refundReads(orm),
    related: relatedReads(orm),
    repair: repairReads(orm),
    returnLinks: returnLinkReads(orm),
    returns: returnReads(orm),
    saleNews: saleNewsReads(orm),
    sales: saleReads(orm),
    search: searchReads(orm),
    work: workReads(orm),
    settlements: settlementReads(orm),
    storeCredits: storeCreditReads(orm),
    redInvoices: redInvoiceReads(orm),
    unmatched: unmatchedReads(orm),
    undo: undoReads(orm),
    units: unitReads(orm),
    staff: staffReads(orm),
    suppliers: supplierReads(orm),
    stocktakes: stocktakeReads(orm),
    stockHistory: stockHistoryReads(orm),
    wallets: walletReads(orm),
  };
}
export type ReadStore = ReturnType<typeof createReadStore>;

/** The one writer: reads, facts, cached columns and the transaction around them. */
export function createWriteStore(connection: Connection) {
  const { raw, orm } = connection;
  const begin = raw.prepare('BEGIN IMMEDIATE');
  const commit = raw.prepare('COMMIT');
  const rollback = raw.prepare('ROLLBACK');
  const facts = createFactWriter(connection);
  const reads = createReadStore(connection);
  const sequences = createSequences(reads.ledgers);
  return {
    ...reads,
    facts,
    sequences,
    caches: {
      accounts: accountWrites(orm),
      catalog: catalogWrites(orm),
      findIndex: findIndexWrites(orm),
      products: productWrites(orm),
      files: fileWrites(orm),
      inspection: inspectionWrites(orm),
      mappings: mappingWrites(orm),
      monthPacks: monthPackWrites(orm),
      staff: staffWrites(orm),
      suppliers: supplierWrites(orm),
      undo: undoWrites(orm),
      desk: deskWrites(orm),
      returns: returnWrites(orm),
    },
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
  };
}
export type WriteStore = ReturnType<typeof createWriteStore>;

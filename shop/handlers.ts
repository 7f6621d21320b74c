import { getChart } from './accounts/chart.ts';
import { checkOwnAccounts } from './accounts/check.ts';
import { readChart } from './accounts/read-chart.ts';
import { confirmClock } from './care/clock.ts';
import { findFingerprint } from './care/fingerprint.ts';
import { health } from './care/health.ts';
import { outcomeOf } from './care/outcome.ts';
import { listProducts } from './catalog/list.ts';
import { getProductPhoto, setProductPhoto } from './catalog/photo.ts';
import { getProduct, getProductByCode, listCategories } from './catalog/product.ts';
import { saveProduct } from './catalog/save-product.ts';
import { listClaims } from './claims/list.ts';
import { openClaim } from './claims/open.ts';
import { closeClaim, noteOnClaim, payClaim, refuseClaim } from './claims/settle.ts';
import { getClaim } from './claims/view.ts';
import { waitingGoods } from './claims/waiting.ts';
import type {
  ActionHandler,
  JotHandler,
  LongActionHandler,
  NamesOfKind,
  ReadHandler,
  SessionHandler,
} from './context.ts';
import { getCustomer, searchCustomers } from './customers/customer.ts';
import { customerMarks } from './customers/marks.ts';
import { saveCustomer } from './customers/save-customer.ts';
import { fillDemo } from './demo/fill.ts';
import { loadDraft, saveDraft } from './drafts/drafts.ts';
import { countDrawer } from './drawer/count.ts';
import { listDrawer } from './drawer/list.ts';
import { moveCash } from './drawer/move.ts';
import { drawerNow } from './drawer/now.ts';
import { echo } from './echo.ts';
import { find } from './find/find.ts';
import { listImports } from './imports/history.ts';
import { forgetMapping, listMappings, saveMapping } from './imports/mappings.ts';
import { pasteCells } from './imports/paste.ts';
import { runImport } from './imports/run.ts';
import { undoImport } from './imports/undo/undo.ts';
import { listUnmatched } from './imports/unmatched/list.ts';
import { matchFileReturn } from './imports/unmatched/match.ts';
import { recordInspection } from './inspection/record.ts';
import { checklistOf, suggestDisposition } from './inspection/suggest.ts';
import { showTwin } from './inspection/twin.ts';
import { draftMessage, listTemplates } from './messages/draft.ts';
import { listMessages, messageSent, recordRating } from './messages/sent.ts';
import { dayReport } from './money/day-report.ts';
import { moneyEntries } from './money/entries.ts';
import { closeMonth } from './months/close.ts';
import { listMonths } from './months/list.ts';
import { listPacks } from './months/packs.ts';
import { getLogo, setLogo } from './paper/logo.ts';
import { documentPrinted, listPrints } from './paper/prints.ts';
import { addPhoto, getPhoto } from './photos/photos.ts';
import { getPolicy, listPolicies, listPresets } from './policy/list.ts';
import { savePolicy } from './policy/save.ts';
import { getRedInvoice, listRedInvoices, setRedInvoice } from './red-invoices/red-invoices.ts';
import { correctPayout } from './refunds/correct.ts';
import { proveRefund } from './refunds/proof.ts';
import { quoteExchange, quoteRefund } from './refunds/quote.ts';
import { recordRefund } from './refunds/record.ts';
import { showCreditNote } from './refunds/show-note.ts';
import { voidPayout } from './refunds/void.ts';
import { finishRepair } from './repair/finish.ts';
import { getTicket, listTickets } from './repair/view.ts';
import { recordWork } from './repair/work.ts';
import { arriveReturn } from './returns/arrive.ts';
import { counterReturn } from './returns/counter.ts';
import { approveReturn, cancelReturn, closeReturn, rejectReturn } from './returns/decide.ts';
import { judgeReturn } from './returns/judge.ts';
import { matchReturn } from './returns/match.ts';
import { findMatches } from './returns/matches.ts';
import { openReturn } from './returns/open.ts';
import { receiveReturn } from './returns/receive.ts';
import { relatedReturns } from './returns/related.ts';
import { getReturn, searchReturns } from './returns/search.ts';
import { valueLines } from './returns/value.ts';
import { waiveGoods } from './returns/waive.ts';
import { recordSale } from './sales/record.ts';
import { getSale, searchSales } from './sales/search.ts';
import { getAccounts, getSettings, setDeskSettings, setSettings } from './settings/settings.ts';
import { addPerson, changePerson, listRoles, listStaff, saveRole, setPin } from './staff/people.ts';
import { atDesk, confirmPin, signIn, signOut, vouch } from './staff/sign-in.ts';
import { stockHistory } from './stock/history.ts';
import { stockBalances, stockMoves } from './stock/list.ts';
import { openStock, receiveGoods, voidReceipt } from './stock/receipts/act.ts';
import { getReceipt, listReceipts } from './stock/receipts/view.ts';
import { setCost } from './stock/set-cost.ts';
import { bookStocktake } from './stocktakes/book.ts';
import { cancelStocktake } from './stocktakes/cancel.ts';
import { countStocktake } from './stocktakes/count.ts';
import { openStocktake } from './stocktakes/open.ts';
import { getStocktake, listStocktakes } from './stocktakes/view.ts';
import { expireStoreCredits, useStoreCredit, voidStoreCredit } from './store-credit/act.ts';
import { getStoreCredit, listStoreCredits } from './store-credit/read.ts';
import { listSuppliers, saveSupplier } from './suppliers/suppliers.ts';
import { listWalletBills } from './wallets/bills.ts';
import { readWalletBill } from './wallets/read.ts';
import { reconcileWallet } from './wallets/reconcile.ts';
import { tieWalletLine, untieWalletLine } from './wallets/tie.ts';
import { assignReturn } from './work/assign.ts';
import { workCalendar } from './work/calendar.ts';
import { worklist } from './work/worklist.ts';

/** Which use-case answers which procedure. Long reads are wired in `worker.ts`. */
export const readHandlers: { readonly [Name in NamesOfKind<'read'>]: ReadHandler<Name> } = {
  'settings.get': getSettings,
  'settings.accounts': getAccounts,
  'accounts.chart': getChart,
  'accounts.check': checkOwnAccounts,
  'drafts.load': loadDraft,
  'catalog.product': getProduct,
  'catalog.products': listProducts,
  'catalog.byCode': getProductByCode,
  'catalog.photo': getProductPhoto,
  'catalog.categories': listCategories,
  'customers.get': getCustomer,
  'customers.marks': customerMarks,
  'customers.search': searchCustomers,
  'sales.search': searchSales,
  'sales.get': getSale,
  'messages.draft': draftMessage,
  'messages.list': listMessages,
  'messages.templates': listTemplates,
  'policy.get': getPolicy,
  'policy.list': listPolicies,
  'policy.presets': listPresets,
  'returns.get': getReturn,
  'returns.search': searchReturns,
  'returns.related': relatedReturns,
  'returns.matches': findMatches,
  'photos.get': getPhoto,
  'paper.logo': getLogo,
  'returns.worklist': worklist,
  'work.calendar': workCalendar,
  'returns.judge': judgeReturn,
  'inspection.checklist': checklistOf,
  'inspection.suggest': suggestDisposition,
  'inspection.twin': showTwin,
  'repair.list': listTickets,
  'repair.get': getTicket,
  'suppliers.list': listSuppliers,
  'claims.waiting': waitingGoods,
  'claims.list': listClaims,
  'claims.get': getClaim,
  'refunds.quote': quoteRefund,
  'refunds.quoteExchange': quoteExchange,
  'refunds.proof': proveRefund,
  'refunds.creditNote': showCreditNote,
  'storeCredit.get': getStoreCredit,
  'storeCredit.list': listStoreCredits,
  'redInvoices.get': getRedInvoice,
  'redInvoices.list': listRedInvoices,
  'stock.balances': stockBalances,
  'stocktakes.get': getStocktake,
  'stocktakes.list': listStocktakes,
  'stock.moves': stockMoves,
  'stock.history': stockHistory,
  'stock.receipt': getReceipt,
  'stock.receipts': listReceipts,
  'money.entries': moneyEntries,
  'money.dayReport': dayReport,
  'drawer.now': drawerNow,
  'drawer.list': listDrawer,
  'months.list': listMonths,
  'months.packs': listPacks,
  'find.search': find,
  'imports.history': listImports,
  'imports.mappings': listMappings,
  'imports.unmatched': listUnmatched,
  'wallets.bills': listWalletBills,
  'wallets.reconcile': reconcileWallet,
  'paper.prints': listPrints,
  'staff.list': listStaff,
  'staff.roles': listRoles,
  'care.health': health,
  'care.outcome': outcomeOf,
  'care.fingerprint': findFingerprint,
};

export const jotHandlers: { readonly [Name in NamesOfKind<'jot'>]: JotHandler<Name> } = {
  'drafts.save': saveDraft,
  'imports.paste': pasteCells,
};

export const sessionHandlers: { readonly [Name in NamesOfKind<'session'>]: SessionHandler<Name> } = {
  'staff.now': atDesk,
  'staff.signIn': signIn,
  'staff.signOut': signOut,
  'staff.confirm': confirmPin,
  'staff.vouch': vouch,
};

export const actionHandlers: { readonly [Name in NamesOfKind<'action'>]: ActionHandler<Name> } = {
  'settings.set': setSettings,
  'settings.setDesk': setDeskSettings,
  'catalog.saveProduct': saveProduct,
  'catalog.setPhoto': setProductPhoto,
  'customers.save': saveCustomer,
  'policy.save': savePolicy,
  'sales.record': recordSale,
  'returns.assign': assignReturn,
  'messages.sent': messageSent,
  'ratings.record': recordRating,
  'returns.open': openReturn,
  'returns.counter': counterReturn,
  'returns.approve': approveReturn,
  'returns.reject': rejectReturn,
  'returns.cancel': cancelReturn,
  'returns.receive': receiveReturn,
  'returns.close': closeReturn,
  'returns.arrive': arriveReturn,
  'returns.match': matchReturn,
  'returns.value': valueLines,
  'returns.waive': waiveGoods,
  'photos.add': addPhoto,
  'paper.setLogo': setLogo,
  'inspection.record': recordInspection,
  'repair.work': recordWork,
  'repair.finish': finishRepair,
  'suppliers.save': saveSupplier,
  'claims.open': openClaim,
  'claims.pay': payClaim,
  'claims.refuse': refuseClaim,
  'claims.close': closeClaim,
  'claims.note': noteOnClaim,
  'refunds.record': recordRefund,
  'refunds.void': voidPayout,
  'refunds.correct': correctPayout,
  'storeCredit.use': useStoreCredit,
  'storeCredit.expire': expireStoreCredits,
  'storeCredit.void': voidStoreCredit,
  'redInvoices.set': setRedInvoice,
  'stock.setCost': setCost,
  'stocktakes.open': openStocktake,
  'stocktakes.count': countStocktake,
  'stocktakes.book': bookStocktake,
  'stocktakes.cancel': cancelStocktake,
  'stock.receive': receiveGoods,
  'stock.open': openStock,
  'stock.voidReceipt': voidReceipt,
  'imports.saveMapping': saveMapping,
  'imports.forgetMapping': forgetMapping,
  'imports.undo': undoImport,
  'imports.match': matchFileReturn,
  'drawer.count': countDrawer,
  'drawer.move': moveCash,
  'months.close': closeMonth,
  'wallets.tie': tieWalletLine,
  'wallets.untie': untieWalletLine,
  'paper.printed': documentPrinted,
  'staff.add': addPerson,
  'staff.change': changePerson,
  'staff.setPin': setPin,
  'staff.saveRole': saveRole,
  'care.confirmClock': confirmClock,
};

export const longActionHandlers: { readonly [Name in NamesOfKind<'long-action'>]: LongActionHandler<Name> } = {
  'imports.run': runImport,
  'accounts.readChart': readChart,
  'wallets.read': readWalletBill,
  'demo.fill': fillDemo,
  'wire.echo': echo,
};

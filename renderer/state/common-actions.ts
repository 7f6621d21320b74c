import Coins from '@lucide/svelte/icons/coins';
import Factory from '@lucide/svelte/icons/factory';
import FileInput from '@lucide/svelte/icons/file-input';
import Files from '@lucide/svelte/icons/files';
import ListChecks from '@lucide/svelte/icons/list-checks';
import NotepadText from '@lucide/svelte/icons/notepad-text';
import PackageOpen from '@lucide/svelte/icons/package-open';
import PackagePlus from '@lucide/svelte/icons/package-plus';
import PackageSearch from '@lucide/svelte/icons/package-search';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import History from '@lucide/svelte/icons/rotate-ccw-clock';
import Scale from '@lucide/svelte/icons/scale';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import ShoppingCart from '@lucide/svelte/icons/shopping-cart';
import Tags from '@lucide/svelte/icons/tags';
import Ticket from '@lucide/svelte/icons/ticket';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Unlink from '@lucide/svelte/icons/unlink';
import Vault from '@lucide/svelte/icons/vault';
import Wallet from '@lucide/svelte/icons/wallet';
import Wrench from '@lucide/svelte/icons/wrench';
import { show, t } from '../i18n/index.ts';
import type { Action } from './actions.ts';
import { deskPerson } from './desk-person.svelte.ts';
import { router } from './router.svelte.ts';

export const newReturn: Action = {
  id: 'return.new',
  title: () => t('shell.new-return'),
  icon: Undo2,
  shortcut: 'F2',
  when: () => router.offers('/counter'),
  run: () => router.go('/counter'),
};
export const parcelWithoutOrder: Action = {
  id: 'arrivals.open',
  title: () => t('arrivals.title'),
  icon: PackageSearch,
  shortcut: 'Shift+F3',
  when: () => router.offers('/arrive'),
  run: () => router.go('/arrive'),
};
/** Receiving and inspecting start from what waits for it today. */
export const receiveGoods: Action = {
  id: 'today.receive',
  title: () => t('shell.receive'),
  icon: PackageOpen,
  shortcut: 'F3',
  run: () => router.go('/', { query: { next: 'receive' } }),
};
export const inspectGoods: Action = {
  id: 'today.inspect',
  title: () => t('shell.inspect'),
  icon: ScanSearch,
  shortcut: 'F4',
  run: () => router.go('/', { query: { next: 'inspect' } }),
};
export const repairs: Action = {
  id: 'repairs.open',
  title: () => t('repair.title'),
  icon: Wrench,
  when: () => router.offers('/repairs'),
  run: () => router.go('/repairs'),
};
export const supplierClaims: Action = {
  id: 'claims.open',
  title: () => t('claims.title'),
  icon: Factory,
  when: () => router.offers('/claims'),
  run: () => router.go('/claims'),
};
export const storeCredits: Action = {
  id: 'store-credit.open',
  title: () => t('credit.title'),
  icon: Ticket,
  when: () => router.offers('/store-credit'),
  run: () => router.go('/store-credit'),
};
export const redInvoices: Action = {
  id: 'red-invoices.open',
  title: () => t('invoice.list-title'),
  icon: ReceiptText,
  when: () => router.offers('/red-invoices'),
  run: () => router.go('/red-invoices'),
};
export const importSales: Action = {
  id: 'import.open',
  title: () => t('shell.import'),
  icon: FileInput,
  when: () => router.offers('/import'),
  run: () => router.go('/import'),
};
export const filesRead: Action = {
  id: 'imports.open',
  title: () => t('imports.history'),
  icon: Files,
  when: () => router.offers('/imports'),
  run: () => router.go('/imports'),
};
export const unmatchedReturns: Action = {
  id: 'unmatched.open',
  title: () => t('imports.unmatched'),
  icon: Unlink,
  when: () => router.offers('/unmatched'),
  run: () => router.go('/unmatched'),
};
export const returnPolicy: Action = {
  id: 'policy.open',
  title: () => t('policy.title'),
  icon: Scale,
  when: () => router.offers('/policy'),
  run: () => router.go('/policy'),
};
export const careOfBooks: Action = {
  id: 'care.open',
  title: () => t('care.title'),
  icon: ShieldCheck,
  when: () => router.offers('/care'),
  run: () => router.go('/care'),
};
export const sell: Action = {
  id: 'sale.quick',
  title: () => t('sales.quick'),
  icon: ReceiptText,
  shortcut: 'Shift+F2',
  when: () => router.offers('/sales') && deskPerson.may('sales'),
  run: () => router.go('/sales', { query: { sell: '1' } }),
};
export const itemsOfShop: Action = {
  id: 'items.open',
  title: () => t('products.title'),
  icon: Tags,
  when: () => router.offers('/items'),
  run: () => router.go('/items'),
};
export const receiveFromSupplier: Action = {
  id: 'receiving.receive',
  title: () => t('receiving.receive'),
  icon: PackagePlus,
  when: () => router.offers('/receive'),
  run: () => router.go('/receive'),
};
export const stockCounts: Action = {
  id: 'stocktakes.open',
  title: () => t('stocktakes.title'),
  icon: ListChecks,
  when: () => router.offers('/counts'),
  run: () => router.go('/counts'),
};
export const reorderGoods: Action = {
  id: 'reorder.open',
  title: () => t('reorder.title'),
  icon: ShoppingCart,
  when: () => router.offers('/reorder'),
  run: () => router.go('/reorder'),
};
export const codeHistory: Action = {
  id: 'history.open',
  title: () => t('history.title'),
  icon: History,
  when: () => router.offers('/history'),
  run: () => router.go('/history'),
};
/** What lies in the till is asked for many times a day. */
export const drawerOfShop: Action = {
  id: 'drawer.open',
  title: () => t('drawer.title'),
  icon: Vault,
  shortcut: 'Shift+F4',
  when: () => router.offers('/drawer'),
  run: () => router.go('/drawer'),
};
export const countDrawer: Action = {
  id: 'drawer.count',
  title: () => t('drawer.count'),
  icon: Coins,
  when: () => router.offers('/drawer/count'),
  run: () => router.go('/drawer/count'),
};
export const walletBills: Action = {
  id: 'wallets.open',
  title: () => t('wallets.title'),
  icon: Wallet,
  when: () => router.offers('/wallets'),
  run: () => router.go('/wallets'),
};
export const reportOfToday: Action = {
  id: 'drawer.day-report',
  title: () => t('drawer.day-report'),
  icon: NotepadText,
  when: () => router.offers('/days/:day'),
  run: () => router.go('/days/:day', { params: { day: show.today() } }),
};

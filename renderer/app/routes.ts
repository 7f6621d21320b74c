import type { Component } from 'svelte';
import type { ParamsOf, Path, PlaceName } from '../state/paths.ts';

type Screen<P extends Path> = [keyof ParamsOf<P>] extends [never]
  ? Component<Record<string, never>>
  : Component<{ params: ParamsOf<P> }>;

export type Route<P extends Path = Path> = {
  readonly load: () => Promise<{ readonly default: Screen<P> }>;
  /** The place of the rail it belongs to. */
  readonly place?: PlaceName;
  /** Without rail and top: sheets of paper. */
  readonly bare?: boolean;
  /** The screen follows its parameters itself (a list beside its detail) and is not built anew for each. */
  readonly follows?: boolean;
};

/** List and detail are one screen under two addresses, so that the list keeps its place. */
const sales = { place: 'sales', follows: true, load: () => import('../features/sales/Sales.svelte') } as const;

const customers = {
  place: 'customers',
  follows: true,
  load: () => import('../features/customers/Customers.svelte'),
} as const;

const months = { place: 'months', follows: true, load: () => import('../features/months/Months.svelte') } as const;

const repairs = { place: 'returns', follows: true, load: () => import('../features/repair/Repairs.svelte') } as const;

const claims = { place: 'returns', follows: true, load: () => import('../features/claims/Claims.svelte') } as const;

const items = { place: 'stock', follows: true, load: () => import('../features/products/Items.svelte') } as const;

const receipts = {
  place: 'stock',
  follows: true,
  load: () => import('../features/receiving/Receipts.svelte'),
} as const;

const filesRead = {
  place: 'sales',
  follows: true,
  load: () => import('../features/imports/ImportHistory.svelte'),
} as const;

const unmatched = {
  place: 'returns',
  follows: true,
  load: () => import('../features/imports/Unmatched.svelte'),
} as const;

/** The screens of this version, each loaded when it is first needed: one line per screen. */
export const routes: { readonly [P in Path]?: Route<P> } = {
  '/': { place: 'today', load: () => import('../features/today/Today.svelte') },
  '/returns': { place: 'returns', load: () => import('../features/returns/Returns.svelte') },
  '/returns/:id': { place: 'returns', load: () => import('../features/returns/ReturnPage.svelte') },
  '/arrive': { place: 'returns', load: () => import('../features/arrivals/Arrive.svelte') },
  '/stock': { place: 'stock', load: () => import('../features/stock/Stock.svelte') },
  '/items': items,
  '/items/:sku': items,
  '/receiving': receipts,
  '/receiving/:number': receipts,
  '/receive': { place: 'stock', load: () => import('../features/receiving/ReceiveGoods.svelte') },
  '/opening-stock': { place: 'stock', load: () => import('../features/receiving/OpenStock.svelte') },
  '/counts': { place: 'stock', load: () => import('../features/stocktakes/Counts.svelte') },
  '/counts/:number': { place: 'stock', load: () => import('../features/stocktakes/CountPage.svelte') },
  '/reorder': { place: 'stock', load: () => import('../features/reorder/Reorder.svelte') },
  '/history': { place: 'stock', load: () => import('../features/item-history/History.svelte') },
  '/counter': { place: 'returns', load: () => import('../features/counter/Counter.svelte') },
  '/counter/:saleId': { place: 'returns', load: () => import('../features/counter/CounterReturn.svelte') },
  '/store-credit': { place: 'returns', load: () => import('../features/store-credit/StoreCredits.svelte') },
  '/red-invoices': { place: 'returns', load: () => import('../features/red-invoices/RedInvoices.svelte') },
  '/sales': sales,
  '/sales/:id': sales,
  '/repairs': repairs,
  '/repairs/:number': repairs,
  '/claims': claims,
  '/claims/:number': claims,
  '/import': { place: 'sales', load: () => import('../features/imports/Import.svelte') },
  '/imports': filesRead,
  '/imports/:id': filesRead,
  '/unmatched': unmatched,
  '/unmatched/:id': unmatched,
  '/customers': customers,
  '/customers/:id': customers,
  '/months': months,
  '/months/:month': months,
  '/accounts': { place: 'months', load: () => import('../features/accounts/Accounts.svelte') },
  '/vouchers': { place: 'months', load: () => import('../features/accounts/Vouchers.svelte') },
  '/drawer': { place: 'months', load: () => import('../features/drawer/Drawer.svelte') },
  '/drawer/count': { place: 'months', load: () => import('../features/drawer/CountDrawer.svelte') },
  '/days/:day': { place: 'months', load: () => import('../features/drawer/DayReport.svelte') },
  '/wallets': { place: 'months', load: () => import('../features/wallets/Wallets.svelte') },
  '/settings': { place: 'settings', load: () => import('../features/settings/Settings.svelte') },
  '/settings/paper': { place: 'settings', load: () => import('../features/settings/paper/PaperSettings.svelte') },
  '/policy': { place: 'settings', load: () => import('../features/policy/Policy.svelte') },
  '/care': { place: 'settings', load: () => import('../features/care/Care.svelte') },
  '/update': { place: 'settings', load: () => import('../features/update/Update.svelte') },
  '/guide': { load: () => import('../features/guide/Guide.svelte') },
  '/paper/:document/:numbers/:paper/:locale': { bare: true, load: () => import('../paper/PaperScreen.svelte') },
};

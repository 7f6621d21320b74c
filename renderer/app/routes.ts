import type { Component } from 'svelte';
import type { Permission } from '../../contract/values/permissions.ts';
import type { ParamsOf, Path, PlaceName } from '../state/paths.ts';

type Screen<P extends Path> = [keyof ParamsOf<P>] extends [never]
  ? Component<Record<string, never>>
  : Component<{ params: ParamsOf<P> }>;

export type Route<P extends Path = Path> = {
  readonly load: () => Promise<{ readonly default: Screen<P> }>;
  /** The place of the rail it belongs to. */
  readonly place?: PlaceName;
  /** What a person must be allowed to do for the screen to be of use to them. */
  readonly needs?: Permission;
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

const months = {
  place: 'months',
  needs: 'figures',
  follows: true,
  load: () => import('../features/months/Months.svelte'),
} as const;

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
  needs: 'imports',
  follows: true,
  load: () => import('../features/imports/ImportHistory.svelte'),
} as const;

const unmatched = {
  place: 'returns',
  needs: 'returns',
  follows: true,
  load: () => import('../features/imports/Unmatched.svelte'),
} as const;

/** The screens of this version, each loaded when it is first needed: one line per screen. */
export const routes: { readonly [P in Path]?: Route<P> } = {
  '/': { place: 'today', load: () => import('../features/today/Today.svelte') },
  '/returns': { place: 'returns', load: () => import('../features/returns/Returns.svelte') },
  '/returns/:id': { place: 'returns', load: () => import('../features/returns/ReturnPage.svelte') },
  '/arrive': { place: 'returns', needs: 'returns', load: () => import('../features/arrivals/Arrive.svelte') },
  '/stock': { place: 'stock', load: () => import('../features/stock/Stock.svelte') },
  '/items': items,
  '/items/:sku': items,
  '/receiving': receipts,
  '/receiving/:number': receipts,
  '/receive': { place: 'stock', needs: 'stock', load: () => import('../features/receiving/ReceiveGoods.svelte') },
  '/opening-stock': { place: 'stock', needs: 'books', load: () => import('../features/receiving/OpenStock.svelte') },
  '/counts': { place: 'stock', load: () => import('../features/stocktakes/Counts.svelte') },
  '/counts/:number': { place: 'stock', load: () => import('../features/stocktakes/CountPage.svelte') },
  '/reorder': { place: 'stock', load: () => import('../features/reorder/Reorder.svelte') },
  '/history': { place: 'stock', load: () => import('../features/item-history/History.svelte') },
  '/counter': { place: 'returns', needs: 'returns', load: () => import('../features/counter/Counter.svelte') },
  '/counter/:saleId': {
    place: 'returns',
    needs: 'returns',
    load: () => import('../features/counter/CounterReturn.svelte'),
  },
  '/store-credit': { place: 'returns', load: () => import('../features/store-credit/StoreCredits.svelte') },
  '/red-invoices': { place: 'returns', load: () => import('../features/red-invoices/RedInvoices.svelte') },
  '/sales': sales,
  '/sales/:id': sales,
  '/repairs': repairs,
  '/repairs/:number': repairs,
  '/claims': claims,
  '/claims/:number': claims,
  '/import': { place: 'sales', needs: 'imports', load: () => import('../features/imports/Import.svelte') },
  '/imports': filesRead,
  '/imports/:id': filesRead,
  '/unmatched': unmatched,
  '/unmatched/:id': unmatched,
  '/customers': customers,
  '/customers/:id': customers,
  '/months': months,
  '/months/:month': months,
  '/accounts': { place: 'months', needs: 'figures', load: () => import('../features/accounts/Accounts.svelte') },
  '/vouchers': { place: 'months', needs: 'shop', load: () => import('../features/accounts/Vouchers.svelte') },
  '/drawer': { place: 'months', needs: 'drawer', load: () => import('../features/drawer/Drawer.svelte') },
  '/drawer/count': { place: 'months', needs: 'drawer', load: () => import('../features/drawer/CountDrawer.svelte') },
  '/days/:day': { place: 'months', needs: 'drawer', load: () => import('../features/drawer/DayReport.svelte') },
  '/wallets': { place: 'months', needs: 'figures', load: () => import('../features/wallets/Wallets.svelte') },
  '/unusual': { place: 'insight', needs: 'shop', load: () => import('../features/unusual/Unusual.svelte') },
  '/settings': { place: 'settings', load: () => import('../features/settings/Settings.svelte') },
  '/settings/paper': {
    place: 'settings',
    needs: 'shop',
    load: () => import('../features/settings/paper/PaperSettings.svelte'),
  },
  '/people': { place: 'settings', needs: 'shop', load: () => import('../features/staff/People.svelte') },
  '/policy': { place: 'settings', needs: 'shop', load: () => import('../features/policy/Policy.svelte') },
  '/care': { place: 'settings', load: () => import('../features/care/Care.svelte') },
  '/update': { place: 'settings', needs: 'shop', load: () => import('../features/update/Update.svelte') },
  '/guide': { load: () => import('../features/guide/Guide.svelte') },
  '/paper/:document/:numbers/:paper/:locale': { bare: true, load: () => import('../paper/PaperScreen.svelte') },
};

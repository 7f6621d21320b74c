import { exportActions } from '../features/exports/export-actions.ts';
import { staffActions } from '../features/staff/staff-actions.ts';
import { updateActions } from '../features/update/update-actions.ts';
import { t } from '../i18n/index.ts';
import type { Action } from '../state/actions.ts';
import {
  careOfBooks,
  codeHistory,
  countDrawer,
  drawerOfShop,
  filesRead,
  importSales,
  inspectGoods,
  itemsOfShop,
  newReturn,
  parcelWithoutOrder,
  receiveFromSupplier,
  receiveGoods,
  redInvoices,
  reorderGoods,
  repairs,
  reportOfToday,
  returnPolicy,
  sell,
  stockCounts,
  storeCredits,
  supplierClaims,
  unmatchedReturns,
  walletBills,
} from '../state/common-actions.ts';
import { findBox } from '../state/find-box.ts';
import { programActions } from '../state/program-actions.ts';
import { router } from '../state/router.svelte.ts';
import { placesInRail } from './places.ts';

/** What can be done from anywhere. */
export function frameActions(): Action[] {
  return [
    { id: 'find.focus', title: () => t('find.focus'), shortcut: 'Ctrl+K', run: () => findBox.open() },
    newReturn,
    sell,
    receiveGoods,
    parcelWithoutOrder,
    inspectGoods,
    repairs,
    supplierClaims,
    storeCredits,
    redInvoices,
    itemsOfShop,
    receiveFromSupplier,
    stockCounts,
    reorderGoods,
    codeHistory,
    importSales,
    filesRead,
    unmatchedReturns,
    ...exportActions,
    drawerOfShop,
    countDrawer,
    reportOfToday,
    walletBills,
    returnPolicy,
    careOfBooks,
    ...updateActions,
    ...staffActions,
    ...programActions,
    ...placesInRail.map(
      ({ name, path, title, icon }): Action => ({
        id: `place.${name}`,
        title: () => t(title),
        icon,
        when: () => router.offers(path),
        run: () => router.go(path),
      }),
    ),
  ];
}

import { accountsTexts } from './accounts.ts';
import { arrivalsTexts } from './arrivals.ts';
import { backupsTexts } from './backups.ts';
import { benchTexts } from './bench.ts';
import { careTexts } from './care.ts';
import { claimsTexts } from './claims.ts';
import { counterTexts } from './counter.ts';
import { customersTexts } from './customers.ts';
import { drawerTexts } from './drawer.ts';
import { exportsTexts } from './exports.ts';
import { findTexts } from './find.ts';
import { historyTexts } from './history.ts';
import { importProfilesTexts } from './import-profiles.ts';
import { importResultsTexts } from './import-results.ts';
import { importsTexts } from './imports.ts';
import { messagesTexts } from './messages.ts';
import { monthsTexts } from './months.ts';
import { newPcTexts } from './new-pc.ts';
import { packsTexts } from './packs.ts';
import { paperTexts } from './paper.ts';
import { paperSettingsTexts } from './paper-settings.ts';
import { photosTexts } from './photos.ts';
import { policyTexts } from './policy.ts';
import { productsTexts } from './products.ts';
import { programTexts } from './program.ts';
import { receivingTexts } from './receiving.ts';
import { redInvoicesTexts } from './red-invoices.ts';
import { reorderTexts } from './reorder.ts';
import { repairTexts } from './repair.ts';
import { returnsTexts } from './returns.ts';
import { ruleTexts } from './rules.ts';
import { salesTexts } from './sales.ts';
import { settingsTexts } from './settings.ts';
import { settlementTexts } from './settlement.ts';
import { shellTexts } from './shell.ts';
import { staffTexts } from './staff.ts';
import { startTexts } from './start.ts';
import { stockTexts } from './stock.ts';
import { stocktakesTexts } from './stocktakes.ts';
import { storeCreditTexts } from './store-credit.ts';
import { todayTexts } from './today.ts';
import { uiTexts } from './ui.ts';
import { unmatchedTexts } from './unmatched.ts';
import { unusualTexts } from './unusual.ts';
import { updateTexts } from './update.ts';
import { vouchersTexts } from './vouchers.ts';
import { walletsTexts } from './wallets.ts';

/** Every text of the window: one line per area. */
export const catalogue = {
  ...uiTexts,
  ...shellTexts,
  ...programTexts,
  ...findTexts,
  ...careTexts,
  ...backupsTexts,
  ...updateTexts,
  ...newPcTexts,
  ...staffTexts,
  ...unusualTexts,
  ...startTexts,
  ...todayTexts,
  ...settingsTexts,
  ...salesTexts,
  ...customersTexts,
  ...messagesTexts,
  ...productsTexts,
  ...counterTexts,
  ...paperTexts,
  ...paperSettingsTexts,
  ...arrivalsTexts,
  ...photosTexts,
  ...returnsTexts,
  ...benchTexts,
  ...repairTexts,
  ...claimsTexts,
  ...settlementTexts,
  ...storeCreditTexts,
  ...redInvoicesTexts,
  ...ruleTexts,
  ...policyTexts,
  ...stockTexts,
  ...receivingTexts,
  ...stocktakesTexts,
  ...reorderTexts,
  ...historyTexts,
  ...importsTexts,
  ...importProfilesTexts,
  ...importResultsTexts,
  ...unmatchedTexts,
  ...exportsTexts,
  ...monthsTexts,
  ...drawerTexts,
  ...walletsTexts,
  ...packsTexts,
  ...accountsTexts,
  ...vouchersTexts,
};

export type Key = keyof typeof catalogue;

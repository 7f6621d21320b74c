import type { z } from 'zod';
import { accountsApi } from './api/accounts.ts';
import { careApi } from './api/care.ts';
import { catalogApi } from './api/catalog.ts';
import { claimsApi } from './api/claims.ts';
import { customersApi } from './api/customers.ts';
import { demoApi, draftsApi, findApi, insightApi, wireApi } from './api/desk.ts';
import { drawerApi } from './api/drawer.ts';
import { exportsApi } from './api/exports.ts';
import { goodsReceiptsApi } from './api/goods-receipts.ts';
import { importsApi } from './api/imports.ts';
import { inspectionApi } from './api/inspection.ts';
import { messagesApi, ratingsApi } from './api/messages.ts';
import { monthsApi } from './api/months.ts';
import { paperApi } from './api/paper.ts';
import { photosApi } from './api/photos.ts';
import { policyApi } from './api/policy.ts';
import { redInvoicesApi } from './api/red-invoices.ts';
import { refundsApi } from './api/refunds.ts';
import { repairApi } from './api/repair.ts';
import { returnsApi } from './api/returns.ts';
import { salesApi } from './api/sales.ts';
import { settingsApi } from './api/settings.ts';
import { staffApi } from './api/staff.ts';
import { moneyApi, stockApi } from './api/stock.ts';
import { stockLevelsApi } from './api/stock-levels.ts';
import { stocktakesApi } from './api/stocktakes.ts';
import { storeCreditApi } from './api/store-credit.ts';
import { suppliersApi } from './api/suppliers.ts';
import { unusualApi } from './api/unusual.ts';
import { walletsApi } from './api/wallets.ts';
import { workApi } from './api/work.ts';
import type { CommonRefusal, Refusal } from './refusals.ts';

/** Every procedure of the shop, by name. */
export const api = {
  ...settingsApi,
  ...importsApi,
  ...exportsApi,
  ...catalogApi,
  ...customersApi,
  ...salesApi,
  ...returnsApi,
  ...photosApi,
  ...workApi,
  ...messagesApi,
  ...ratingsApi,
  ...inspectionApi,
  ...repairApi,
  ...suppliersApi,
  ...claimsApi,
  ...policyApi,
  ...refundsApi,
  ...storeCreditApi,
  ...redInvoicesApi,
  ...stockApi,
  ...goodsReceiptsApi,
  ...stockLevelsApi,
  ...stocktakesApi,
  ...moneyApi,
  ...accountsApi,
  ...drawerApi,
  ...walletsApi,
  ...monthsApi,
  ...paperApi,
  ...insightApi,
  ...unusualApi,
  ...staffApi,
  ...careApi,
  ...findApi,
  ...draftsApi,
  ...demoApi,
  ...wireApi,
};

export type Api = typeof api;
export type ProcedureName = keyof Api;
/** What a caller may send. */
export type Input<Name extends ProcedureName> = z.input<Api[Name]['input']>;
/** What the shop works with after parsing. */
export type ParsedInput<Name extends ProcedureName> = z.output<Api[Name]['input']>;
export type Output<Name extends ProcedureName> = z.output<Api[Name]['output']>;
export type RefusalOf<Name extends ProcedureName> = Refusal<Api[Name]['refusals'][number] | CommonRefusal>;

/** One field that did not fit: where, which rule, and the rule's own facts. */
export type Misfit = { readonly path: string; readonly message: string };

/** What a call comes to, unless the shop is gone or has a bug: those reject. */
export type Outcome<Name extends ProcedureName> =
  | { readonly ok: Output<Name> }
  | { readonly refused: RefusalOf<Name> }
  | { readonly invalid: readonly Misfit[] };

/** How far a long call is. `phase` is a word of the procedure, translated in the window. */
export type Progress = { readonly phase: string; readonly done: number; readonly total?: number };

export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(api, name);
}

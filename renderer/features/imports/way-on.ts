import type { ImportKind } from '../../../contract/api/import-fields.ts';
import { t } from '../../i18n/index.ts';
import { router } from '../../state/router.svelte.ts';

type PlainPath = '/sales' | '/items' | '/customers' | '/stock' | '/receiving' | '/returns' | '/imports';
type WayOn = { readonly path: PlainPath; readonly word: () => string };

const history: WayOn = { path: '/imports', word: () => t('imports.to-history') };
const waysOn: Readonly<Record<ImportKind, WayOn>> = {
  sales: { path: '/sales', word: () => t('imports.to-sales') },
  products: { path: '/items', word: () => t('imports.to-items') },
  customers: { path: '/customers', word: () => t('imports.to-customers') },
  suppliers: history,
  'opening-stock': { path: '/stock', word: () => t('imports.to-stock') },
  'goods-received': { path: '/receiving', word: () => t('imports.to-receiving') },
  returns: { path: '/returns', word: () => t('imports.to-returns') },
};

/** Where what was read can be seen. */
export function wayOnFrom(kind: ImportKind): WayOn {
  const way = waysOn[kind];
  return router.offers(way.path) ? way : history;
}

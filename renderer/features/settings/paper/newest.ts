import type { Return } from '../../../../contract/api/return-shape.ts';
import type { DocumentKind } from '../../../../contract/host.ts';
import { dayOfInstant } from '../../../i18n/times.ts';
import { ask } from '../../../state/shop.svelte.ts';

/** So many of the newest returns are looked at for one that has the document. */
const looksBack = 50;

/** The number of the newest record that has such a document; nothing where there is none. */
export async function newestOf(document: DocumentKind, timeZone: string): Promise<string | undefined> {
  const today = dayOfInstant(Date.now(), timeZone);
  switch (document) {
    case 'return-slip':
    case 'customer-letter':
    case 'refund-receipt':
    case 'exchange-note':
    case 'scrap-note':
      return (await newestReturn(has[document]))?.number;
    case 'credit-note':
      return (await newestReturn(has['refund-receipt']))?.creditNotes[0]?.number;
    case 'repair-ticket':
      return (await ask('repair.list', { limit: 1 })).ok?.items[0]?.number;
    case 'supplier-return':
      return (await ask('claims.list', { limit: 1 })).ok?.items[0]?.number;
    case 'store-credit-voucher':
      return (await ask('storeCredit.list', { limit: 1 })).ok?.items[0]?.code;
    case 'goods-receipt':
      return (await ask('stock.receipts', { limit: 1 })).ok?.items[0]?.number;
    case 'stocktake-sheet':
      return (await ask('stocktakes.list', { limit: 1 })).ok?.items[0]?.number;
    case 'item-label':
    case 'price-label':
      return (await ask('catalog.products', { limit: 1 })).ok?.items[0]?.sku;
    case 'day-report':
      return today;
    case 'month-controls':
      return today.slice(0, 7);
    case 'test-page':
      return '-';
  }
}

const has = {
  'return-slip': () => true,
  'customer-letter': () => true,
  'refund-receipt': ({ creditNotes }: Return) => creditNotes.length > 0,
  'exchange-note': ({ payouts }: Return) => payouts.some(({ exchange }) => exchange !== undefined),
  'scrap-note': ({ lines }: Return) =>
    lines.some(({ inspections }) => inspections.some(({ disposition }) => disposition === 'scrap')),
};

async function newestReturn(is: (found: Return) => boolean): Promise<Return | undefined> {
  return (await ask('returns.search', { limit: looksBack })).ok?.items.find(is);
}

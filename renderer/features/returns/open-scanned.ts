import { t } from '../../i18n/index.ts';
import { notices } from '../../state/notices.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { ask, troubleSentence } from '../../state/shop.svelte.ts';
import { returnsList } from './returns-list.svelte.ts';

/**
 * The number of a return or of its parcel under the scanner leads to its page, a sale's to the sale, a repair ticket's or a claim's to
 * theirs; anything else is said to be unknown.
 */
export async function openScanned(code: string): Promise<void> {
  // Letters of the code may have been taken for the keys of the filters.
  returnsList.clear();
  const found = await ask('returns.get', { number: code });
  if (found.ok) return router.go('/returns/:id', { params: { id: found.ok.returnId } });
  if (found.trouble.kind !== 'refused') return notices.say({ tone: 'wrong', text: troubleSentence(found.trouble) });
  const parcel = await parcelOf(code);
  if (parcel !== undefined) return router.go('/returns/:id', { params: { id: parcel } });
  const sale = await ask('sales.get', { number: code });
  if (sale.ok && router.offers('/counter/:saleId')) {
    return router.go('/counter/:saleId', { params: { saleId: sale.ok.saleId } });
  }
  if ((await ask('repair.get', { number: code })).ok)
    return router.go('/repairs/:number', { params: { number: code } });
  if ((await ask('claims.get', { number: code })).ok) return router.go('/claims/:number', { params: { number: code } });
  notices.say({ tone: 'wait', text: t('returns.not-here', { code }) });
}

/** The newest return whose goods came with this waybill; of several the one that still waits for them. */
async function parcelOf(waybill: string): Promise<number | undefined> {
  const { ok } = await ask('returns.search', { text: waybill, limit: 20 });
  const parcels = (ok?.items ?? []).filter((item) => item.waybill === waybill);
  return (parcels.find(({ stage }) => stage === 'approved') ?? parcels[0])?.returnId;
}

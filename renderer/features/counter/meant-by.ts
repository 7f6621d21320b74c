import { router } from '../../state/router.svelte.ts';
import { ask } from '../../state/shop.svelte.ts';
import { carriedQuery } from './visit.ts';

/** Where a text of the first field leads: to the one sale or return it means, else there is a choice. */
export type Meant = { readonly kind: 'sale' | 'return'; readonly id: number } | undefined;

/** The sale of exactly this number, else the return of it, else the one sale that is found. */
export async function meantBy(text: string): Promise<Meant> {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const sale = (await ask('sales.get', { number: wanted })).ok;
  if (sale) return { kind: 'sale', id: sale.saleId };
  const found = (await ask('find.search', { text: wanted })).ok?.items ?? [];
  const slip = found.find(({ kind, title }) => kind === 'return' && title.toUpperCase() === wanted.toUpperCase());
  if (slip) return { kind: 'return', id: slip.id };
  const items = (await ask('sales.search', { text: wanted, limit: 2 })).ok?.items ?? [];
  return items.length === 1 && items[0] ? { kind: 'sale', id: items[0].saleId } : undefined;
}

export function openMeant({ kind, id }: NonNullable<Meant>): void {
  if (kind === 'sale') router.go('/counter/:saleId', { params: { saleId: id }, query: carriedQuery() });
  else router.go('/returns/:id', { params: { id } });
}

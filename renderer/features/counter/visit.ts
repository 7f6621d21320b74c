import type { Customer } from '../../../contract/api/sales.ts';
import { router } from '../../state/router.svelte.ts';
import { ask } from '../../state/shop.svelte.ts';

/** The returns that one customer brings at once bear one mark; the customer of the first is that of the others. */
export type Visit = { readonly id: string; readonly customer?: Customer | undefined };

const carried = ['visit', 'after', 'announce'] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address of the counter hands on from screen to screen: the visit, the return before, and whether goods are only announced. */
export function carriedQuery(): Record<string, string> {
  return Object.fromEntries(
    carried.flatMap((name) => {
      const value = router.query(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** Whether goods are announced: they come later. */
export const announces = (): boolean => router.query('announce') === '1';

/** The return before in this visit. */
export function returnBefore(): number | undefined {
  const after = Number(router.query('after') ?? '');
  return Number.isSafeInteger(after) && after > 0 ? after : undefined;
}

/** The visit that goes on, else a new one. */
export async function visitHere(): Promise<Visit> {
  const id = router.query('visit');
  const after = returnBefore();
  if (!id || !uuid.test(id) || after === undefined) return { id: crypto.randomUUID() };
  return { id, customer: (await ask('returns.get', { returnId: after })).ok?.customer };
}

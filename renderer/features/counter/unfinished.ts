import { Intent } from '../../state/intent.ts';

/** Which return was left unfinished last, so that the empty counter can offer it. Without a sale it is one without a receipt. */
export type Unfinished = { readonly sale?: { readonly saleId: number; readonly number: string }; readonly at: string };

/** The drafts of the counter: one for every receipt, and the one that says which was the last. */
export const lastUnfinished = 'counter';
export const noReceiptDraft = 'counter-no-receipt';
export const draftName = (saleId: number): string => `counter-${saleId}`;

/** What a draft was about to do goes on under its own id, so that a retry after a crash does nothing twice. */
export function intentOf(id: string): Intent {
  const ids = [id];
  return new Intent(() => ids.pop() ?? crypto.randomUUID());
}

import type { Draft } from '../../state/draft.ts';
import { draftOf, keepWhileThere } from '../../state/drafts.svelte.ts';
import { lastUnfinished, type Unfinished } from './unfinished.ts';

type Kept<Content> = { readonly content: () => Content | undefined; readonly about: () => Omit<Unfinished, 'at'> };

/** Keeps what stands on a desk and that it was the last; forgets both once nothing stands there. Call it while a component is set up. */
export function keepDraft<Content>(draft: Draft<Content>, { content, about }: Kept<Content>): void {
  const last = draftOf<Unfinished>(lastUnfinished);
  const now = $derived(content());
  keepWhileThere(draft, () => now);
  keepWhileThere(last, () => (now === undefined ? undefined : { ...about(), at: new Date().toISOString() }));
}

import type { Draft } from '../../state/draft.ts';
import { draftOf } from '../../state/drafts.svelte.ts';
import { lastUnfinished, type Unfinished } from './unfinished.ts';

type Kept<Content> = { readonly content: () => Content | undefined; readonly about: () => Omit<Unfinished, 'at'> };

/** Keeps what stands on a desk and that it was the last; forgets both once nothing stands there. Call it while a component is set up. */
export function keepDraft<Content>(draft: Draft<Content>, { content, about }: Kept<Content>): void {
  const last = draftOf<Unfinished>(lastUnfinished);
  let kept = false;
  $effect(() => {
    const now = content();
    if (now !== undefined) {
      draft.keep(now);
      last.keep({ ...about(), at: new Date().toISOString() });
    } else if (kept) {
      void draft.forget();
      void last.forget();
    }
    kept = now !== undefined;
  });
}

import { onMount, untrack } from 'svelte';
import { Draft, type DraftStore } from './draft.ts';
import { ask, refusedWith } from './shop.svelte.ts';

const shopStore: DraftStore = {
  save: async (screen, content) => {
    const { trouble } = await ask('drafts.save', { screen, content });
    // A bug or a draft that does not fit would be so every time; of a locked desk the screens are gone, and come back with what was kept.
    if (refusedWith(trouble, 'not-signed-in')) return true;
    return trouble?.kind !== 'refused' && trouble?.kind !== 'disconnected';
  },
  load: async (screen) => (await ask('drafts.load', { screen })).ok?.content,
};

const leaving = new Set<Promise<unknown>>();

/** Settles once every screen that was left has kept what was typed on it. */
export async function draftsKept(): Promise<void> {
  await Promise.all(leaving);
}

/** The draft of a screen, kept by the shop. Make it while a component is set up: leaving the screen or the window saves what still waits. */
export function draftOf<Content>(screen: string): Draft<Content> {
  const draft = new Draft<Content>(screen, shopStore);
  const save = (): void => {
    const saving = draft.flush();
    leaving.add(saving);
    void saving.finally(() => leaving.delete(saving));
  };
  $effect(() => {
    // Of what a page says once it is being put away nothing arrives any more.
    addEventListener('beforeunload', save);
    return () => {
      removeEventListener('beforeunload', save);
      save();
    };
  });
  return draft;
}

/** A form that can be kept and come back. */
type Form<Content> = { keep(): Content; restore(kept: Content): void };

/** The draft of a short form: what was typed comes back when the form is opened again. Make it while a component is set up. */
export function draftOfForm<Content>(screen: string, form: Form<Content>): Draft<Content> {
  const draft = draftOf<Content>(screen);
  const fresh = untrack(() => JSON.stringify(form.keep()));
  const isFresh = (): boolean => JSON.stringify(form.keep()) === fresh;
  let loaded = $state(false);
  void draft.load().then((kept) => {
    // What was typed meanwhile is newer.
    if (kept && isFresh()) form.restore(kept);
    loaded = true;
  });
  $effect(() => {
    const content = form.keep();
    if (loaded && !isFresh()) draft.keep(content);
  });
  return draft;
}

/** Keeps what stands on a desk; forgets it once nothing stands there any more. Call it while a component is set up. */
export function keepWhileThere<Content>(draft: Draft<Content>, content: () => Content | undefined): void {
  let kept = false;
  $effect(() => {
    const now = content();
    if (now !== undefined) draft.keep(now);
    else if (kept) void draft.forget();
    kept = now !== undefined;
  });
}

/** A desk whose content can be kept and come back; none while nothing was entered. */
type Desk<Content> = { readonly content: Content | undefined; restore(kept: Content): void };

/** The draft of a desk: what was entered is there when its screen opens again, and then `ready`. Make it while a component is set up. */
export function draftOfDesk<Content>(screen: string, desk: Desk<Content>, ready: () => void): Draft<Content> {
  const draft = draftOf<Content>(screen);
  keepWhileThere(draft, () => desk.content);
  onMount(async () => {
    const before = document.activeElement;
    const kept = await draft.load();
    // What was entered meanwhile is newer.
    if (kept && !desk.content) desk.restore(kept);
    // Whoever went to a field meanwhile stays there.
    if ([before, document.body].includes(document.activeElement)) ready();
  });
  return draft;
}

import { Draft, type DraftStore } from './draft.ts';
import { ask } from './shop.svelte.ts';

const shopStore: DraftStore = {
  save: async (screen, content) => {
    const { trouble } = await ask('drafts.save', { screen, content });
    // A bug or a draft that does not fit would be so every time.
    return trouble?.kind !== 'refused' && trouble?.kind !== 'disconnected';
  },
  load: async (screen) => (await ask('drafts.load', { screen })).ok?.content,
};

/** The draft of a screen, kept by the shop. Make it while a component is set up: leaving the screen saves what still waits. */
export function draftOf<Content>(screen: string): Draft<Content> {
  const draft = new Draft<Content>(screen, shopStore);
  $effect(() => () => void draft.flush());
  return draft;
}

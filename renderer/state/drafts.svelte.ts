import { Draft, type DraftStore } from './draft.ts';
import { ask } from './shop.svelte.ts';

const shopStore: DraftStore = {
  save: (screen, content) => ask('drafts.save', { screen, content }),
  load: async (screen) => (await ask('drafts.load', { screen })).ok?.content,
};

/** The draft of a screen, kept by the shop. Make it while a component is set up: leaving the screen saves what still waits. */
export function draftOf<Content>(screen: string): Draft<Content> {
  const draft = new Draft<Content>(screen, shopStore);
  $effect(() => () => void draft.flush());
  return draft;
}

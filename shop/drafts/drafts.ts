import type { JotHandler, ReadHandler } from '../context.ts';

export const saveDraft: JotHandler<'drafts.save'> = ({ store, now }, { screen, content }) => {
  if (content === '') store.caches.desk.forgetDraft(screen);
  else store.caches.desk.saveDraft({ screen, content, savedAt: now });
  return {};
};

export const loadDraft: ReadHandler<'drafts.load'> = ({ store }, { screen }) => {
  const draft = store.desk.draft(screen);
  return draft ? { content: draft.content, savedAt: draft.savedAt } : {};
};

import type { ReadHandler } from '../context.ts';

/** A window that lost its shop in the middle of an action asks here what became of it. */
export const outcomeOf: ReadHandler<'care.outcome'> = ({ store }, { id }) => {
  const event = store.desk.eventOfAction(id);
  return event ? { happened: true, at: event.at, kind: event.kind } : { happened: false };
};

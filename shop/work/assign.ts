import type { ActionHandler } from '../context.ts';
import { refuse } from '../refused.ts';

/** Says whose work a return is. */
export const assignReturn: ActionHandler<'returns.assign'> = ({ store, now, person: by }, { returnId, person }) => {
  if (!store.returns.byId(returnId)) return refuse('no-such-return', { return: String(returnId) });
  store.facts.add('assignments', { returnId, assignee: person, at: now, person: by });
  return { returnId, ...(person !== null && { person }) };
};

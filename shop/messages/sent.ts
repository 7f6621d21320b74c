import type { Output } from '../../contract/api.ts';
import type { Locale } from '../../contract/values/words.ts';
import type { ActionHandler, ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { toldStage } from './draft.ts';

type Rating = Output<'ratings.record'>['ratings'][number];

const noReturn = (returnId: number) => refuse('no-such-return', { return: String(returnId) });

export const listMessages: ReadHandler<'messages.list'> = ({ store }, { returnId }) => {
  if (!store.returns.byId(returnId)) return noReturn(returnId);
  return {
    messages: store.messages.told(returnId).map(({ stage, locale, ...told }) => ({
      ...told,
      stage: toldStage(stage),
      locale: locale as Locale,
    })),
    ratings: ratingsOf(store, returnId),
  };
};

/** The customer was told. What was said is kept word for word, with the stage it was said in. */
export const messageSent: ActionHandler<'messages.sent'> = (context, { returnId, way, text, locale }) => {
  const { store, now, person } = context;
  const row = store.returns.byId(returnId);
  if (!row) return noReturn(returnId);
  const stage = toldStage(row.stage);
  store.facts.add('messages', { returnId, stage, locale, way, text, at: now, person });
  return { stage, at: now };
};

export const recordRating: ActionHandler<'ratings.record'> = (context, { returnId, score, note, callBackOn }) => {
  const { store, now, person } = context;
  if (!store.returns.byId(returnId)) return noReturn(returnId);
  const row = { score: score ?? null, note: note ?? null, callBackOn: callBackOn ?? null };
  store.facts.add('ratings', { returnId, ...row, at: now, person });
  return { ratings: ratingsOf(store, returnId) };
};

function ratingsOf(store: ReadContext['store'], returnId: number): Rating[] {
  return store.messages.rated(returnId).map(({ score, note, callBackOn, at, person }) => ({
    ...(score !== null && { score }),
    ...(note !== null && { note }),
    ...(callBackOn !== null && { callBackOn }),
    at,
    person,
  }));
}

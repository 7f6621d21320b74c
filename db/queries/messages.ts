import { asc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { messages, ratings } from '../schema/desk.ts';

/** What customers were told of their returns, and what they said afterwards. */
export function messageReads(orm: Orm) {
  const id = sql.placeholder('id');
  const told = prepared(
    orm,
    orm
      .select({
        stage: messages.stage,
        locale: messages.locale,
        way: messages.way,
        text: messages.text,
        at: messages.at,
        person: messages.person,
      })
      .from(messages)
      .where(eq(messages.returnId, id))
      .orderBy(asc(messages.id)),
  );
  const rated = prepared(
    orm,
    orm
      .select({
        score: ratings.score,
        note: ratings.note,
        callBackOn: ratings.callBackOn,
        at: ratings.at,
        person: ratings.person,
      })
      .from(ratings)
      .where(eq(ratings.returnId, id))
      .orderBy(asc(ratings.id)),
  );
  return {
    told: (returnId: number) => told.all({ id: returnId }),
    rated: (returnId: number) => rated.all({ id: returnId }),
  };
}

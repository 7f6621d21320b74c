import { eq, gte, sql } from 'drizzle-orm';
import { noHash } from '../chain.ts';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { drafts, journalOfEvents, monthClosings, settings } from '../schema/events.ts';

type Head = { readonly seq: number; readonly hash: string; readonly day: string };

export function deskReads(orm: Orm) {
  const event = prepared(
    orm,
    orm
      .select({
        inputSha256: journalOfEvents.inputSha256,
        result: journalOfEvents.result,
        hash: journalOfEvents.hash,
        at: journalOfEvents.at,
        kind: journalOfEvents.kind,
      })
      .from(journalOfEvents)
      .where(eq(journalOfEvents.actionId, sql.placeholder('id'))),
  );
  const allSettings = prepared(orm, orm.select().from(settings));
  const draft = prepared(
    orm,
    orm
      .select()
      .from(drafts)
      .where(eq(drafts.screen, sql.placeholder('screen'))),
  );
  const closing = prepared(
    orm,
    orm
      .select({ closedAt: monthClosings.closedAt })
      .from(monthClosings)
      .where(gte(monthClosings.month, sql.placeholder('month')))
      .orderBy(monthClosings.month)
      .limit(1),
  );
  const head = orm.$client.prepare('SELECT seq, hash, day FROM journal_of_events ORDER BY seq DESC LIMIT 1');
  return {
    eventOfAction: (actionId: string) => event.get({ id: actionId }),
    settings: () => allSettings.all(),
    draft: (screen: string) => draft.get({ screen }),
    /** A month is closed by its own closing, or by that of a later one. */
    monthClosedAt: (month: string) => closing.get({ month })?.closedAt,
    /** The last event; its day is empty in a shop without one. */
    head: () => (head.get() as Head | undefined) ?? { seq: 0, hash: noHash, day: '' },
  };
}

export function deskWrites(orm: Orm) {
  const setSetting = orm
    .insert(settings)
    .values({ name: sql.placeholder('name'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } })
    .prepare();
  const saveDraft = orm
    .insert(drafts)
    .values({
      screen: sql.placeholder('screen'),
      content: sql.placeholder('content'),
      savedAt: sql.placeholder('savedAt'),
    })
    .onConflictDoUpdate({
      target: drafts.screen,
      set: { content: sql`excluded.content`, savedAt: sql`excluded.saved_at` },
    })
    .prepare();
  const forgetDraft = orm
    .delete(drafts)
    .where(eq(drafts.screen, sql.placeholder('screen')))
    .prepare();
  return {
    setSetting: (name: string, value: string) => void setSetting.run({ name, value }),
    saveDraft: (row: { screen: string; content: string; savedAt: string }) => void saveDraft.run(row),
    forgetDraft: (screen: string) => void forgetDraft.run({ screen }),
  };
}

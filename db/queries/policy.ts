import { and, count, desc, eq, gte, isNull, lt, lte, notInArray, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { repairOutcomes, repairTickets } from '../schema/after-inspection.ts';
import { policies } from '../schema/desk.ts';
import { journalOfEvents } from '../schema/events.ts';
import { payouts, returnLinks, returns } from '../schema/returns.ts';

const day = sql.placeholder('day');
/** After everything that is there. */
const last = Number.MAX_SAFE_INTEGER;

/** Policies, and what their rules look at beside the case itself. */
export function policyReads(orm: Orm) {
  const inForce = prepared(
    orm,
    orm
      .select({ id: policies.id, name: policies.name, rules: policies.rules })
      .from(policies)
      .where(lte(policies.validFrom, day))
      .orderBy(desc(policies.validFrom), desc(policies.id))
      .limit(1),
  );
  const byId = prepared(
    orm,
    orm
      .select()
      .from(policies)
      .where(eq(policies.id, sql.placeholder('id'))),
  );
  const all = prepared(orm, orm.select().from(policies).orderBy(desc(policies.validFrom), desc(policies.id)));
  return {
    ...lookingReads(orm),
    inForce: (of: string) => inForce.get({ day: of }),
    byId: (id: number) => byId.get({ id }),
    all: () => all.all(),
  };
}

function lookingReads(orm: Orm) {
  const id = sql.placeholder('id');
  const until = sql.placeholder('until');
  const before = sql.placeholder('before');
  // What ended later, or is not ended yet, counts to that day.
  const benchDays = sql`julianday(min(coalesce(${repairOutcomes.day}, ${until}), ${until})) - julianday(${repairTickets.day})`;
  const repairs = prepared(
    orm,
    orm
      .select({
        failed: sql<number>`coalesce(sum(${repairOutcomes.mended} = 0 and ${repairOutcomes.day} <= ${until}), 0)`,
        days: sql<number>`coalesce(sum(cast(${benchDays} as integer)), 0)`,
      })
      .from(returnLinks)
      .innerJoin(repairTickets, eq(repairTickets.returnLineId, returnLinks.returnLineId))
      .leftJoin(repairOutcomes, eq(repairOutcomes.ticketId, repairTickets.id))
      .where(and(eq(returnLinks.saleLineId, id), lte(repairTickets.day, until))),
  );
  const ofCustomer = prepared(
    orm,
    orm
      .select({ returns: count() })
      .from(returns)
      .where(
        and(
          eq(returns.customerId, id),
          gte(returns.day, sql.placeholder('from')),
          lte(returns.day, until),
          lt(returns.id, before),
          eq(returns.withdrawn, 0),
          notInArray(returns.stage, ['rejected', 'cancelled']),
        ),
      ),
  );
  // Paid in goods gives nothing back.
  const givenBack = prepared(
    orm,
    orm
      .select({ cents: sql<number>`coalesce(sum(${payouts.amountCents}), 0)` })
      .from(payouts)
      .innerJoin(journalOfEvents, eq(journalOfEvents.seq, payouts.eventSeq))
      .where(
        and(
          eq(payouts.day, day),
          eq(journalOfEvents.person, sql.placeholder('person')),
          lt(payouts.eventSeq, before),
          isNull(payouts.exchangeSaleId),
        ),
      ),
  );
  return {
    /** How often a sale line was repaired in vain until a day, and how many days it was at the bench. */
    repairs: (saleLineId: number, to: string) => repairs.get({ id: saleLineId, until: to }) ?? { failed: 0, days: 0 },
    /** Those of a period that came before a return; all of them when none is named. */
    returnsOfCustomer: (
      customerId: number,
      { from, to, before: later = last }: { readonly from: string; readonly to: string; readonly before?: number },
    ) => ofCustomer.get({ id: customerId, from, until: to, before: later })?.returns ?? 0,
    /** What a person gave back on a day before an event; all of it when none is named. */
    givenBackBy: (asked: { readonly person: string; readonly day: string; readonly before?: number }) =>
      givenBack.get({ before: last, ...asked })?.cents ?? 0,
  };
}

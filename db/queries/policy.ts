import { and, count, desc, eq, gte, lte, notInArray, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { repairOutcomes, repairTickets } from '../schema/after-inspection.ts';
import { policies } from '../schema/desk.ts';
import { journalOfEvents } from '../schema/events.ts';
import { payouts, returnLinks, returns } from '../schema/returns.ts';

const day = sql.placeholder('day');

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
  const repairs = prepared(
    orm,
    orm
      .select({
        failed: sql<number>`coalesce(sum(${repairOutcomes.mended} = 0), 0)`,
        days: sql<number>`coalesce(sum(cast(julianday(coalesce(${repairOutcomes.day}, ${day})) - julianday(${repairTickets.day}) as integer)), 0)`,
      })
      .from(returnLinks)
      .innerJoin(repairTickets, eq(repairTickets.returnLineId, returnLinks.returnLineId))
      .leftJoin(repairOutcomes, eq(repairOutcomes.ticketId, repairTickets.id))
      .where(eq(returnLinks.saleLineId, id)),
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
          lte(returns.day, sql.placeholder('to')),
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
          sql`${payouts.exchangeSaleId} is null`,
        ),
      ),
  );
  return {
    /** How often a sale line was repaired in vain, and how many days it was at the bench until `day`. */
    repairs: (saleLineId: number, until: string) =>
      repairs.get({ id: saleLineId, day: until }) ?? { failed: 0, days: 0 },
    returnsOfCustomer: (customerId: number, period: { readonly from: string; readonly to: string }) =>
      ofCustomer.get({ id: customerId, ...period })?.returns ?? 0,
    givenBackBy: (person: string, of: string) => givenBack.get({ person, day: of })?.cents ?? 0,
  };
}

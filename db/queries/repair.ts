import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { repairOutcomes, repairTickets, repairWorks } from '../schema/after-inspection.ts';
import { inspections, returnLines, returnLinks, returns } from '../schema/returns.ts';
import { customers, products, saleLines } from '../schema/sales.ts';

const placeholder = sql.placeholder;

/** Written out, so that the index of open tickets serves. */
const isOpen = sql`${repairTickets.open} = 1`;

const ticketColumns = {
  id: repairTickets.id,
  number: repairTickets.number,
  returnLineId: repairTickets.returnLineId,
  quantityMilli: repairTickets.quantityMilli,
  fault: repairTickets.fault,
  day: repairTickets.day,
  dueAt: repairTickets.dueAt,
  open: repairTickets.open,
  person: repairTickets.person,
  returnId: returns.id,
  returnNumber: returns.number,
  stage: returns.stage,
  want: returns.want,
  customerCode: customers.code,
  customerName: customers.name,
  customerPhone: customers.phone,
  productId: returnLines.productId,
  sku: products.sku,
  name: products.name,
  spec: products.spec,
  serial: returnLines.serial,
  reason: returnLines.reason,
  inspectedMilli: returnLines.inspectedMilli,
  sentBackMilli: returnLines.sentBackMilli,
  waivedMilli: returnLines.waivedMilli,
  creditedMilli: returnLines.creditedMilli,
  unitPriceE4: saleLines.unitPriceE4,
  grade: inspections.grade,
  note: inspections.note,
  checklist: inspections.checklist,
  costCents: sql<number>`(select coalesce(sum(cents), 0) from repair_works where ticket_id = ${repairTickets.id})`,
  minutes: sql<number>`(select coalesce(sum(minutes), 0) from repair_works where ticket_id = ${repairTickets.id})`,
};

export function repairReads(orm: Orm) {
  const tickets = () =>
    orm
      .select(ticketColumns)
      .from(repairTickets)
      .innerJoin(inspections, eq(inspections.id, repairTickets.inspectionId))
      .innerJoin(returnLines, eq(returnLines.id, repairTickets.returnLineId))
      .innerJoin(returns, eq(returns.id, returnLines.returnId))
      .innerJoin(products, eq(products.id, returnLines.productId))
      .leftJoin(returnLinks, eq(returnLinks.returnLineId, returnLines.id))
      .leftJoin(saleLines, eq(saleLines.id, returnLinks.saleLineId))
      .leftJoin(customers, eq(customers.id, returns.customerId));
  const byId = prepared(orm, tickets().where(eq(repairTickets.id, placeholder('id'))));
  const byNumber = prepared(orm, tickets().where(eq(repairTickets.number, placeholder('number'))));
  const limit = placeholder('limit');
  const openOnes = prepared(
    orm,
    tickets().where(isOpen).orderBy(asc(repairTickets.dueAt), asc(repairTickets.id)).limit(limit),
  );
  const newest = prepared(
    orm,
    tickets()
      .where(sql`${repairTickets.open} <= ${placeholder('mostOpen')}`)
      .orderBy(desc(repairTickets.id))
      .limit(limit),
  );
  const ofReturn = prepared(
    orm,
    tickets()
      .where(eq(returns.id, placeholder('id')))
      .orderBy(asc(repairTickets.id)),
  );
  return {
    ...workReads(orm),
    ticket: (ticketId: number) => byId.get({ id: ticketId }),
    ticketByNumber: (number: string) => byNumber.get({ number }),
    openTickets: (most: number) => openOnes.all({ limit: most }),
    newestTickets: (most: number) => newest.all({ limit: most, mostOpen: 1 }),
    endedTickets: (most: number) => newest.all({ limit: most, mostOpen: 0 }),
    ticketsOfReturn: (returnId: number) => ofReturn.all({ id: returnId }),
  };
}
export type TicketRow = NonNullable<ReturnType<ReturnType<typeof repairReads>['ticket']>>;

/** What happened on the bench. */
function workReads(orm: Orm) {
  const works = prepared(
    orm,
    orm
      .select()
      .from(repairWorks)
      .where(eq(repairWorks.ticketId, placeholder('id')))
      .orderBy(asc(repairWorks.id)),
  );
  const outcome = prepared(
    orm,
    orm
      .select({
        mended: repairOutcomes.mended,
        grade: repairOutcomes.grade,
        disposition: repairOutcomes.disposition,
        valueCents: repairOutcomes.valueCents,
        writeDownCents: repairOutcomes.writeDownCents,
        note: repairOutcomes.note,
        at: repairOutcomes.at,
        person: repairOutcomes.person,
        twin: sql<string | null>`(select sku from products where id = ${repairOutcomes.twinId})`,
      })
      .from(repairOutcomes)
      .where(eq(repairOutcomes.ticketId, placeholder('id'))),
  );
  const onTickets = prepared(
    orm,
    orm
      .select({
        returnLineId: repairTickets.returnLineId,
        milli: sql<number>`sum(${repairTickets.quantityMilli})`,
        dueAt: sql<string | null>`min(${repairTickets.dueAt})`,
      })
      .from(returnLines)
      .innerJoin(repairTickets, eq(repairTickets.returnLineId, returnLines.id))
      .where(and(eq(returnLines.returnId, placeholder('id')), eq(repairTickets.open, 1)))
      .groupBy(repairTickets.returnLineId),
  );
  return {
    works: (ticketId: number) => works.all({ id: ticketId }),
    outcome: (ticketId: number) => outcome.get({ id: ticketId }),
    /** Units of each line of a return that are on a ticket still open, and when the first of these is due. */
    onTickets: (returnId: number) => onTickets.all({ id: returnId }),
  };
}

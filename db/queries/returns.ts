import { and, asc, eq, gt, notInArray, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { policies } from '../schema/desk.ts';
import { journalOfEvents } from '../schema/events.ts';
import { inspections, returnLines, returnLinks, returnMatches, returnSteps, returns } from '../schema/returns.ts';
import { customers, products, saleLines, sales } from '../schema/sales.ts';

const id = sql.placeholder('id');

/** The sale it was opened for, or the one that was found for it later. */
const saleOfReturn = sql<number | null>`coalesce(${returns.matchedSaleId}, ${returns.saleId})`;

const headerColumns = {
  id: returns.id,
  number: returns.number,
  origin: returns.origin,
  stage: returns.stage,
  channel: returns.channel,
  want: returns.want,
  day: returns.day,
  openedAt: returns.openedAt,
  verdictOutcome: sql<string>`coalesce(${returnMatches.verdictOutcome}, ${returns.verdictOutcome})`,
  verdictRules: sql<string>`coalesce(${returnMatches.verdictRules}, ${returns.verdictRules})`,
  dueAt: returns.dueAt,
  saleId: saleOfReturn,
  matchedSaleId: returns.matchedSaleId,
  signedOn: returns.signedOn,
  visit: returns.visit,
  courier: returns.courier,
  waybill: returns.waybill,
  freightCents: returns.freightCents,
  verdictTerms: sql<string | null>`coalesce(${returnMatches.verdictTerms}, ${returns.verdictTerms})`,
  policyName: policies.name,
  saleNumber: sales.number,
  soldAt: sales.soldAt,
  saleDay: sales.day,
  customerId: customers.id,
  parentId: returns.parentId,
  customerCode: customers.code,
  customerName: customers.name,
  customerPhone: customers.phone,
};

/** Summed over the credit notes' lines of one return line. */
const creditedTax = sql<number>`(select coalesce(sum(tax_cents), 0) from credit_note_lines where return_line_id = ${returnLines.id})`;

/** How many units of a line are how far, and what those that came are worth. */
const unitColumns = {
  requestedMilli: returnLines.requestedMilli,
  receivedMilli: returnLines.receivedMilli,
  receivedValueCents: returnLines.receivedValueCents,
  inspectedMilli: returnLines.inspectedMilli,
  inspectedValueCents: returnLines.inspectedValueCents,
  unknownMilli: returnLines.unknownMilli,
  sentBackMilli: returnLines.sentBackMilli,
  waivedMilli: returnLines.waivedMilli,
  creditedMilli: returnLines.creditedMilli,
};

const lineColumns = {
  id: returnLines.id,
  lineNo: returnLines.lineNo,
  productId: returnLines.productId,
  sku: products.sku,
  name: sql<string>`coalesce(${saleLines.name}, ${products.name})`,
  spec: products.spec,
  unit: products.unit,
  reason: returnLines.reason,
  note: returnLines.note,
  unlinked: returnLines.unlinked,
  condition: returnLines.condition,
  missing: returnLines.missing,
  serial: returnLines.serial,
  batch: returnLines.batch,
  valueCents: sql<number | null>`(select value_cents from line_valuations where return_line_id = ${returnLines.id})`,
  fileAmountCents: returnLines.fileAmountCents,
  ...unitColumns,
  creditedCents: returnLines.creditedCents,
  creditedTaxCents: creditedTax,
  /** Of the one sale line a desk return points to; a line read from a file may point to several. */
  saleLineId: sql<number | null>`min(${returnLinks.saleLineId})`,
  linkCount: sql<number>`count(${returnLinks.saleLineId})`,
  unitPriceE4: saleLines.unitPriceE4,
};

export function returnReads(orm: Orm) {
  const header = () =>
    orm
      .select(headerColumns)
      .from(returns)
      .leftJoin(sales, eq(sales.id, saleOfReturn))
      .leftJoin(policies, eq(policies.id, returns.policyId))
      .leftJoin(returnMatches, and(sql`${returns.matchedSaleId} is not null`, eq(returnMatches.returnId, returns.id)))
      // Who brought goods that were matched later may be known by their sale alone.
      .leftJoin(customers, eq(customers.id, sql`coalesce(${returns.customerId}, ${sales.customerId})`));
  const stands = eq(returns.withdrawn, 0);
  const byId = prepared(orm, header().where(and(eq(returns.id, id), stands)));
  const byNumber = prepared(orm, header().where(and(eq(returns.number, sql.placeholder('number')), stands)));
  const lines = prepared(
    orm,
    orm
      .select(lineColumns)
      .from(returnLines)
      .innerJoin(products, eq(products.id, returnLines.productId))
      .leftJoin(returnLinks, eq(returnLinks.returnLineId, returnLines.id))
      .leftJoin(saleLines, eq(saleLines.id, returnLinks.saleLineId))
      .where(eq(returnLines.returnId, id))
      .groupBy(returnLines.id)
      .orderBy(asc(returnLines.lineNo)),
  );
  const inspected = prepared(
    orm,
    orm
      .select({
        returnLineId: inspections.returnLineId,
        quantityMilli: inspections.quantityMilli,
        grade: inspections.grade,
        disposition: inspections.disposition,
        writeDownCents: inspections.writeDownCents,
        note: inspections.note,
        at: inspections.at,
        person: inspections.person,
        checklist: inspections.checklist,
        twin: sql<string | null>`(select sku from products where id = ${inspections.twinId})`,
      })
      .from(inspections)
      .innerJoin(returnLines, eq(returnLines.id, inspections.returnLineId))
      .where(eq(returnLines.returnId, id))
      .orderBy(asc(inspections.id)),
  );
  return {
    ...workReads(orm),
    ...progressReads(orm),
    ...costReads(orm),
    byId: (returnId: number) => byId.get({ id: returnId }),
    byNumber: (number: string) => byNumber.get({ number }),
    lines: (returnId: number) => lines.all({ id: returnId }),
    inspections: (returnId: number) => inspected.all({ id: returnId }),
  };
}

/** A return and its lines without anything that is only for showing: what a step decides from. */
function workReads(orm: Orm) {
  const head = prepared(
    orm,
    orm
      .select({
        id: returns.id,
        number: returns.number,
        stage: returns.stage,
        saleId: saleOfReturn,
        want: returns.want,
      })
      .from(returns)
      .where(and(eq(returns.id, id), eq(returns.withdrawn, 0))),
  );
  const workLines = prepared(
    orm,
    orm
      .select({
        id: returnLines.id,
        productId: returnLines.productId,
        sku: products.sku,
        tracking: products.tracking,
        serial: returnLines.serial,
        ...unitColumns,
        /** As many as may come: less what the customer keeps, and what was given free when the return was closed short. */
        expectedMilli: sql<number>`${returnLines.requestedMilli} - ${returnLines.waivedMilli} - coalesce(${returnLinks.releasedMilli} - ${returnLines.sentBackMilli}, 0)`,
        saleLineId: returnLinks.saleLineId,
      })
      .from(returnLines)
      .innerJoin(products, eq(products.id, returnLines.productId))
      .leftJoin(returnLinks, eq(returnLinks.returnLineId, returnLines.id))
      .where(eq(returnLines.returnId, id))
      .orderBy(asc(returnLines.lineNo)),
  );
  return {
    head: (returnId: number) => head.get({ id: returnId }),
    /** Of a return of this desk, whose lines point to one sale line or none. */
    workLines: (returnId: number) => workLines.all({ id: returnId }),
  };
}

/** How far a return is. */
function progressReads(orm: Orm) {
  const quantities = prepared(
    orm,
    orm
      .select({
        receivedMilli: returnLines.receivedMilli,
        inspectedMilli: returnLines.inspectedMilli,
        sentBackMilli: returnLines.sentBackMilli,
        waivedMilli: returnLines.waivedMilli,
        creditedMilli: returnLines.creditedMilli,
      })
      .from(returnLines)
      .where(eq(returnLines.returnId, id)),
  );
  const steps = prepared(
    orm,
    orm
      .select({
        step: returnSteps.step,
        toStage: returnSteps.toStage,
        at: returnSteps.at,
        person: returnSteps.person,
        note: returnSteps.note,
        hash: journalOfEvents.hash,
        approver: journalOfEvents.approver,
      })
      .from(returnSteps)
      // The event of a step taken just now is not written yet.
      .leftJoin(journalOfEvents, eq(journalOfEvents.seq, returnSteps.eventSeq))
      .where(eq(returnSteps.returnId, id))
      .orderBy(asc(returnSteps.id)),
  );
  return {
    /** What the stage follows from; asked for after every step. */
    quantities: (returnId: number) => quantities.all({ id: returnId }),
    steps: (returnId: number) => steps.all({ id: returnId }),
  };
}

/** What the cost of returned goods is worked out from. */
function costReads(orm: Orm) {
  /** Units of a sale line received before, over all its returns: what the cost share counts from. */
  const receivedOfSaleLine = prepared(
    orm,
    orm
      .select({ milli: sql<number>`coalesce(sum(${returnLines.receivedMilli} - ${returnLines.sentBackMilli}), 0)` })
      .from(returnLinks)
      .innerJoin(returnLines, eq(returnLines.id, returnLinks.returnLineId))
      .where(eq(returnLinks.saleLineId, id)),
  );

  const linesOfUnknownCost = prepared(
    orm,
    orm
      .select({ id: returnLines.id, unknownMilli: returnLines.unknownMilli })
      .from(returnLines)
      .where(and(eq(returnLines.productId, id), gt(returnLines.unknownMilli, 0)))
      .orderBy(asc(returnLines.id)),
  );
  const unpostedWriteDowns = prepared(
    orm,
    orm
      .select({
        cents: sql<number>`coalesce(sum(${inspections.writeDownCents} - ${inspections.postedWriteDownCents}), 0)`,
      })
      .from(inspections)
      .innerJoin(returnLines, eq(returnLines.id, inspections.returnLineId))
      .where(
        and(
          eq(returnLines.productId, id),
          notInArray(inspections.disposition, ['scrap', 'send-back']),
          // Goods that left the bench for good took their loss with them.
          sql`not exists (select 1 from repair_tickets t join repair_outcomes o on o.ticket_id = t.id where t.inspection_id = ${inspections.id} and o.disposition in ('scrap', 'send-back'))`,
        ),
      ),
  );
  return {
    receivedOfSaleLine: (saleLineId: number) => receivedOfSaleLine.get({ id: saleLineId })?.milli ?? 0,
    linesOfUnknownCost: (productId: number) => linesOfUnknownCost.all({ id: productId }),
    /** Noted while the cost was unknown, and not posted yet. */
    unpostedWriteDowns: (productId: number) => unpostedWriteDowns.get({ id: productId })?.cents ?? 0,
  };
}

export type ReturnRow = NonNullable<ReturnType<ReturnType<typeof returnReads>['byId']>>;
export type ReturnLineRow = ReturnType<ReturnType<typeof returnReads>['lines']>[number];
export type ReturnHead = NonNullable<ReturnType<ReturnType<typeof returnReads>['head']>>;
export type WorkLine = ReturnType<ReturnType<typeof returnReads>['workLines']>[number];

/** When a return is overdue follows from settings, which SQL does not read. */
export function returnWrites({ $client: raw }: Orm) {
  const setDue = raw.prepare('UPDATE returns SET due_at = ? WHERE id = ?');
  return { setDue: (returnId: number, dueAt: string | null) => void setDue.run(dueAt, returnId) };
}

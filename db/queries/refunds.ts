import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { creditNoteExtras, creditNotes, payouts } from '../schema/returns.ts';
import { creditNoteReads } from './credit-notes.ts';

const id = sql.placeholder('id');

export function refundReads(orm: Orm) {
  const counter = alias(payouts, 'counter');
  const columns = {
    id: payouts.id,
    number: payouts.number,
    creditNoteId: payouts.creditNoteId,
    creditNote: creditNotes.number,
    returnId: creditNotes.returnId,
    tender: payouts.tender,
    amountCents: payouts.amountCents,
    originalCents: payouts.originalCents,
    reference: payouts.reference,
    day: payouts.day,
    voidsPayoutId: payouts.voidsPayoutId,
    voids: sql<string | null>`(select v.number from payouts v where v.id = ${payouts.voidsPayoutId})`,
    voidedBy: counter.number,
    exchangeSaleId: payouts.exchangeSaleId,
    exchangeNumber: sql<string | null>`(select s.number from sales s where s.id = ${payouts.exchangeSaleId})`,
    storeCredit: sql<
      string | null
    >`(select k.code from store_credit_events e join store_credits k on k.id = e.store_credit_id where e.payout_id = ${payouts.id})`,
  };
  const paid = () =>
    orm
      .select(columns)
      .from(payouts)
      .innerJoin(creditNotes, eq(creditNotes.id, payouts.creditNoteId))
      .leftJoin(counter, eq(counter.voidsPayoutId, payouts.id));
  const ofReturn = prepared(orm, paid().where(eq(creditNotes.returnId, id)).orderBy(asc(payouts.id)));
  const byNumber = prepared(orm, paid().where(eq(payouts.number, sql.placeholder('number'))));
  return {
    ...noteReads(orm),
    ...creditNoteReads(orm),
    payouts: (returnId: number) => ofReturn.all({ id: returnId }),
    payout: (number: string) => byNumber.get({ number }),
  };
}

function noteReads(orm: Orm) {
  const notes = prepared(
    orm,
    orm
      .select({
        id: creditNotes.id,
        number: creditNotes.number,
        day: creditNotes.day,
        totalCents: creditNotes.totalCents,
        paidCents: creditNotes.paidCents,
      })
      .from(creditNotes)
      .where(eq(creditNotes.returnId, id))
      .orderBy(asc(creditNotes.id)),
  );
  const unpaid = prepared(
    orm,
    orm
      .select({ cents: sql<number>`coalesce(sum(${creditNotes.totalCents} - ${creditNotes.paidCents}), 0)` })
      .from(creditNotes)
      .where(eq(creditNotes.returnId, id)),
  );
  const extras = prepared(
    orm,
    orm
      .select({
        creditNoteId: creditNoteExtras.creditNoteId,
        returnLineId: creditNoteExtras.returnLineId,
        kind: creditNoteExtras.kind,
        cents: creditNoteExtras.cents,
        taxCents: creditNoteExtras.taxCents,
        note: creditNoteExtras.note,
      })
      .from(creditNoteExtras)
      .innerJoin(creditNotes, eq(creditNotes.id, creditNoteExtras.creditNoteId))
      .where(eq(creditNotes.returnId, id))
      .orderBy(asc(creditNoteExtras.id)),
  );
  return {
    /** What its credit notes give back and keep beside the goods. */
    extras: (returnId: number) => extras.all({ id: returnId }),
    /** Credited and not paid out, because a payout was voided. */
    unpaidCents: (returnId: number) => unpaid.get({ id: returnId })?.cents ?? 0,
    creditNotes: (returnId: number) => notes.all({ id: returnId }),
  };
}

export type PayoutRow = NonNullable<ReturnType<ReturnType<typeof refundReads>['payout']>>;
export type CreditNoteRow = ReturnType<ReturnType<typeof refundReads>['creditNotes']>[number];

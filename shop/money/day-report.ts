import type { Output } from '../../contract/api.ts';
import type { Day } from '../../contract/values/days.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { type Tender, tenders } from '../../contract/values/words.ts';
import type { TenderCount } from '../../db/queries/day-report.ts';
import type { Span } from '../../db/queries/drawer.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { expectedAfter } from '../drawer/expected.ts';
import { viewCount, viewMove } from '../drawer/view.ts';

type Report = Output<'money.dayReport'>;

/** More counts and moves of one day than anybody makes. */
const mostOfDay = 1000;

/** The Z-report: the same for a day long ago as on its evening, but for sales and returns that were dated back into it since. */
export const dayReport: ReadHandler<'money.dayReport'> = (context, { day }) => {
  const { dayReports: reads, months } = context.store;
  const span = reads.span(day);
  const period = { from: day, to: day };
  const sold = reads.sales(day);
  const voided = reads.voided(day);
  return {
    day,
    sales: {
      ...sold,
      tenders: inOrder(reads.saleTenders(day)).map(({ tender, cents }) => ({ tender: tender as Tender, cents })),
    },
    returns: {
      opened: reads.opened(day),
      closed: reads.closed(span),
      units: fromMilli(reads.receivedMilli(span)),
    },
    creditNotes: reads.creditNotes(day),
    payouts: inOrder(reads.payouts(day)).map((paid) => ({ ...paid, tender: paid.tender as Tender })),
    voidedCount: voided.count,
    voidedCents: voided.cents,
    exchangedCents: months.exchangedCents(period),
    storeCredit: months.storeCredit(period),
    drawer: drawerOfDay(context, day, span),
    documents: reads.ranges(span),
    people: reads.people(span),
    head: reads.head(span.until),
  };
};

/** Where the drawer was first counted on that day, what came and went since. */
function drawerOfDay({ store }: ReadContext, day: Day, span: Span): Report['drawer'] {
  const { drawer } = store;
  const listing = { from: day, to: day, limit: mostOfDay };
  const counts = drawer.counts(listing).toReversed();
  const openingCents = expectedAfter(drawer, span.after).expectedCents;
  const after = openingCents === undefined ? counts[0]?.eventSeq : span.after;
  const { inCents, outCents } = after === undefined ? { inCents: 0, outCents: 0 } : drawer.totals({ ...span, after });
  const { expectedCents } = expectedAfter(drawer, span.until);
  return {
    ...(openingCents !== undefined && { openingCents }),
    inCents,
    outCents,
    ...(expectedCents !== undefined && { expectedCents }),
    counts: counts.map(viewCount),
    moves: drawer.moves(listing).toReversed().map(viewMove),
  };
}

function inOrder(counted: readonly TenderCount[]): TenderCount[] {
  const place = ({ tender }: TenderCount): number => tenders.indexOf(tender as Tender);
  return counted.toSorted((one, other) => place(one) - place(other));
}

import type { Output } from '../../../contract/api.ts';
import type { Stretch, UnusualReads } from '../../../db/queries/unusual.ts';

type Items = Output<'insight.unusual'>['items'];

/** So many copies of one document, or wrong PINs in a row, and no fewer. */
const leastCopies = 3;
const leastFailures = 3;

/** What is unusual beside what was decided and paid. Wrong PINs are those of now. */
export function besideReturns(reads: UnusualReads, stretch: Stretch, isNow: boolean): Items {
  return [
    ...voidedCredits(reads, stretch),
    ...reprinted(reads, stretch),
    ...(isNow ? wrongPins(reads) : []),
    ...ofWhole(reads, stretch),
  ];
}

function voidedCredits(reads: UnusualReads, stretch: Stretch): Items {
  const rows = reads.voidedCredits(reads.stretchOf.rows('store_credit_events', stretch));
  return rows.map(({ seq: _, code, cents, why, ...row }) => ({
    kind: 'credit-voided',
    ...row,
    number: code,
    amountCents: cents,
    ...(why !== null && { why }),
  }));
}

function reprinted(reads: UnusualReads, stretch: Stretch): Items {
  const rows = reads.reprinted(reads.stretchOf.rows('prints', stretch), leastCopies);
  return rows.map(({ returnId, copies, ...row }) => ({
    kind: 'reprints',
    ...row,
    ...(returnId !== null && { returnId }),
    count: copies,
  }));
}

function wrongPins(reads: UnusualReads): Items {
  return reads
    .wrongPins(leastFailures)
    .map(({ name, failures }) => ({ kind: 'wrong-pins', person: name, count: failures }));
}

function ofWhole(reads: UnusualReads, stretch: Stretch): Items {
  return reads.ofWhole(stretch).map(({ seq: _, kind, lost, ...row }) => ({
    kind: kind === 'care.confirmClock' ? 'clock-confirmed' : 'put-in-place',
    ...row,
    ...(lost !== null && { count: lost }),
  }));
}

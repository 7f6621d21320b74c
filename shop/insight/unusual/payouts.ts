import type { Settings } from '../../../contract/api/settings.ts';
import type { Output } from '../../../contract/api.ts';
import type { PaidOut, UnusualReads } from '../../../db/queries/unusual.ts';
import { timeIn } from '../../clock.ts';
import { splitOf } from './splitting.ts';

type Items = Output<'insight.unusual'>['items'];
type Kind = Items[number]['kind'];

/** What is unusual about money that was given back and still stands. Whose it was says something only since there are people. */
export function outOfPayouts(reads: UnusualReads, paid: readonly PaidOut[], settings: Settings): Items {
  const since = reads.mannedSince();
  const byPeople = since === undefined ? [] : paid.filter(({ seq }) => seq > since);
  return [
    ...paid
      .filter(({ cashCents, saleId }) => cashCents > 0 && saleId === null)
      .map((row) => ({ ...itemOf('cash-without-receipt', row), amountCents: row.cashCents })),
    ...byPeople.filter(({ seller, person }) => seller === person).map((row) => itemOf('own-sale', row)),
    ...splitOf(byPeople, (row) => limitsOf(reads, row, settings)),
    ...byPeople.flatMap((row) => overLimit(reads, row)),
    ...afterHours(paid, settings),
  ];
}

function itemOf(kind: Kind, { day, at, person, returnId, number, cents }: PaidOut): Items[number] {
  return { kind, day, at, person, returnId, number, amountCents: cents };
}

/** Below which a person need not ask anybody. */
function limitsOf(reads: UnusualReads, row: PaidOut, { pinAboveCents }: Settings): number[] {
  const own = reads.limitsAt(row)?.saleLimitCents ?? null;
  return [pinAboveCents, own].filter((limit) => limit !== null);
}

/** Given back with somebody else's limit lent: more for the sale, or on the day, than the person's own. */
function overLimit(reads: UnusualReads, row: PaidOut): Items {
  const limits = reads.limitsAt(row);
  if (!limits) return [];
  const { person, approver, seq, day, saleId, cents } = row;
  const forSale = saleId === null ? cents : reads.paidForSale({ saleId, seq });
  const passed = [
    [limits.saleLimitCents, forSale],
    [limits.dayLimitCents, reads.paidBy({ person, day, seq })],
  ].find(([limit, reached]) => limit !== null && (reached ?? 0) > (limit ?? 0));
  const limitCents = passed?.[0];
  if (limitCents === undefined || limitCents === null) return [];
  return [{ ...itemOf('over-own-limit', row), limitCents, ...(approver !== null && { other: approver }) }];
}

function afterHours(paid: readonly PaidOut[], { openHours, timeZone }: Settings): Items {
  if (!openHours) return [];
  const { from, to } = openHours;
  const isOpen = (time: string): boolean => (from <= to ? from <= time && time < to : from <= time || time < to);
  return paid.filter(({ at }) => !isOpen(timeIn(timeZone, at))).map((row) => itemOf('after-hours', row));
}

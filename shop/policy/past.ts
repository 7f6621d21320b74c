import type { Settings } from '../../contract/api/settings.ts';
import { addDays } from '../../contract/values/days.ts';
import { type Want, wants } from '../../contract/values/words.ts';
import type { PastCase, PastLine, PastSaleLine } from '../../db/queries/policy-replay.ts';
import type { ReadStore } from '../../db/store.ts';
import type { Judged, JudgedLine, Looking } from './case.ts';
import { isFault } from './faults.ts';
import { goodsLooking, serialOf } from './looked-up.ts';

export type Past = {
  readonly one: PastCase;
  readonly lines: readonly PastLine[];
  readonly saleLines: readonly PastSaleLine[];
};

/** A past return as it was judged, or would have been: with what was known on its day. */
export function judgedPast(
  { store, settings }: { readonly store: ReadStore; readonly settings: Settings },
  past: Past,
): Judged {
  const { one, saleLines } = past;
  const { day, saleDay, signedOn, channel } = one;
  return {
    day,
    want: wants.find((known): known is Want => known === one.want) ?? 'refund',
    ...(saleDay !== null && { sale: { day: saleDay, signedOn, channel, lines: saleLines } }),
    lines: past.lines.map((line) => pastLine(store, line, saleLines)),
    isFault: (reason) => isFault(settings, reason),
    looking: lookingBack(store, past),
  };
}

function pastLine(store: ReadStore, line: PastLine, saleLines: readonly PastSaleLine[]): JudgedLine {
  const { productId, sku, reason, requestedMilli, condition, missing, accessories } = line;
  const lacking = missing === null ? [] : (JSON.parse(missing) as string[]);
  return {
    productId,
    sku,
    reason,
    askedMilli: requestedMilli,
    condition: condition ?? undefined,
    missing: lacking.length > 0 || accessories !== null ? lacking : undefined,
    serial: pastSerial(store, line),
    sold: saleLines.find(({ id }) => id === line.saleLineId),
  };
}

function pastSerial(store: ReadStore, { tracking, saleLineId, serial }: PastLine): JudgedLine['serial'] {
  return tracking === 'serial' && saleLineId !== null ? serialOf(store, saleLineId, serial) : undefined;
}

function lookingBack(store: ReadStore, { one }: Past): Looking {
  const { id, day, customerId, person, eventSeq } = one;
  return {
    ...goodsLooking(store, day),
    customerReturns: (days) =>
      customerId === null
        ? undefined
        : store.policy.returnsOfCustomer(customerId, { from: addDays(day, -days), to: day, before: id }),
    clerkCents: () => store.policy.givenBackBy({ person, day, before: eventSeq }),
  };
}

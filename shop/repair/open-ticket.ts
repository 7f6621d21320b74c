import type { ActionContext } from '../context.ts';
import { nextNumber } from '../numbers.ts';

type NewTicket = {
  readonly inspectionId: number;
  readonly returnLineId: number;
  readonly milli: number;
  readonly fault: string | undefined;
};

/** Opens the ticket of units that were graded for repair, under a number of its own. */
export function openTicket(context: ActionContext, { inspectionId, returnLineId, milli, fault }: NewTicket): void {
  const { store, settings, today, now, person } = context;
  store.facts.add('repairTickets', {
    number: nextNumber(context, 'T', today),
    inspectionId,
    returnLineId,
    quantityMilli: milli,
    day: today,
    fault: fault || null,
    dueAt: new Date(Date.parse(now) + settings.repairDueHours * 3_600_000).toISOString(),
    at: now,
    person,
  });
}

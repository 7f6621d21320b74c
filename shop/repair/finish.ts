import type { ParsedInput } from '../../contract/api.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { TicketRow } from '../../db/queries/repair.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { gradingEntry } from '../inspection/entries.ts';
import { losesAll, moveOnward } from '../inspection/places.ts';
import { twinOf } from '../inspection/twin.ts';
import { postEntry } from '../money/post.ts';
import { Refused, refuse } from '../refused.ts';
import { mayTake, stageOfQuantities } from '../returns/stages.ts';
import { recordStep, takeStepByQuantities } from '../returns/steps.ts';
import { leavingOf } from '../stock/leaving.ts';
import { waitForBench } from './on-bench.ts';
import { findTicket, mayGoHome, viewTicket } from './view.ts';

type Ending = ParsedInput<'repair.finish'>;

/** Ends a ticket: the units leave the bench for where they were said to go, with what they are worth. */
export const finishRepair: ActionHandler<'repair.finish'> = (context, input) => {
  const { store } = context;
  const ticket = findTicket(context, input);
  if (ticket instanceof Refused) return ticket;
  if (ticket.open === 0) return refuse('ticket-ended', { ticket: ticket.number });
  if (input.disposition === 'send-back' && !mayGoHome(ticket))
    return refuse('wrong-stage', { stage: ticket.stage as Stage, step: 'repair' });
  const refused = endTicket(context, ticket, input);
  if (refused) return refused;
  takeRepairStep(context, ticket, input.note);
  return viewTicket(context, store.repair.ticket(ticket.id) ?? ticket);
};

function endTicket(
  context: ActionContext,
  ticket: TicketRow,
  ending: Ending,
): Refused<'over-value' | 'name-used'> | undefined {
  const { store, settings, today, now, person } = context;
  const { disposition, grade, mended, note } = ending;
  const { valueCents, unknownMilli } = leavingOf(
    store.ledgers.balance(ticket.productId, 'repair'),
    ticket.quantityMilli,
  );
  const writeDownCents = losesAll(disposition) ? 0 : (ending.writeDownCents ?? 0);
  if (writeDownCents > valueCents) return refuse('over-value', { line: 1, valueCents, writeDownCents });
  const twinId = twinOfTicket(context, ticket, ending);
  if (twinId instanceof Refused) return twinId;
  store.facts.add('repairOutcomes', {
    ticketId: ticket.id,
    mended: mended ? 1 : 0,
    grade,
    disposition,
    unknownMilli,
    valueCents,
    writeDownCents,
    twinId: twinId ?? null,
    note: note || null,
    day: today,
    at: now,
    person,
  });
  const { productId, quantityMilli: milli, number: document } = ticket;
  const left = { productId, twinId, milli, unknownMilli, valueCents, writeDownCents, document };
  moveOnward(context, { ...left, from: 'repair', disposition });
  const lines = gradingEntry(settings.chart, { disposition, valueCents, writeDownCents });
  postEntry(context, { kind: 'repair-end', document, day: today, lines });
  return undefined;
}

function twinOfTicket(
  context: ActionContext,
  ticket: TicketRow,
  { grade, disposition, twin = context.settings.makeTwins }: Ending,
): number | undefined | Refused<'name-used'> {
  if (!twin || grade === 'A' || disposition !== 'resell') return undefined;
  const product = context.store.catalog.productById(ticket.productId);
  if (!product) throw new Error(`no product ${ticket.productId}`);
  return twinOf(context, { product, grade, twin, soldE4: ticket.unitPriceE4 });
}

/**
 * The end of a repair is a step of its return. While other units wait to be graded it says nothing of when they are due; a return that is
 * over has no more steps.
 */
function takeRepairStep(context: ActionContext, { returnId }: TicketRow, note: string | undefined): void {
  const { store } = context;
  const found = store.returns.head(returnId);
  if (!found) throw new Error(`no return ${returnId}`);
  const from = found.stage as Stage;
  if (!mayTake(from, 'repair')) return;
  if (from === 'received') {
    const to = stageOfQuantities(store.returns.quantities(returnId), store.refunds.unpaidCents(returnId));
    recordStep(context, { returnId, from, step: 'repair', to, note });
    return;
  }
  takeStepByQuantities(context, found, { step: 'repair', note });
  waitForBench(context, found);
}

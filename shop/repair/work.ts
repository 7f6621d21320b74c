import type { ActionContext, ActionHandler } from '../context.ts';
import { paidByRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { findTicket, viewTicket } from './view.ts';

/** Notes work on a ticket. What it costs is an expense of today, under a number of its own. */
export const recordWork: ActionHandler<'repair.work'> = (context, input) => {
  const { store, today, now, person } = context;
  const ticket = findTicket(context, input);
  if (ticket instanceof Refused) return ticket;
  if (ticket.open === 0) return refuse('ticket-ended', { ticket: ticket.number });
  const { kind, what, minutes = 0, cents = 0, paidBy } = input;
  store.facts.add('repairWorks', {
    ticketId: ticket.id,
    kind,
    what,
    minutes,
    cents,
    paidBy: paidBy ?? null,
    document: paidBy === undefined ? null : postCost(context, cents, paidBy),
    day: today,
    at: now,
    person,
  });
  return viewTicket(context, store.repair.ticket(ticket.id) ?? ticket);
};

function postCost(context: ActionContext, cents: number, paidBy: Parameters<typeof paidByRole>[0]): string {
  const document = nextNumber(context, 'T', context.today);
  postEntry(context, {
    kind: 'repair-cost',
    document,
    day: context.today,
    lines: [
      { role: 'repair-expense', debitCents: cents },
      { role: paidByRole(paidBy), creditCents: cents },
    ],
  });
  return document;
}

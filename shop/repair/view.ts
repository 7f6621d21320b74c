import type { Ticket } from '../../contract/api/repair.ts';
import type { CheckAnswer } from '../../contract/api/return-shape.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Grade, PaidBy, Want } from '../../contract/values/words.ts';
import type { TicketRow } from '../../db/queries/repair.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import { customerView } from '../sales/customer.ts';
import { leavingOf } from '../stock/leaving.ts';

type Asked = { readonly ticketId: number } | { readonly number: string };

export function findTicket({ store }: Pick<ReadContext, 'store'>, asked: Asked): TicketRow | Refused<'no-such-ticket'> {
  const found = 'number' in asked ? store.repair.ticketByNumber(asked.number) : store.repair.ticket(asked.ticketId);
  return found ?? refuse('no-such-ticket', { ticket: 'number' in asked ? asked.number : String(asked.ticketId) });
}

export const getTicket: ReadHandler<'repair.get'> = (context, asked) => {
  const found = findTicket(context, asked);
  return 'id' in found ? viewTicket(context, found) : found;
};

const usualLimit = 200;

export const listTickets: ReadHandler<'repair.list'> = (context, { open, returnId, limit = usualLimit }) => {
  const { repair } = context.store;
  const rows = returnId === undefined ? ticketsBy(repair, open, limit) : repair.ticketsOfReturn(returnId);
  const wanted = open === undefined ? rows : rows.filter((row) => (row.open === 1) === open);
  return { items: wanted.slice(0, limit).map((row) => viewHead(context, row)) };
};

function ticketsBy(repair: ReadContext['store']['repair'], open: boolean | undefined, limit: number): TicketRow[] {
  if (open === undefined) return repair.newestTickets(limit);
  return open ? repair.openTickets(limit) : repair.endedTickets(limit);
}

type TicketHead = Pick<
  Ticket,
  'ticketId' | 'number' | 'returnId' | 'returnNumber' | 'returnLineId' | 'want' | 'customer'
> &
  Pick<
    Ticket,
    'sku' | 'name' | 'spec' | 'serial' | 'quantity' | 'grade' | 'fault' | 'day' | 'dueAt' | 'late' | 'open'
  > &
  Pick<Ticket, 'costCents' | 'minutes'>;

function viewHead({ now }: Pick<ReadContext, 'now'>, row: TicketRow): TicketHead {
  const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
  const open = row.open === 1;
  return {
    ticketId: row.id,
    number: row.number,
    returnId: row.returnId,
    returnNumber: row.returnNumber,
    returnLineId: row.returnLineId,
    want: row.want as Want,
    ...(customer && { customer }),
    sku: row.sku,
    name: row.name,
    ...(row.spec !== null && { spec: row.spec }),
    ...(row.serial !== null && { serial: row.serial }),
    quantity: fromMilli(row.quantityMilli),
    grade: row.grade as Grade,
    ...(row.fault !== null && { fault: row.fault }),
    day: row.day,
    ...(row.dueAt !== null && { dueAt: row.dueAt }),
    late: open && row.dueAt !== null && row.dueAt < now,
    open,
    costCents: row.costCents,
    minutes: row.minutes,
  };
}

/** The ticket as the contract shows it. */
export function viewTicket(context: ReadContext, row: TicketRow): Ticket {
  const { store } = context;
  const head = viewHead(context, row);
  const outcome = store.repair.outcome(row.id);
  return {
    ...head,
    reason: row.reason,
    ...(row.note !== null && { note: row.note }),
    ...(row.checklist !== null && { checklist: JSON.parse(row.checklist) as CheckAnswer[] }),
    ...(head.open && {
      valueCents: leavingOf(store.ledgers.balance(row.productId, 'repair'), row.quantityMilli).valueCents,
    }),
    mayGoHome: head.open && mayGoHome(row),
    person: row.person,
    works: store.repair.works(row.id).map((work) => ({
      kind: work.kind,
      what: work.what,
      minutes: work.minutes,
      cents: work.cents,
      ...(work.paidBy !== null && { paidBy: work.paidBy as PaidBy }),
      ...(work.document !== null && { document: work.document }),
      at: work.at,
      person: work.person,
    })),
    ...(outcome && {
      outcome: {
        mended: outcome.mended === 1,
        grade: outcome.grade as Grade,
        disposition: outcome.disposition,
        valueCents: outcome.valueCents,
        writeDownCents: outcome.writeDownCents,
        ...(outcome.twin !== null && { twin: outcome.twin }),
        ...(outcome.note !== null && { note: outcome.note }),
        at: outcome.at,
        person: outcome.person,
      },
    }),
  };
}

/** Only units that nothing was paid for are still the customer's. */
export function mayGoHome(row: TicketRow): boolean {
  return row.creditedMilli <= row.inspectedMilli - row.sentBackMilli - row.quantityMilli + row.waivedMilli;
}

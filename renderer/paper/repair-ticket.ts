import type { Ticket } from '../../contract/api/repair.ts';
import { dispositionWords, documentWords, gradeWords, reasonWord, workKindWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import type { ClosingBlock, Fact, PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { longestNote } from './long-text.ts';
import { maskPhone } from './mask.ts';
import { headOf, itemName } from './source.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

const unknown = '—';
/** Room for what is written by hand while the thing lies on the bench. */
const blankRows = 4;
export type TicketSource = Pick<Asked, 'settings' | 'printedAt'> & {
  readonly ticket: Ticket;
  /** Of the return's newest event. */
  readonly fingerprint: string;
};

/** The repair ticket that lies beside the thing: what is broken, what was done, what it cost. */
export const repairTicketWriter: Writer = async ({ number, settings, printedAt }) => {
  const ticket = await ask('repair.get', { number });
  if (ticket.trouble) return { trouble: ticket.trouble };
  const found = await ask('returns.get', { returnId: ticket.ok.returnId });
  if (found.trouble) return { trouble: found.trouble };
  const source = { ticket: ticket.ok, fingerprint: found.ok.fingerprint, settings, printedAt };
  return { write: (voice) => repairTicket(source, voice) };
};

export function repairTicket(source: TicketSource, voice: Voice): PaperDocument {
  const { ticket, fingerprint, settings, printedAt } = source;
  const { text } = voice;
  const blank: PaperRow = { cells: ['', '', '', '', ''], notes: [], isBlank: true };
  return {
    ...headOf({ number: ticket.number, fingerprint, settings, printedAt }, voice),
    title: voice.say(documentWords['repair-ticket']),
    facts: ticketFacts(ticket, voice),
    columns: workColumns(voice),
    rows: [
      itemRow(source, voice),
      ...ticket.works.map((work, index) => workRow(work, index + 1, voice)),
      ...Array.from({ length: ticket.open ? blankRows : 0 }, () => blank),
    ],
    totals: ['', '', text('paper.total'), String(ticket.minutes), voice.amount(ticket.costCents)],
    closing: [
      ...outcomeBlocks(ticket, voice),
      {
        kind: 'signatures',
        labels: [
          text('paper.prepared-by'),
          text('paper.mended-by'),
          text('paper.inspected-by'),
          text('paper.customer-signs'),
        ],
      },
    ],
  };
}

function ticketFacts(ticket: Ticket, voice: Voice): Fact[] {
  const { text } = voice;
  const { customer } = ticket;
  return [
    { label: text('paper.date'), value: ticket.day },
    { label: text('paper.return'), value: ticket.returnNumber },
    { label: text('paper.customer'), value: customer?.name ?? customer?.code ?? unknown, part: 'customer' },
    {
      label: text('paper.phone'),
      value: customer?.phone ? maskPhone(customer.phone) : unknown,
      part: 'customer-phone',
    },
    { label: text('paper.ready-by'), value: ticket.dueAt ? voice.dayOf(ticket.dueAt) : unknown },
    { label: text('paper.stage'), value: text(ticket.open ? 'paper.being-mended' : 'paper.mending-ended') },
    { label: text('paper.graded-as'), value: voice.say(gradeWords[ticket.grade]) },
    { label: text('paper.handler'), value: voice.person(ticket.person), part: 'handler' },
  ];
}

function workColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 8 },
    { label: text('paper.work-kind'), widthMm: 26 },
    { label: text('paper.work') },
    { label: text('paper.minutes'), isFigure: true, widthMm: 20 },
    { label: text('paper.cost', { sign }), isFigure: true, widthMm: 28, part: 'amounts' },
  ];
}

/** The thing itself with what is wrong with it, above what was done. */
function itemRow({ ticket, settings }: TicketSource, voice: Voice): PaperRow {
  const { text } = voice;
  const reason = reasonWord(ticket.reason, voice.locale, settings.reasons);
  const failed = ticket.checklist?.filter(({ ok }) => !ok) ?? [];
  const notes = [
    ticket.fault ? text('paper.fault', { fault: ticket.fault }) : undefined,
    text('paper.reason', { reason: ticket.note ? `${reason} — ${ticket.note}` : reason }),
    ...failed.map(({ question, note }) => text('paper.failed-check', { question, note: note ?? '' })),
  ].flatMap((note) => (note === undefined ? [] : [note.slice(0, longestNote)]));
  const serial = ticket.serial ? text('paper.serial', { serial: ticket.serial }) : '';
  const detail = [`${ticket.sku} × ${voice.quantity(ticket.quantity)}`, serial].filter(Boolean).join(' · ');
  return {
    lead: `${itemName(ticket)}　${detail}`,
    cells: [],
    notes,
    roll: { title: itemName(ticket), detail, amount: '', notes },
  };
}

function workRow(work: Ticket['works'][number], place: number, voice: Voice): PaperRow {
  const kind = voice.say(workKindWords[work.kind]);
  const minutes = work.minutes > 0 ? String(work.minutes) : '';
  const amount = work.cents > 0 ? voice.amount(work.cents) : '';
  return {
    cells: [String(place), kind, work.what.slice(0, longestNote), minutes, amount],
    notes: [],
    roll: {
      title: `${place}. ${work.what.slice(0, longestNote)}`,
      detail: [kind, minutes && voice.text('paper.minutes-of', { minutes })].filter(Boolean).join(' · '),
      amount,
      notes: [],
    },
  };
}

function outcomeBlocks({ outcome }: Ticket, voice: Voice): ClosingBlock[] {
  if (!outcome) return [];
  const said = [
    voice.text(outcome.mended ? 'paper.mended' : 'paper.not-mended'),
    `${voice.say(gradeWords[outcome.grade])} → ${voice.say(dispositionWords[outcome.disposition])}`,
    outcome.twin,
    outcome.note?.slice(0, longestNote),
  ];
  return [{ kind: 'text', title: voice.text('paper.outcome'), text: said.filter(Boolean).join(' · ') }];
}

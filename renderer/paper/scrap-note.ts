import type { Return } from '../../contract/api/return-shape.ts';
import type { Output } from '../../contract/api.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { documentWords, reasonWord } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import type { PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { longestNote } from './long-text.ts';
import { headOf, itemName } from './source.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

type Line = Return['lines'][number];
type Move = Output<'stock.moves'>['items'][number];
type Ticket = Output<'repair.list'>['items'][number];
export type ScrapSource = Pick<Asked, 'settings' | 'printedAt'> & {
  readonly case: Return;
  readonly tickets: readonly Ticket[];
  /** Moves into the bin under the number of the return or of one of its tickets. */
  readonly moves: readonly Move[];
};

/** The scrap note (报损单) of a return: what went into the bin, why, and what it was worth. */
export const scrapNoteWriter: Writer = async ({ number, settings, printedAt }) => {
  const found = await ask('returns.get', { number });
  if (found.trouble) return { trouble: found.trouble };
  const case_ = found.ok;
  const tickets = await ask('repair.list', { returnId: case_.returnId });
  if (tickets.trouble) return { trouble: tickets.trouble };
  const documents = new Set([number, ...tickets.ok.items.map((ticket) => ticket.number)]);
  const skus = new Set(case_.lines.map(({ sku }) => sku));
  const answers = await Promise.all([...skus].map((sku) => ask('stock.moves', { sku, from: case_.day })));
  const moves: Move[] = [];
  for (const answer of answers) {
    if (answer.trouble) return { trouble: answer.trouble };
    moves.push(...answer.ok.items.filter(({ to, document }) => to === 'scrapped' && documents.has(document)));
  }
  if (moves.length === 0) return { problem: (voice) => voice.text('paper.nothing-scrapped', { number }) };
  const source = { case: case_, tickets: tickets.ok.items, moves, settings, printedAt };
  return { write: (voice) => scrapNote(source, voice) };
};

export function scrapNote(source: ScrapSource, voice: Voice): PaperDocument {
  const { case: found, moves, settings, printedAt } = source;
  const totalMilli = moves.reduce((sum, { quantity }) => sum + toMilli(quantity), 0);
  const totalCents = moves.reduce((sum, { fromValueCents }) => sum + fromValueCents, 0);
  const { number, fingerprint } = found;
  const total = voice.amount(totalCents);
  return {
    ...headOf({ number, fingerprint, settings, printedAt }, voice),
    title: voice.say(documentWords['scrap-note']),
    facts: [
      { label: voice.text('paper.date'), value: moves.at(-1)?.day ?? found.day },
      { label: voice.text('paper.return'), value: found.number },
      { label: voice.text('paper.sale'), value: found.sale?.number ?? voice.text('paper.no-sale') },
    ],
    columns: scrapColumns(voice),
    rows: moves.map((move, index) => scrapRow({ move, place: index + 1 }, source, voice)),
    totals: ['', '', voice.text('paper.total'), '', voice.quantity(totalMilli / 1000), total],
    closing: [
      {
        kind: 'money',
        paidTitle: '',
        paid: [],
        sums: [{ label: voice.text('paper.lost'), value: voice.money(totalCents), isMain: true }],
      },
      {
        kind: 'signatures',
        labels: [
          voice.text('paper.prepared-by'),
          voice.text('paper.inspected-by'),
          voice.text('paper.approved-by'),
          voice.text('paper.accounts'),
        ],
      },
    ],
  };
}

function scrapColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 8 },
    { label: text('paper.code'), widthMm: 30 },
    { label: text('paper.item') },
    { label: text('paper.document-number'), widthMm: 32 },
    { label: text('paper.quantity'), isFigure: true, widthMm: 18 },
    { label: text('paper.lost-amount', { sign }), isFigure: true, widthMm: 28, part: 'amounts' },
  ];
}

function scrapRow({ move, place }: { move: Move; place: number }, source: ScrapSource, voice: Voice): PaperRow {
  const lines = source.case.lines.filter(({ sku }) => sku === move.sku);
  const line = lines[0];
  const name = line ? itemName(line) : move.name;
  const quantity = voice.quantity(move.quantity);
  const amount = voice.amount(move.fromValueCents);
  const why = whyOf(move, lines, source, voice);
  return {
    cells: [String(place), move.sku, name, move.document, quantity, amount],
    notes: why,
    roll: { title: `${place}. ${name}`, detail: `${move.sku} · ${quantity}`, amount, notes: why },
  };
}

/** Why it was brought, what the inspector wrote, and what was broken where a repair did not help. */
function whyOf(move: Move, lines: readonly Line[], { tickets, settings }: ScrapSource, voice: Voice): string[] {
  const ticket = tickets.find(({ number }) => number === move.document);
  const own = ticket ? lines.filter(({ returnLineId }) => returnLineId === ticket.returnLineId) : lines;
  const said = own.flatMap(({ reason, note, inspections }) => [
    reasonWord(reason, voice.locale, settings.reasons),
    note,
    ...inspections.filter(({ disposition }) => disposition === (ticket ? 'repair' : 'scrap')).map((one) => one.note),
  ]);
  const reasons = [...new Set([...said, ticket?.fault].filter((text) => text !== undefined && text !== ''))];
  if (reasons.length === 0 || !voice.shows('reason')) return [];
  return [
    voice.text('paper.reason', { reason: reasons.join(voice.locale === 'en' ? '; ' : '；') }).slice(0, longestNote),
  ];
}

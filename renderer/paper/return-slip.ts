import { channelWords, documentWords, wantWords } from '../../contract/words/index.ts';
import { capitalsOf } from './closing-blocks.ts';
import type { ClosingBlock, Fact, PaperColumn, PaperDocument, PaperRow, Sum } from './document.ts';
import { longestNote } from './long-text.ts';
import { extraSums, extrasCents } from './refund-money.ts';
import { isOpenCase, saleLineOf, slipCents } from './slip-amounts.ts';
import {
  commonFacts,
  gradingText,
  itemName,
  letterhead,
  paidItems,
  parcelFacts,
  policyBlocks,
  reasonText,
  redInvoiceFacts,
  type Source,
  unitNotes,
} from './source.ts';
import type { Voice } from './voice.ts';

type Line = Source['case']['lines'][number];
const unknown = '—';

/** The return slip (PRACTICE §3): what came back, why, for how much, and who signs for it. */
export function returnSlip(source: Source, voice: Voice): PaperDocument {
  const { lines } = source.case;
  const amounts = lines.map((line) => slipCents(line, source));
  const totalCents = amounts.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
  const count = (of: 'quantity' | 'receivedQuantity'): string =>
    voice.quantity(lines.reduce((sum, line) => sum + Math.round(line[of] * 1000), 0) / 1000);
  return {
    ...letterhead(source, voice),
    title: voice.say(documentWords['return-slip']),
    facts: slipFacts(source, voice),
    columns: slipColumns(voice),
    rows: lines.flatMap((line, index) => slipRows({ line, place: index + 1, cents: amounts[index] }, source, voice)),
    totals: [
      '',
      '',
      voice.text('paper.total'),
      '',
      '',
      count('quantity'),
      count('receivedQuantity'),
      '',
      voice.amount(totalCents),
    ],
    closing: [
      slipMoney(source, voice, totalCents),
      ...policyBlocks(source, voice),
      {
        kind: 'signatures',
        labels: [
          voice.text('paper.prepared-by'),
          voice.text('paper.inspected-by'),
          voice.text('paper.accounts'),
          voice.text('paper.customer-signs'),
        ],
      },
    ],
  };
}

function slipFacts(source: Source, voice: Voice): Fact[] {
  return [
    ...commonFacts(source, voice),
    { label: voice.text('paper.channel'), value: voice.say(channelWords[source.case.channel]) },
    { label: voice.text('paper.want'), value: voice.say(wantWords[source.case.want]) },
    ...parcelFacts(source.case, voice),
    ...redInvoiceFacts(source.redInvoice, voice),
  ];
}

function slipColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 8 },
    { label: text('paper.code'), widthMm: 25 },
    { label: text('paper.item') },
    { label: text('paper.spec'), widthMm: 24, part: 'spec' },
    { label: text('paper.unit'), widthMm: 11 },
    { label: text('paper.asked'), isFigure: true, widthMm: 16 },
    { label: text('paper.received'), isFigure: true, widthMm: 17 },
    { label: text('paper.price-paid', { sign }), isFigure: true, widthMm: 23, part: 'amounts' },
    { label: text('paper.amount', { sign }), isFigure: true, widthMm: 24, part: 'amounts' },
  ];
}

type Placed = { readonly line: Line; readonly place: number; readonly cents: number | undefined };

/** A row for the line with why it came back below; a long reason goes on in a row of its own. */
function slipRows({ line, place, cents }: Placed, source: Source, voice: Voice): PaperRow[] {
  const asked = voice.quantity(line.quantity);
  const received = voice.quantity(line.receivedQuantity);
  const each = priceEach(line, source, voice);
  const amount = cents === undefined ? unknown : voice.amount(cents);
  const why = voice.shows('reason') ? reasonText(line, source, voice) : undefined;
  const graded = voice.shows('grading') ? gradingText(line, voice) : undefined;
  const notes = [...unitNotes(line, voice), why, graded].flatMap((note) => note ?? []);
  const cells = [String(place), line.sku, line.name, line.spec ?? '', line.unit ?? '', asked, received, each, amount];
  const note = notes.join('　');
  const roll = {
    title: `${place}. ${voice.shows('spec') ? itemName(line) : line.name}`,
    detail: `${line.sku} · ${voice.shows('amounts') ? `${asked} × ${each}` : asked}`,
    amount,
    notes: [...notes, voice.text('paper.asked-received', { asked, received })],
  };
  if (note.length <= longestNote) return [{ cells, notes: note ? [note] : [], roll }];
  return [
    { cells, notes: [], roll },
    { cells: [], notes: [note] },
  ];
}

/** What was really paid for one unit: of the sale, or of what was credited where the sale is not known. */
function priceEach(line: Line, source: Source, voice: Voice): string {
  const saleLine = saleLineOf(line, source);
  if (saleLine) return voice.priceEach(saleLine.paidCents, saleLine.quantity);
  return line.creditedQuantity > 0 ? voice.priceEach(line.creditedCents, line.creditedQuantity) : unknown;
}

/** The total with its capitals (in Chinese only), and how it was paid once it is. */
function slipMoney(source: Source, voice: Voice, totalCents: number): ClosingBlock {
  const { creditedCents, paidOutCents } = source.case;
  const isOpen = isOpenCase(source.case);
  const extras = [
    ...source.case.creditNotes.flatMap((note) => note.extras),
    ...(isOpen ? (source.quote?.extras ?? []) : []),
  ];
  const mainCents = totalCents + extrasCents(extras);
  const goods: Sum = { label: voice.text('paper.goods-paid'), value: voice.money(totalCents) };
  const main: Sum = {
    label: voice.text(isOpen ? 'paper.to-refund' : 'paper.credited'),
    value: voice.money(mainCents),
    isMain: true,
    ...(isOpen && { hint: voice.text('paper.subject-to-inspection') }),
  };
  const paidSums: Sum[] =
    source.case.payouts.length > 0
      ? [
          { label: voice.text('paper.paid-out'), value: voice.money(paidOutCents) },
          ...(creditedCents === paidOutCents
            ? []
            : [{ label: voice.text('paper.unpaid'), value: voice.money(creditedCents - paidOutCents) }]),
        ]
      : [];
  return {
    kind: 'money',
    paidTitle: voice.text('paper.payouts'),
    paid: paidItems(source.case.payouts, voice),
    sums: [...(extras.length > 0 ? [goods, ...extraSums(extras, source.case.lines, voice)] : []), main, ...paidSums],
    ...capitalsOf(mainCents, voice),
  };
}

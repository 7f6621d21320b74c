import type { RedInvoice } from '../../contract/api/red-invoices.ts';
import type { Proof } from '../../contract/api/refunds.ts';
import type { Output } from '../../contract/api.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { documentWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import { capitalsOf } from './closing-blocks.ts';
import type { ClosingBlock, Fact, PaperColumn, PaperDocument, PaperRow, Sum } from './document.ts';
import { extraSums, storeCreditBlocks } from './refund-money.ts';
import { customerFacts, headOf, itemName, paidItems, redInvoiceFacts, saleFact, unitNotes } from './source.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

type Note = Output<'refunds.creditNote'>;
export type NoteSource = Pick<Asked, 'settings' | 'printedAt'> & {
  readonly note: Note;
  /** Of the whole return, for the codes of store credit. */
  readonly proof: Proof;
  readonly redInvoice: RedInvoice | undefined;
};

/** Asks for the note, for the codes of store credit it was paid onto, and for the red invoice of its return. */
export const creditNoteWriter: Writer = async ({ number, settings, printedAt }) => {
  const note = await ask('refunds.creditNote', { number });
  if (note.trouble) return { trouble: note.trouble };
  const { returnId } = note.ok.return;
  const [proof, invoice] = await Promise.all([
    ask('refunds.proof', { returnId }),
    ask('redInvoices.get', { returnId }),
  ]);
  if (proof.trouble) return { trouble: proof.trouble };
  if (invoice.trouble) return { trouble: invoice.trouble };
  const source = { note: note.ok, proof: proof.ok, redInvoice: invoice.ok.current, settings, printedAt };
  return { write: (voice) => creditNote(source, voice) };
};

/** The credit note (红字单): what the shop takes back of a sale and owes the customer for it, and how that was paid. */
export function creditNote(source: NoteSource, voice: Voice): PaperDocument {
  const { note, settings, printedAt } = source;
  const { text } = voice;
  const { fingerprint } = note.return;
  return {
    ...headOf({ number: note.number, fingerprint, settings, printedAt }, voice),
    title: voice.say(documentWords['credit-note']),
    facts: noteFacts(source, voice),
    columns: noteColumns(voice),
    rows: note.lines.map((line, index) => noteRow({ line, place: index + 1 }, note, voice)),
    totals: totalsRow(note, voice),
    closing: [
      noteMoney(note, voice),
      ...storeCreditBlocks({ proof: { storeCredits: creditsOf(source) } }, voice),
      {
        kind: 'signatures',
        labels: [
          text('paper.prepared-by'),
          text('paper.approved-by'),
          text('paper.accounts'),
          text('paper.customer-signs'),
        ],
      },
    ],
  };
}

function noteFacts({ note, redInvoice }: NoteSource, voice: Voice): Fact[] {
  const { text } = voice;
  return [
    { label: text('paper.date'), value: note.day },
    { label: text('paper.return'), value: note.return.number },
    saleFact(note.return, voice),
    { label: text('paper.handler'), value: voice.person(note.person), part: 'handler' },
    ...customerFacts(note.return, voice),
    ...redInvoiceFacts(redInvoice, voice),
  ];
}

function noteColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 8 },
    { label: text('paper.code'), widthMm: 25 },
    { label: text('paper.item') },
    { label: text('paper.quantity'), isFigure: true, widthMm: 16 },
    { label: text('paper.goods-amount', { sign }), isFigure: true, widthMm: 24 },
    { label: text('paper.tax-amount', { sign }), isFigure: true, widthMm: 20 },
    { label: text('paper.fee'), isFigure: true, widthMm: 20 },
    { label: text('paper.credited-amount', { sign }), isFigure: true, widthMm: 25 },
  ];
}

type Placed = { readonly line: Note['lines'][number]; readonly place: number };

function noteRow({ line, place }: Placed, note: Note, voice: Voice): PaperRow {
  const quantity = voice.quantity(line.quantity);
  const [goods, tax, fee] = [line.goodsCents, line.taxCents, line.feeCents].map(voice.amount) as [
    string,
    string,
    string,
  ];
  const amount = voice.amount(line.goodsCents + line.taxCents - line.feeCents);
  const own = note.return.lines.find(({ returnLineId }) => returnLineId === line.returnLineId);
  const notes = own ? unitNotes(own, voice) : [];
  const working = voice.text('paper.goods-tax-fee', { goods, tax, fee });
  return {
    cells: [String(place), line.sku, itemName(line), quantity, goods, tax, fee, amount],
    notes,
    roll: {
      title: `${place}. ${itemName(line)}`,
      detail: `${line.sku} · ${quantity}`,
      amount,
      notes: [working, ...notes],
    },
  };
}

function totalsRow({ lines }: Note, voice: Voice): string[] {
  const sum = (of: (line: Note['lines'][number]) => number): number =>
    lines.reduce((total, line) => total + of(line), 0);
  const [goods, tax, fee] = [
    sum((line) => line.goodsCents),
    sum((line) => line.taxCents),
    sum((line) => line.feeCents),
  ];
  const quantity = voice.quantity(sum((line) => toMilli(line.quantity)) / 1000);
  return ['', '', voice.text('paper.total'), quantity, ...[goods, tax, fee, goods + tax - fee].map(voice.amount)];
}

/** goods with tax + what is given back − what is kept = credited; then what of it was paid. */
function noteMoney(note: Note, voice: Voice): ClosingBlock {
  const found = note.return;
  const extras = found.creditNotes.find(({ number }) => number === note.number)?.extras ?? [];
  const payouts = found.payouts.filter(({ creditNote }) => creditNote === note.number);
  const paidCents = payouts.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const sums: Sum[] = [
    { label: voice.text('paper.goods-paid'), value: voice.money(note.goodsCents + note.taxCents) },
    { label: voice.text('paper.tax-of-total'), value: voice.money(note.taxCents) },
    ...extraSums(extras, found.lines, voice),
    { label: voice.text('paper.credited'), value: voice.money(note.totalCents), isMain: true },
    { label: voice.text('paper.paid-out'), value: voice.money(paidCents) },
    { label: voice.text('paper.unpaid'), value: voice.money(note.totalCents - paidCents) },
  ];
  return {
    kind: 'money',
    paidTitle: voice.text('paper.payouts'),
    paid: paidItems(payouts, voice),
    sums,
    ...capitalsOf(note.totalCents, voice),
  };
}

/** Codes that this note was paid onto, among those of the return. */
function creditsOf({ note, proof }: NoteSource): Proof['storeCredits'] {
  const codes = new Set(
    note.return.payouts.flatMap(({ creditNote, storeCredit }) => (creditNote === note.number ? [storeCredit] : [])),
  );
  return proof.storeCredits.filter(({ code }) => codes.has(code));
}

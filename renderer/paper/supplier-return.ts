import type { Claim } from '../../contract/api/claims.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { documentWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import { capitalsOf, noteBlocks, sumsBlock } from './closing-blocks.ts';
import type { PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { longestNote } from './long-text.ts';
import { type RecordSource, recordWriter } from './record-writer.ts';
import { headOf, itemName } from './source.ts';
import type { Voice } from './voice.ts';

const unknown = '—';

export const supplierReturnWriter = recordWriter<Claim>(
  (number) => ask('claims.get', { number }),
  (source, voice) => supplierReturn(source, voice),
);

/** The note that goes with a batch of goods to their supplier. What the goods cost the shop is no business of the supplier's. */
export function supplierReturn(
  { record: claim, head, settings, printedAt }: RecordSource<Claim>,
  voice: Voice,
): PaperDocument {
  const units = claim.lines.reduce((sum, { quantity }) => sum + toMilli(quantity), 0) / 1000;
  const { text } = voice;
  return {
    ...headOf({ number: claim.number, fingerprint: head, settings, printedAt }, voice),
    title: voice.say(documentWords['supplier-return']),
    facts: [
      { label: text('paper.date'), value: claim.day },
      { label: text('paper.supplier'), value: claim.supplier },
      { label: text('paper.phone'), value: claim.phone ?? unknown },
      { label: text('paper.pay-by'), value: claim.dueOn ?? unknown },
      { label: text('paper.handler'), value: voice.person(claim.person), part: 'handler' },
    ],
    columns: claimColumns(voice),
    rows: claim.lines.map((line, index) => claimRow(line, index + 1, voice)),
    totals: ['', '', text('paper.total'), '', voice.quantity(units), voice.amount(claim.claimedCents)],
    closing: [
      ...noteBlocks(claim.note, voice),
      sumsBlock(
        [{ label: text('paper.claimed'), value: voice.money(claim.claimedCents), isMain: true }],
        capitalsOf(claim.claimedCents, voice),
      ),
      {
        kind: 'signatures',
        labels: [text('paper.prepared-by'), text('paper.handed-over-by'), text('paper.supplier-signs')],
      },
    ],
  };
}

function claimColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 8 },
    { label: text('paper.code'), widthMm: 36 },
    { label: text('paper.item') },
    { label: text('paper.unit'), widthMm: 14 },
    { label: text('paper.quantity'), isFigure: true, widthMm: 20 },
    { label: text('paper.claimed-amount', { sign }), isFigure: true, widthMm: 30, part: 'amounts' },
  ];
}

function claimRow(line: Claim['lines'][number], place: number, voice: Voice): PaperRow {
  const quantity = voice.quantity(line.quantity);
  const amount = voice.amount(line.claimedCents);
  const notes = line.note ? [line.note.slice(0, longestNote)] : [];
  return {
    cells: [String(place), line.sku, itemName(line), line.unit ?? '', quantity, amount],
    notes,
    roll: { title: `${place}. ${itemName(line)}`, detail: `${line.sku} · ${quantity}`, amount, notes },
  };
}

import type { GoodsReceipt } from '../../contract/api/goods-receipts.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { documentWords, paidByWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import { capitalsOf, noteBlocks, sumsBlock } from './closing-blocks.ts';
import type { ClosingBlock, Fact, PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { inPieces } from './long-text.ts';
import { type RecordSource, recordWriter } from './record-writer.ts';
import { headOf, itemName } from './source.ts';
import type { Voice } from './voice.ts';

const unknown = '—';
type Line = GoodsReceipt['lines'][number];

export const goodsReceiptWriter = recordWriter<GoodsReceipt>(
  (number) => ask('stock.receipt', { number }),
  (source, voice) => goodsReceipt(source, voice),
);

/** The goods receipt (入库单): what came, from whom, at what cost; opening stock and a void are told by their kind. */
export function goodsReceipt(source: RecordSource<GoodsReceipt>, voice: Voice): PaperDocument {
  const { record, head, settings, printedAt } = source;
  const { text } = voice;
  const units = record.lines.reduce((sum, { quantity }) => sum + toMilli(quantity), 0) / 1000;
  return {
    ...headOf({ number: record.number, fingerprint: head, settings, printedAt }, voice),
    title: voice.say(documentWords['goods-receipt']),
    facts: receiptFacts(record, voice),
    columns: receiptColumns(voice),
    rows: record.lines.flatMap((line, index) => receiptRows(line, index + 1, voice)),
    totals: ['', '', text('paper.total'), '', voice.quantity(units), '', voice.amount(record.valueCents)],
    closing: [
      ...noteBlocks(record.note, voice),
      receiptMoney(record, voice),
      {
        kind: 'signatures',
        labels: [
          text('paper.delivered-by'),
          text('paper.inspected-by'),
          text('paper.stored-by'),
          text('paper.accounts'),
        ],
      },
    ],
  };
}

function receiptFacts(record: GoodsReceipt, voice: Voice): Fact[] {
  const { text } = voice;
  const { supplier, paidBy, reference, voids, voidedBy } = record;
  const kind = text(voids ? 'paper.receipt-void' : `paper.receipt-${record.kind}`);
  const standing = voids
    ? text('paper.voids', { number: voids })
    : voidedBy && text('paper.voided', { number: voidedBy });
  return [
    { label: text('paper.date'), value: record.day },
    { label: text('paper.handler'), value: voice.person(record.person), part: 'handler' },
    { label: text('paper.receipt-kind'), value: standing ? `${kind} · ${standing}` : kind },
    ...(record.kind === 'opening'
      ? []
      : [
          { label: text('paper.supplier'), value: supplier?.name ?? unknown },
          { label: text('paper.paid-by'), value: paidBy ? voice.say(paidByWords[paidBy]) : unknown },
          { label: text('paper.supplier-reference'), value: reference ?? unknown },
        ]),
  ];
}

function receiptColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 8 },
    { label: text('paper.code'), widthMm: 32 },
    { label: text('paper.item') },
    { label: text('paper.unit'), widthMm: 14 },
    { label: text('paper.quantity'), isFigure: true, widthMm: 20 },
    { label: text('paper.unit-cost', { sign }), isFigure: true, widthMm: 28, part: 'amounts' },
    { label: text('paper.cost-amount', { sign }), isFigure: true, widthMm: 28, part: 'amounts' },
  ];
}

/** A row for the line, and more of them where its units do not fit below one. */
function receiptRows(line: Line, place: number, voice: Voice): PaperRow[] {
  const quantity = voice.quantity(line.quantity);
  const each = line.costKnown ? voice.priceEach(line.valueCents, line.quantity) : unknown;
  const amount = line.costKnown ? voice.amount(line.valueCents) : unknown;
  const units = unitsOf(line, voice);
  const roll = {
    title: `${place}. ${itemName(line)}`,
    detail: `${line.sku} · ${quantity}${line.unit ? ` ${line.unit}` : ''}${voice.shows('amounts') ? ` × ${each}` : ''}`,
    amount,
    notes: units,
  };
  const cells = [String(place), line.sku, itemName(line), line.unit ?? '', quantity, each, amount];
  return [{ cells, notes: units.slice(0, 1), roll }, ...units.slice(1).map((note) => ({ cells: [], notes: [note] }))];
}

/** Serial numbers and batches, in texts that each fit below a line. */
function unitsOf({ serials, batches }: Line, voice: Voice): string[] {
  if (!voice.shows('batch')) return [];
  const { text } = voice;
  const comma = voice.locale === 'en' ? ', ' : '、';
  const batchTexts = batches.map(({ code, quantity, expiresOn }) =>
    expiresOn
      ? text('paper.expires', { code, quantity: voice.quantity(quantity), day: expiresOn })
      : `${code} × ${voice.quantity(quantity)}`,
  );
  return [
    ...inPieces(serials, comma).map((codes) => text('paper.serials', { codes })),
    ...inPieces(batchTexts, comma).map((codes) => text('paper.batches', { codes })),
  ];
}

function receiptMoney({ valueCents, taxCents }: GoodsReceipt, voice: Voice): ClosingBlock {
  const cost = { label: voice.text('paper.cost-total'), value: voice.money(valueCents) };
  if (taxCents === 0) return sumsBlock([{ ...cost, isMain: true }], capitalsOf(valueCents, voice));
  const totalCents = valueCents + taxCents;
  return sumsBlock(
    [
      cost,
      { label: voice.text('paper.input-tax'), value: voice.money(taxCents) },
      { label: voice.text('paper.with-tax'), value: voice.money(totalCents), isMain: true },
    ],
    capitalsOf(totalCents, voice),
  );
}

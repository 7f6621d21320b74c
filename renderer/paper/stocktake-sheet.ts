import type { Stocktake, StocktakeScope } from '../../contract/api/stocktakes.ts';
import { documentWords, placeWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import { noteBlocks, sumsBlock } from './closing-blocks.ts';
import type { ClosingBlock, Fact, PaperColumn, PaperDocument, PaperRow } from './document.ts';
import { type RecordSource, recordWriter } from './record-writer.ts';
import { headOf, itemName } from './source.ts';
import type { Voice } from './voice.ts';

type Line = Stocktake['lines'][number];

export const stocktakeSheetWriter = recordWriter<Stocktake>(
  (number) => ask('stocktakes.get', { number }),
  (source, voice) => stocktakeSheet(source, voice),
);

/**
 * The count sheet (盘点表), in the order of the shelves: while the count goes on, with room to write what is there; once it has ended, with
 * what was counted. The book's figures stand on it only where those who count may see them.
 */
export function stocktakeSheet(source: RecordSource<Stocktake>, voice: Voice): PaperDocument {
  const { record, head, settings, printedAt } = source;
  const { text } = voice;
  const lines = record.lines.toSorted(byShelf);
  return {
    ...headOf({ number: record.number, fingerprint: head, settings, printedAt }, voice),
    title: voice.say(documentWords['stocktake-sheet']),
    facts: countFacts(record, voice),
    columns: countColumns(record, voice),
    rows: lines.map((line, index) => countRow({ line, place: index + 1 }, record, voice)),
    totals: ['', '', text('paper.total'), text('paper.items-total', { count: lines.length })],
    closing: [
      ...noteBlocks(record.note, voice),
      ...differenceBlocks(record, voice),
      {
        kind: 'signatures',
        labels: [text('paper.counted-by'), text('paper.checked-by'), text('paper.stored-by'), text('paper.accounts')],
      },
    ],
  };
}

const inOrder = new Intl.Collator('zh-CN', { numeric: true });

/** As one walks along the shelves; what has no place comes last. */
function byShelf(one: Line, other: Line): number {
  if (!one.location !== !other.location) return one.location ? -1 : 1;
  return inOrder.compare(one.location ?? '', other.location ?? '') || inOrder.compare(one.sku, other.sku);
}

function countFacts(record: Stocktake, voice: Voice): Fact[] {
  const { text } = voice;
  return [
    { label: text('paper.date'), value: record.day },
    { label: text('paper.count-place'), value: voice.say(placeWords[record.place]) },
    { label: text('paper.count-scope'), value: scopeText(record.scope, voice) },
    { label: text('paper.count-way'), value: text(record.blind ? 'paper.count-blind' : 'paper.count-seen') },
    { label: text('paper.stage'), value: text(`paper.count-${record.state}`) },
    { label: text('paper.handler'), value: voice.person(record.person), part: 'handler' },
  ];
}

function scopeText(scope: StocktakeScope, { text }: Voice): string {
  if ('category' in scope) return text('paper.scope-category', { category: scope.category });
  if ('supplierId' in scope) return text('paper.scope-supplier');
  return text('skus' in scope ? 'paper.scope-skus' : 'paper.scope-all');
}

/** The book may be shown: nobody counts blind any more. */
function showsBook({ blind, state }: Stocktake): boolean {
  return !blind || state !== 'open';
}

function countColumns(record: Stocktake, { text }: Voice): PaperColumn[] {
  return [
    { label: text('paper.place'), widthMm: 11 },
    { label: text('paper.location'), widthMm: 22 },
    { label: text('paper.code'), widthMm: 34 },
    { label: text('paper.item') },
    { label: text('paper.unit'), widthMm: 14 },
    ...(showsBook(record) ? [{ label: text('paper.book'), isFigure: true, widthMm: 20 }] : []),
    { label: text('paper.counted'), isFigure: true, widthMm: 26 },
    ...(record.state === 'open' ? [] : [{ label: text('paper.difference'), isFigure: true, widthMm: 20 }]),
  ];
}

type Placed = { readonly line: Line; readonly place: number };

function countRow({ line, place }: Placed, record: Stocktake, voice: Voice): PaperRow {
  const figure = (value: number | undefined): string => (value === undefined ? '' : voice.quantity(value));
  const isOpen = record.state === 'open';
  return {
    cells: [
      String(place),
      line.location ?? '',
      line.sku,
      itemName(line),
      line.unit ?? '',
      ...(showsBook(record) ? [figure(line.book)] : []),
      isOpen ? '' : figure(line.counted),
      ...(isOpen ? [] : [figure(line.difference)]),
    ],
    notes: [],
    ...(isOpen && { isBlank: true }),
  };
}

function differenceBlocks({ differenceCents, state }: Stocktake, voice: Voice): ClosingBlock[] {
  if (state === 'open' || differenceCents === undefined) return [];
  return [
    sumsBlock([{ label: voice.text('paper.difference-cost'), value: voice.money(differenceCents), isMain: true }]),
  ];
}

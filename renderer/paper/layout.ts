import type { PaperPart } from '../../contract/api/paper.ts';
import type { Settings } from '../../contract/api/settings.ts';
import { type DocumentKind, documentFacts, type Paper } from '../../contract/host.ts';
import type { PaperContent, PaperDocument } from './document.ts';

/** How the shop wants one kind of document. */
export type Layout = { readonly paper: Paper; readonly hidden: ReadonlySet<PaperPart> };

/** The owner's layout of a document, or the program's own. A paper that the document is not laid out for is not taken. */
export function layoutOf({ documentLayouts }: Pick<Settings, 'documentLayouts'>, document: DocumentKind): Layout {
  const own = documentLayouts.find((layout) => layout.document === document);
  const [usual, ...others] = documentFacts[document].papers;
  const paper = own?.paper && others.includes(own.paper) ? own.paper : usual;
  return { paper, hidden: new Set(own?.hidden) };
}

type Owner = { readonly hidden: ReadonlySet<PaperPart>; readonly logo?: string | undefined };

/** A sheet as its owner wants it: with the shop's picture, and without the parts left out. A label has no such parts. */
export function asOwnerWants<Content extends PaperContent>(content: Content, { hidden, logo }: Owner): Content {
  if (!('closing' in content)) return content;
  const stands = ({ part }: { readonly part?: PaperPart }): boolean => part === undefined || !hidden.has(part);
  const { shop, facts, closing } = content;
  return {
    ...content,
    ...(logo !== undefined && !hidden.has('logo') && { logo }),
    ...(hidden.has('code') && { hidesCode: true }),
    ...(hidden.has('fingerprint') && { fingerprint: '' }),
    shop: {
      ...shop,
      address: hidden.has('address') ? '' : shop.address,
      phone: hidden.has('shop-phone') ? '' : shop.phone,
    },
    facts: facts.filter(stands),
    ...withoutColumns(content, hidden),
    closing: closing
      .filter(stands)
      .filter(({ kind }) => kind !== 'signatures' || !hidden.has('signatures'))
      .filter(({ kind }) => kind !== 'money' || !hidden.has('amounts'))
      .map((block) => (hidden.has('capitals') ? withoutCapitals(block) : block)),
  };
}

function withoutCapitals(block: PaperDocument['closing'][number]): PaperDocument['closing'][number] {
  if (block.kind !== 'money') return block;
  const { capitals: _, ...rest } = block;
  return rest;
}

/** Cells go with their columns; the word for the totals moves on to the next empty cell. */
function withoutColumns(
  { columns, rows, totals }: PaperDocument,
  hidden: ReadonlySet<PaperPart>,
): Pick<PaperDocument, 'columns' | 'rows' | 'totals'> {
  const stays = columns.map(({ part }) => part === undefined || !hidden.has(part));
  const hidesAmounts = columns.some(({ part }) => part === 'amounts') && hidden.has('amounts');
  const only = (cells: readonly string[]): string[] => cells.filter((_, at) => stays[at]);
  const word = totals.findIndex(Boolean);
  const left = only(totals);
  // The word for the totals stood in a column that is gone: its place is the last one left before it.
  if (word >= 0 && !stays[word])
    left[Math.max(0, stays.slice(0, word).filter(Boolean).length - 1)] ||= totals[word] ?? '';
  return {
    columns: columns.filter((_, at) => stays[at]),
    rows: rows.map((row) => ({ ...row, cells: only(row.cells), ...(hidesAmounts && withoutAmount(row)) })),
    totals: left,
  };
}

/** On a roll the amount of a line stands alone, without a column. */
function withoutAmount({ roll }: PaperDocument['rows'][number]): Pick<PaperDocument['rows'][number], 'roll'> {
  return roll ? { roll: { ...roll, amount: '' } } : {};
}

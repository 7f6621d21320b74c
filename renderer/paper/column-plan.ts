import type { PaperColumn } from './document.ts';

/** The widths of a table's columns and the size of its letters, so that no figure is broken. */
export type ColumnPlan = { readonly widthsMm: readonly number[]; readonly textPt: number };

type Table = { readonly columns: readonly PaperColumn[]; readonly lines: readonly (readonly string[])[] };
type Room = { readonly roomMm: number; readonly textPt: number };

/** The room for which writers say how wide their columns are: that of A5. */
const writtenRoomMm = 194;
const mmOfPoint = 25.4 / 72;
/** Free beside the text of a cell, and for the rounding of its widths. */
const cellMm = 2.4;
/** What is left at least for a text that shares the rest. */
const textMostlyMm = 30;
/** How far columns of text give way before the letters become smaller. */
const narrowest = 0.7;
/** Heads of columns are no larger. */
const headPt = 9;
/** In shares of the letters' size: the widest of the fonts that systems bring. */
const figureEm = 0.6;
const pointEm = 0.32;
const wideEm = 1;

const sizesPt = [8, 7.5, 7, 6.5, 6] as const;

/** How wide a text is on one line: figures by their own width, a comma and a full stop narrower, Chinese signs square. */
export function textMm(text: string, textPt: number): number {
  const em = [...text].reduce((sum, sign) => sum + emOf(sign), 0);
  return em * textPt * mmOfPoint;
}

/** The largest of these sizes in which a text stands on so many lines, else the smallest. */
export function fittingPt(
  text: string,
  { roomMm, lines = 1, sizesPt: sizes }: { roomMm: number; lines?: number; sizesPt: readonly [number, ...number[]] },
): number {
  // Lines break between signs: each but the last may end one sign early.
  const fits = (size: number): boolean => textMm(text, size) <= lines * roomMm - (lines - 1) * size * mmOfPoint;
  return sizes.find(fits) ?? sizes.at(-1) ?? sizes[0];
}

function emOf(sign: string): number {
  if ('.,:; '.includes(sign)) return pointEm;
  return sign.charCodeAt(0) > 0x2e7f ? wideEm : figureEm;
}

/**
 * Figures get the width that the longest of them needs, at least what the writer gave; texts share the rest. Where that is too
 * much, columns of text give way first, and then the letters of the whole table become smaller.
 */
export function planColumns(table: Table, { roomMm, textPt }: Room): ColumnPlan {
  const tries = [textPt, ...sizesPt.filter((size) => size < textPt)];
  for (const size of tries) {
    for (const share of [1, narrowest]) {
      const widthsMm = widthsFor(table, { roomMm, textPt: size }, share);
      if (widthsMm) return { widthsMm, textPt: size };
    }
  }
  const last = tries.at(-1) ?? textPt;
  const needs = table.columns.map((column, at) => needMm(table, at, last) || givenMm(column, roomMm) || textMostlyMm);
  return { widthsMm: scaled(needs, roomMm), textPt: last };
}

function widthsFor(table: Table, { roomMm, textPt }: Room, share: number): number[] | undefined {
  const { columns } = table;
  const least = columns.map((column, at) => {
    const given = givenMm(column, roomMm);
    if (column.isFigure) return Math.max(given, needMm(table, at, textPt));
    return given > 0 ? given * share : textMostlyMm;
  });
  const rest = roomMm - least.reduce((sum, width) => sum + width, 0);
  if (rest < 0) return undefined;
  const takers = columns.filter(({ widthMm }) => widthMm === undefined).length;
  if (takers === 0) return scaled(least, roomMm);
  return columns.map(({ widthMm }, at) => (least[at] ?? 0) + (widthMm === undefined ? rest / takers : 0));
}

const givenMm = ({ widthMm = 0 }: PaperColumn, roomMm: number): number => (widthMm * roomMm) / writtenRoomMm;

/** What the longest figure of a column takes, and the longest word above it. */
function needMm({ columns, lines }: Table, at: number, textPt: number): number {
  if (!columns[at]?.isFigure) return 0;
  const figures = lines.map((cells) => textMm(cells[at] ?? '', textPt));
  // Chinese breaks between any two signs, Latin letters only between words.
  const words = (columns[at]?.label ?? '').match(/[\x21-\x7e]+/g) ?? [];
  const heads = words.map((word) => textMm(word, Math.min(textPt, headPt)));
  return Math.max(0, ...figures, ...heads) + cellMm;
}

function scaled(widths: readonly number[], roomMm: number): number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => (width * roomMm) / sum);
}

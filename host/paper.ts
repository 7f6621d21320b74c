import { joinNumbers, type Paper, type PrintJob, paperSizes } from '../contract/host.ts';

/** The page of the window that shows the sheets of a job and nothing else; `data-paper="ready"` on its root says they are laid out. */
export function paperRoute({ document, sheets, paper, locale }: PrintJob): string {
  const numbers = encodeURIComponent(joinNumbers(sheets.map(({ number }) => number)));
  const copies = sheets.map(({ copy }) => copy).join(',');
  return `/#/paper/${document}/${numbers}/${paper}/${locale}?copies=${copies}`;
}

const pixelsPerMm = 96 / 25.4;
/** Rounding to whole dots must never push the last rule onto a second page. */
const rollSpareMm = 1;

/** What a browser needs to lay the sheet out as wide as the paper is. */
export function paperWidthPx(paper: Paper): number {
  return Math.round(paperSizes[paper].widthMm * pixelsPerMm);
}

/** The sheet's size; a roll is as long as its content, which is measured in CSS pixels at the paper's own width. */
export function sheetSizeMm({ paper, contentPx }: { paper: Paper; contentPx: number }): {
  widthMm: number;
  heightMm: number;
} {
  const { widthMm, heightMm } = paperSizes[paper];
  return { widthMm, heightMm: heightMm ?? Math.ceil(contentPx / pixelsPerMm) + rollSpareMm };
}

export const mmToInches = (mm: number): number => mm / 25.4;
export const mmToMicrons = (mm: number): number => Math.round(mm * 1000);

/** `R-2026-000123-return-slip-80mm.pdf`, with `+2` where two more are in it; characters that a file name cannot have are replaced. */
export function pdfName({ document, sheets, paper }: PrintJob): string {
  const [first] = sheets;
  const more = sheets.length > 1 ? `+${sheets.length - 1}` : '';
  return `${(first?.number ?? '').replace(/[^\p{L}\p{N}._-]+/gu, '_')}${more}-${document}-${paper}.pdf`;
}

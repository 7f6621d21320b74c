import { type Paper, paperSizes } from '../../contract/host.ts';

/** Papers of a fixed height; a roll is as long as what stands on it. */
export type PagePaper = Exclude<Paper, '80mm' | '58mm'>;

/** How a page of fixed height is laid out. Lengths in millimetres, of letters in points. */
export type PageShape = {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Free at the left and right: what printers do not reach, or the strip of holes and a little more. */
  readonly sideMm: number;
  /** Free at the top and bottom: nothing is lost where a perforation is torn a little beside its line. */
  readonly edgeMm: number;
  readonly textPt: number;
  /** A continuous form: lines of a fixed pitch, a table that always reaches down to the closing. */
  readonly isForm: boolean;
  /** Too low for a whole letterhead. */
  readonly isLow: boolean;
  /** As many payments stand together; longer lists go on in a block of their own, which may go on to another page. */
  readonly paidMost: number;
};

/** Six lines to the inch, as line printers have them. */
export const lineMm = 25.4 / 6;
/** The strip of holes at each side of a form. */
export const holesMm = 25.4 / 2;

const sheet = { sideMm: 8, edgeMm: 7, textPt: 9, isForm: false, isLow: false };
const form = { sideMm: holesMm + 2.3, edgeMm: 1.5 * lineMm, textPt: 10, isForm: true, isLow: false };

const shapes: Record<PagePaper, Omit<PageShape, 'widthMm' | 'heightMm'>> = {
  A4: { ...sheet, paidMost: 24 },
  A5: { ...sheet, paidMost: 10 },
  'form-full': { ...form, paidMost: 24 },
  'form-half': { ...form, paidMost: 8 },
  'form-third': { ...form, edgeMm: lineMm, textPt: 9, isLow: true, paidMost: 5 },
};

export function isPagePaper(paper: Paper): paper is PagePaper {
  return paper in shapes;
}

export function pageShape(paper: PagePaper): PageShape {
  const { widthMm, heightMm = 0 } = paperSizes[paper];
  return { widthMm, heightMm, ...shapes[paper] };
}

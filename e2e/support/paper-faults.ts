import { type Paper, paperSizes } from '../../contract/host.ts';
import { overlaps, type PdfFacts } from './pdf-facts.ts';

/** Millimetres are rounded to whole dots by browsers; inches of forms are whole dots. */
const tolerance = (paper: Paper): number => (paper.startsWith('form') ? 0.01 : 1);
const points = (mm: number): number => (mm / 25.4) * 72;
/** What sheets leave free at the left and right, a little less than that: letters reach over their box. */
const sideMm = (paper: Paper): number => (paper.startsWith('form') ? 12.7 : 3.5);
/** Fonts of systems that have Chinese; the drawn letters of a variable font (Type 3) have no name. */
const holdsChinese = /CJK|YaHei|PingFang|SourceHan|SimSun|Hei|Song|^\[none\]$/i;
const chinese = /\p{Script=Han}/u;

/** What is wrong with a printed sheet as a sheet, whatever stands on it. */
export function faultsOfSheet(pdf: PdfFacts, paper: Paper): string[] {
  return [...faultsOfSize(pdf, paper), ...faultsOfPlace(pdf, paper), ...faultsOfFonts(pdf)];
}

function faultsOfSize({ sizes }: PdfFacts, paper: Paper): string[] {
  const { widthMm, heightMm } = paperSizes[paper];
  const isRight = ({ width, height }: PdfFacts['sizes'][number]): boolean =>
    Math.abs(width - points(widthMm)) <= tolerance(paper) &&
    (heightMm === undefined || Math.abs(height - points(heightMm)) <= tolerance(paper));
  const odd = sizes
    .filter((size) => !isRight(size))
    .map(({ width, height }) => `a page of ${width} × ${height} points`);
  return heightMm === undefined && sizes.length > 1 ? [...odd, 'more than one page on a roll'] : odd;
}

function faultsOfPlace({ words, sizes }: PdfFacts, paper: Paper): string[] {
  const { width = 0, height = 0 } = sizes[0] ?? {};
  const side = points(sideMm(paper));
  const outside = words.filter(
    ({ left, right, middle }) => left < side || right > width - side || middle < 0 || middle > height,
  );
  return [
    ...outside.map(({ text, page }) => `outside page ${page}: ${text}`),
    ...overlaps(words).map((pair) => `on one another: ${pair}`),
  ];
}

function faultsOfFonts({ fonts, fontsAreEmbedded, text }: PdfFacts): string[] {
  return [
    ...(chinese.test(text) ? [] : ['no Chinese can be read']),
    ...(fontsAreEmbedded ? [] : ['a font is not embedded']),
    ...(fonts.some((font) => holdsChinese.test(font))
      ? []
      : [`no font with Chinese among ${[...new Set(fonts)].join(', ')}`]),
  ];
}

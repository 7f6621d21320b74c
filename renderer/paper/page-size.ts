import { type Paper, paperSizes } from '../../contract/host.ts';

const pixelsPerMm = 96 / 25.4;
const rollSpareMm = 1;
const rule = new CSSStyleSheet();

/** Tells the browser's own printing the exact size of the sheet, without margins; a roll is as long as its content. */
export function setPageSize(paper: Paper, contentPx: number): void {
  const { widthMm, heightMm = Math.ceil(contentPx / pixelsPerMm) + rollSpareMm } = paperSizes[paper];
  rule.replaceSync(`@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`);
  if (!document.adoptedStyleSheets.includes(rule)) document.adoptedStyleSheets.push(rule);
}

/** Back to what the printer is set to. */
export function forgetPageSize(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rule);
}

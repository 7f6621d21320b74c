import type { Page } from 'playwright-core';

/**
 * What does not fit on the laid-out sheets of a page: elements wider than their box, or outside their page; lines of text that lie on
 * one another are found in the PDF.
 */
export function misfitsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spare = 1;
    const said = (element: Element): string =>
      `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 24)}”`;
    return [...document.querySelectorAll('.sheet')].flatMap((sheet, at) => {
      const paper = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('*')].flatMap((element) => {
        const box = element.getBoundingClientRect();
        const isOutside =
          box.left < paper.left - spare ||
          box.right > paper.right + spare ||
          box.top < paper.top - spare ||
          box.bottom > paper.bottom + spare;
        const isTooWide = element instanceof HTMLElement && element.scrollWidth > element.clientWidth + spare;
        const isInline = getComputedStyle(element).display === 'inline';
        return [
          ...(isOutside ? [`outside sheet ${at + 1}: ${said(element)}`] : []),
          ...(isTooWide && !isInline ? [`too wide: ${said(element)}`] : []),
        ];
      });
    });
  });
}

import type { Page } from 'playwright-core';
import type { HostAbilities, HostInfo, PrintJob } from '../contract/host.ts';
import { laidOut } from '../host/laid-out.ts';
import { mmToInches, paperRoute, paperWidthPx, sheetSizeMm } from '../host/paper.ts';
import { browserOrigin, type WindowFiles } from '../host/window-files.ts';
import { openChromium } from './chromium.ts';
import { type Behind, openDoor } from './door.ts';

export type PdfOptions = { readonly connect: Behind['connect']; readonly files: WindowFiles };

/** Waits until the sheet is laid out, and gives its height. */
export async function paperReady(page: Page): Promise<number> {
  return laidOut((script) => page.evaluate(script));
}

/** A page that only shows a document asks its host who it is, and nothing else. */
function onlyInfo({ locale }: PrintJob): HostAbilities {
  const info: HostInfo = {
    kind: 'browser',
    version: '',
    platform: process.platform,
    folder: '',
    demo: false,
    canMove: false,
    systemLocale: locale,
  };
  return new Proxy({} as HostAbilities, {
    get: (_target, name) => async () => {
      if (name === 'info') return info;
      throw new Error('A sheet of paper asks nothing of its host.');
    },
  });
}

export type RenderedPdf = { readonly bytes: Uint8Array; readonly widthMm: number; readonly heightMm: number };

/** A job as a PDF of exactly its paper's size, laid out by the same sheets that the window shows. Rejects with `NothingToPrint`. */
export async function renderPdf(job: PrintJob, options: PdfOptions): Promise<RenderedPdf> {
  const width = paperWidthPx(job.paper);
  const browser = await openChromium({
    headless: true,
    files: options.files,
    locale: job.locale,
    // Low, so that a roll's measured height is its content's and not the window's.
    viewport: { width, height: 100 },
  });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await openDoor(page, { connect: options.connect, abilities: onlyInfo(job) });
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.goto(`${browserOrigin}${paperRoute(job)}`);
    const contentPx = await paperReady(page);
    const { widthMm, heightMm } = sheetSizeMm({ paper: job.paper, contentPx });
    const bytes = await page.pdf({
      width: `${mmToInches(widthMm)}in`,
      height: `${mmToInches(heightMm)}in`,
      margin: { top: 0, right: 0, bottom: 0, left: 0 },
      printBackground: true,
      preferCSSPageSize: false,
    });
    return { bytes, widthMm, heightMm };
  } finally {
    await browser.close();
  }
}

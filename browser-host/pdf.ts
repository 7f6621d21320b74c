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

/** A page that only shows a document asks its host who it is and says how it looks, and nothing else. */
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
      if (name === 'showAs') return undefined;
      throw new Error('A sheet of paper asks nothing of its host.');
    },
  });
}

export type SheetSize = { readonly widthMm: number; readonly heightMm: number };
export type RenderedPdf = SheetSize & { readonly bytes: Uint8Array };

/** Lays the sheets of a job out on a page that shows nothing else; gives their size. Rejects with `NothingToPrint`. */
export async function layOut(page: Page, job: PrintJob, connect: Behind['connect']): Promise<SheetSize> {
  await openDoor(page, { connect, abilities: onlyInfo(job) });
  // Low, so that a roll's measured height is its content's and not the window's.
  await page.setViewportSize({ width: paperWidthPx(job.paper), height: 100 });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.goto(`${browserOrigin}${paperRoute(job)}`);
  const contentPx = await paperReady(page);
  return sheetSizeMm({ paper: job.paper, contentPx });
}

/** Laid-out sheets as a PDF of exactly their size. */
export function pdfOf(page: Page, { widthMm, heightMm }: SheetSize): Promise<Uint8Array> {
  return page.pdf({
    width: `${mmToInches(widthMm)}in`,
    height: `${mmToInches(heightMm)}in`,
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    printBackground: true,
    preferCSSPageSize: false,
  });
}

/** A job as a PDF, laid out by the same sheets that the window shows, in a browser of its own. Rejects with `NothingToPrint`. */
export async function renderPdf(job: PrintJob, { connect, files }: PdfOptions): Promise<RenderedPdf> {
  const browser = await openChromium({ headless: true, files, locale: job.locale });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const size = await layOut(page, job, connect);
    return { bytes: await pdfOf(page, size), ...size };
  } finally {
    await browser.close();
  }
}

import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openChromium } from '../../browser-host/chromium.ts';
import { openDoor } from '../../browser-host/door.ts';
import type { Channel } from '../../contract/channels.ts';
import type { HostAbilities, PrintJob } from '../../contract/host.ts';
import { type Answerer, serve } from '../../contract/wire.ts';
import { laidOut } from '../../host/laid-out.ts';
import { loopback } from '../../host/loopback.ts';
import { mmToInches, paperRoute, paperWidthPx, sheetSizeMm } from '../../host/paper.ts';
import { browserOrigin, windowFiles } from '../../host/window-files.ts';

/** Lays sheets out one after another in one browser, at an hour that stands still. */
export type PaperDesk = {
  /** Gives the laid-out page to `use`, and closes it. */
  withSheet<Result>(job: PrintJob, use: (page: Page, size: SheetSize) => Promise<Result>): Promise<Result>;
  pdf(job: PrintJob): Promise<Uint8Array>;
  close(): Promise<void>;
};
export type SheetSize = { readonly widthMm: number; readonly heightMm: number };

const files = windowFiles(fileURLToPath(new URL('../../out/renderer', import.meta.url)));

export async function paperDesk(answer: Answerer, now: number): Promise<PaperDesk> {
  const browser = await openChromium({ headless: true, files, locale: 'zh-CN', viewport: { width: 900, height: 100 } });
  const connect = (): Channel => {
    const [window, shop] = loopback();
    serve(shop, answer);
    return { ...window, close: () => undefined };
  };
  const withSheet: PaperDesk['withSheet'] = async (job, use) => {
    const page = await browser.context.newPage();
    try {
      await openDoor(page, { connect, abilities: asksNothing });
      await page.clock.setFixedTime(now);
      await page.setViewportSize({ width: paperWidthPx(job.paper), height: 100 });
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      await page.goto(`${browserOrigin}${paperRoute(job)}`);
      const contentPx = await laidOut((script) => page.evaluate(script));
      return await use(page, sheetSizeMm({ paper: job.paper, contentPx }));
    } finally {
      await page.close();
    }
  };
  return { withSheet, pdf: (job) => withSheet(job, printed), close: () => browser.close() };
}

function printed(page: Page, { widthMm, heightMm }: SheetSize): Promise<Uint8Array> {
  const [width, height] = [`${mmToInches(widthMm)}in`, `${mmToInches(heightMm)}in`];
  return page.pdf({ width, height, printBackground: true });
}

/** What a sheet asks of its host: only who it is. */
const asksNothing = {
  info: async () => ({ kind: 'browser', version: '', platform: '', folder: '', demo: false, systemLocale: 'zh-CN' }),
} as unknown as HostAbilities;

import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openChromium } from '../../browser-host/chromium.ts';
import { layOut, pdfOf, type SheetSize } from '../../browser-host/pdf.ts';
import type { ProcedureName } from '../../contract/api.ts';
import type { Channel } from '../../contract/channels.ts';
import type { PrintJob } from '../../contract/host.ts';
import { serve } from '../../contract/wire.ts';
import { type TestShop, testNow } from '../../fixtures/shop.ts';
import { loopback } from '../../host/loopback.ts';
import { windowFiles } from '../../host/window-files.ts';

/** Lays sheets of a test shop out, in one browser as the host does in one of its own, at the hour of all test shops. */
export type PaperDesk = {
  /** Gives the laid-out page to `use`, and closes it. */
  withSheet<Result>(job: PrintJob, use: (page: Page, size: SheetSize) => Promise<Result>): Promise<Result>;
  pdf(job: PrintJob): Promise<Uint8Array>;
  close(): Promise<void>;
};

const files = windowFiles(fileURLToPath(new URL('../../out/renderer', import.meta.url)));

export async function paperDesk({ ask }: Pick<TestShop, 'ask'>): Promise<PaperDesk> {
  const browser = await openChromium({ headless: true, files, locale: 'zh-CN' });
  const connect = (): Channel => {
    const [window, shop] = loopback();
    serve(shop, ({ name, input }) => ask(name as ProcedureName, input as never));
    return { ...window, close: () => undefined };
  };
  const withSheet: PaperDesk['withSheet'] = async (job, use) => {
    const page = await browser.context.newPage();
    try {
      await page.clock.setFixedTime(testNow);
      return await use(page, await layOut(page, job, connect));
    } finally {
      await page.close();
    }
  };
  return { withSheet, pdf: (job) => withSheet(job, pdfOf), close: () => browser.close() };
}

import type { Page } from 'playwright-core';
import type { HostAbilities, PrintJob } from '../../contract/host.ts';
import { type PdfFacts, pdfFacts } from './pdf-facts.ts';

/** A document as the host keeps it as a file, asked for through the window's own bridge, as a button does it. */
export async function savedPdf(page: Page, job: PrintJob): Promise<PdfFacts> {
  const path = await page.evaluate(
    (asked) => (window as unknown as { backshelf: { host: HostAbilities } }).backshelf.host.savePdf(asked),
    job,
  );
  return pdfFacts(path);
}

import type { Page } from 'playwright-core';
import type { HostAbilities, PrintJob } from '../../contract/host.ts';
import { type PdfFacts, pdfFacts } from './pdf-facts.ts';

/** One sheet, of which copy nobody asks. */
type Asked = Omit<PrintJob, 'sheets'> & { readonly number: string };

/** A document as the host keeps it as a file, asked for through the window's own bridge, as a button does it once its copy is counted. */
export async function savedPdf(page: Page, { number, ...rest }: Asked): Promise<PdfFacts> {
  const job: PrintJob = { ...rest, sheets: [{ number, copy: 0 }] };
  const path = await page.evaluate(
    (asked) => (window as unknown as { backshelf: { host: HostAbilities } }).backshelf.host.savePdf(asked),
    job,
  );
  return pdfFacts(path);
}

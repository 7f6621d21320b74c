import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AskedAbilities, ChosenPrinter, HostInfo, PrintJob } from '../contract/host.ts';
import type { CommonAbilities } from '../host/common-abilities.ts';
import { cupsPrinters, printPdf } from '../host/cups.ts';
import { paperRoute, pdfName } from '../host/paper.ts';
import type { Reach } from '../host/reach.ts';
import { saveText } from '../host/save-text.ts';
import type { WindowFiles } from '../host/window-files.ts';
import type { Behind } from './door.ts';
import { type PdfOptions, paperReady, renderPdf } from './pdf.ts';
import type { Pickers } from './pick.ts';
import { openAddress, showInFileManager } from './show.ts';

type Parts = {
  readonly info: () => HostInfo;
  readonly page: Page;
  readonly pickers: Pickers;
  readonly reach: Reach;
  readonly openPaper: (route: string) => Promise<Page>;
  readonly connect: Behind['connect'];
  readonly files: WindowFiles;
  readonly switchTo: (to: 'own' | 'demo') => Promise<void>;
  readonly common: CommonAbilities;
};

/** What the window may ask of the browser host. Arguments have been checked at the door. */
export function browserAbilities(parts: Parts): AskedAbilities {
  const remember = (path: string | undefined): string | undefined => {
    if (path) parts.reach.pick(path);
    return path;
  };
  return {
    info: async () => parts.info(),
    pickFile: async ({ extensions }) => remember(await parts.pickers.pickFile(extensions)),
    pickFolder: async () => remember(await parts.pickers.pickFolder()),
    reveal: async (path) => {
      if (!(await parts.reach.allows(path))) throw new Error(`Not below the shop's folder or a picked one: ${path}`);
      await showInFileManager(path);
    },
    printers: cupsPrinters,
    print: async (job) => {
      if (job.printer?.direct) return printDirectly(job, job.printer, parts);
      const paper = await parts.openPaper(paperRoute(job));
      try {
        await paperReady(paper);
        await paper.evaluate(() => print());
      } finally {
        await paper.close();
      }
    },
    savePdf: async (job) => {
      const path = join(parts.info().folder, 'exports', pdfName(job));
      const { bytes } = await renderPdf(job, parts);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, bytes);
      return path;
    },
    switchShop: parts.switchTo,
    copyText: (text) => copyText(parts.page, text),
    saveText: (file) => saveText(parts.info().folder, file),
    notify: (said) => parts.page.evaluate(showNotification, said),
    openMail: openAddress,
    // The page is all there is: a browser has no menu of ours.
    showAs: async () => {},
    ...parts.common,
    // The browser is the system's, and the program a checkout: there is nothing to install over.
    chooseUpdate: async () => ({ refused: { code: 'not-installed' } }),
    startUpdate: async () => ({ code: 'not-installed' }),
  };
}

/** A printer that is not there any more would be another's name for whatever the system takes for it: it is refused. */
async function printDirectly(job: PrintJob, printer: ChosenPrinter, options: PdfOptions): Promise<void> {
  const printers = await cupsPrinters();
  if (!printers.some(({ name }) => name === printer.name)) throw new Error(`No such printer: ${printer.name}`);
  const { bytes, ...size } = await renderPdf(job, options);
  await printPdf(bytes, printer, size);
}

/** Runs in the page, as text. Where the browser shows no notifications, the list says it all the same. */
function showNotification({ title, text }: { readonly title: string; readonly text: string }): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { body: text, silent: true });
  shown.addEventListener('click', () => focus());
}

/** The browser lets only a page that the person just used write to the clipboard: the click that asked for it counts. */
async function copyText(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const expression = `navigator.clipboard.writeText(${JSON.stringify(text)})`;
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    userGesture: true,
  });
  await session.detach();
  if (exceptionDetails)
    throw new Error(`The clipboard refused the text: ${exceptionDetails.exception?.description ?? ''}`);
}

import type { BrowserWindow, WebContents, WebContentsPrintOptions } from 'electron';
import type { ChosenPrinter, PrinterOnPc, PrintJob } from '../contract/host.ts';
import { defaultPrinter } from '../host/cups.ts';
import { laidOut } from '../host/laid-out.ts';
import { mmToInches, mmToMicrons, paperRoute, paperWidthPx, sheetSizeMm } from '../host/paper.ts';
import { electronOrigin } from '../host/window-files.ts';
import { openPaperWindow } from './window.ts';

/** A world of its own beside the page's, so that nothing of the page is in reach. */
const ownWorld = 1001;

type Sheet = { readonly contents: WebContents; readonly widthMm: number; readonly heightMm: number };

/** Lays the sheets of a job out in a hidden window, hands it over and closes the window again. */
async function withSheet<Result>(
  job: PrintJob,
  { parent, use }: { parent: BrowserWindow; use: (sheet: Sheet) => Promise<Result> },
): Promise<Result> {
  const window = openPaperWindow({ widthPx: paperWidthPx(job.paper), parent });
  try {
    await window.loadURL(`${electronOrigin}${paperRoute(job)}`);
    const contents = window.webContents;
    const contentPx = await laidOut((code) => contents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code }]));
    return await use({ contents, ...sheetSizeMm({ paper: job.paper, contentPx }) });
  } finally {
    window.destroy();
  }
}

/** The words with which Electron says that the person turned back at the print dialogue. */
const turnedBack = /cancel/i;

/** What the system names its printers; which one is usual, Electron does not say. */
export async function printersOf(parent: BrowserWindow): Promise<PrinterOnPc[]> {
  const [printers, usual] = await Promise.all([parent.webContents.getPrintersAsync(), defaultPrinter()]);
  return printers.map(({ name, displayName }) => ({ name, label: displayName || name, isDefault: name === usual }));
}

/** Silently to a printer that is taken directly; else to the system's print dialogue, with the printer chosen in it where there is one. */
const wayTo = (printer: ChosenPrinter | undefined): WebContentsPrintOptions =>
  printer ? { silent: printer.direct, deviceName: printer.name, copies: printer.copies } : {};

/** Electron takes A4 for granted unless the size is given. */
export async function printPaper(job: PrintJob, parent: BrowserWindow): Promise<void> {
  await withSheet(job, {
    parent,
    use: ({ contents, widthMm, heightMm }) =>
      new Promise<void>((resolve, reject) => {
        const pageSize = { width: mmToMicrons(widthMm), height: mmToMicrons(heightMm) };
        const options = { pageSize, margins: { marginType: 'none' as const }, printBackground: true };
        contents.print({ ...options, ...wayTo(job.printer) }, (done, reason) => {
          if (done || turnedBack.test(reason)) resolve();
          else reject(new Error(`The printer did not take the sheet: ${reason}`));
        });
      }),
  });
}

export async function paperPdf(job: PrintJob, parent: BrowserWindow): Promise<Uint8Array> {
  return withSheet(job, {
    parent,
    use: ({ contents, widthMm, heightMm }) =>
      contents.printToPDF({
        pageSize: { width: mmToInches(widthMm), height: mmToInches(heightMm) },
        margins: { top: 0, right: 0, bottom: 0, left: 0 },
        printBackground: true,
        preferCSSPageSize: false,
      }),
  });
}

import type { BrowserWindow, WebContents } from 'electron';
import type { PrintJob } from '../contract/host.ts';
import { mmToInches, mmToMicrons, paperRoute, paperWidthPx, sheetHeightScript, sheetSizeMm } from '../host/paper.ts';
import { electronOrigin } from '../host/window-files.ts';
import { openPaperWindow } from './window.ts';

/** Waits in the page until the sheet is laid out, then tells how high it came out. */
const whenLaidOut = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => root.dataset.paper === 'ready' && resolve(${sheetHeightScript});
  new MutationObserver(look).observe(root, { attributes: true });
  look();
})`;
const layoutWithinMs = 20_000;
/** A world of its own beside the page's, so that nothing of the page is in reach. */
const ownWorld = 1001;

async function laidOut(contents: WebContents): Promise<number> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error('The sheet of paper was not laid out in time.')), layoutWithinMs);
  });
  try {
    return await Promise.race([contents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: whenLaidOut }]), tooLate]);
  } finally {
    clearTimeout(late);
  }
}

type Sheet = { readonly contents: WebContents; readonly widthMm: number; readonly heightMm: number };

/** Lays one document out in a hidden window, hands it over and closes the window again. */
async function withSheet<Result>(
  job: PrintJob,
  { parent, use }: { parent: BrowserWindow; use: (sheet: Sheet) => Promise<Result> },
): Promise<Result> {
  const window = openPaperWindow({ widthPx: paperWidthPx(job.paper), parent });
  try {
    await window.loadURL(`${electronOrigin}${paperRoute(job)}`);
    const contentPx = await laidOut(window.webContents);
    return await use({ contents: window.webContents, ...sheetSizeMm({ paper: job.paper, contentPx }) });
  } finally {
    window.destroy();
  }
}

/** The words with which Electron says that the person turned back at the print dialogue. */
const turnedBack = /cancel/i;

/** To the system's print dialogue. Electron takes A4 for granted unless the size is given. */
export async function printPaper(job: PrintJob, parent: BrowserWindow): Promise<void> {
  await withSheet(job, {
    parent,
    use: ({ contents, widthMm, heightMm }) =>
      new Promise<void>((resolve, reject) => {
        const pageSize = { width: mmToMicrons(widthMm), height: mmToMicrons(heightMm) };
        contents.print({ pageSize, margins: { marginType: 'none' }, printBackground: true }, (done, reason) => {
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

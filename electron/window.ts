import { join } from 'node:path';
import { app, BrowserWindow, type WebPreferences } from 'electron';
import { electronOrigin } from '../host/window-files.ts';
import type { fittedPlace } from '../host/window-place.ts';

/** The same for every window: the page sees nothing of Node or Electron but the bridge that the preload script puts up. */
const webPreferences = {
  preload: join(import.meta.dirname, 'preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  // A file or link that is let go over the page leads nowhere.
  navigateOnDragDrop: false,
  // A page of a shop that is open before customers is nobody's to look into.
  devTools: !app.isPackaged,
  // Its dictionaries would be fetched from the network.
  spellcheck: false,
} satisfies WebPreferences;

/** The one window of the program, in the place it had. */
export function openMainWindow({ bounds, isMaximized }: ReturnType<typeof fittedPlace>): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Backshelf 回架',
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences,
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  void window.loadURL(`${electronOrigin}/`);
  return window;
}

/** A window that is never shown and holds one sheet of paper. */
export function openPaperWindow({ widthPx, parent }: { widthPx: number; parent: BrowserWindow }): BrowserWindow {
  // Low, so that a roll's measured height is its content's and not the window's.
  return new BrowserWindow({ show: false, parent, useContentSize: true, width: widthPx, height: 100, webPreferences });
}

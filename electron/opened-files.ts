import { app, type BrowserWindow } from 'electron';
import { canOpen, openedFile } from '../host/opened-file.ts';

type Opened = { readonly open: (path: string) => void; readonly window: () => BrowserWindow | undefined };

function focus(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/**
 * Files that the system hands to the program: those it was started with, those of a second start, and those macOS sends. They are only shown where
 * they can be taken in; a second start without one brings the window to the front. To be called before the app is ready.
 */
export function hearOpenedFiles({ open, window }: Opened): void {
  const show = (path: string | undefined): void => {
    if (path !== undefined && canOpen(path)) open(path);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show(path);
    focus(window());
  });
  app.on('second-instance', (_event, args, workingFolder) => {
    show(openedFile(args.slice(1), workingFolder));
    focus(window());
  });
  // Unpackaged, the first argument is the program's own folder, which is no file.
  show(openedFile(process.argv.slice(1), process.cwd()));
}

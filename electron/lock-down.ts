import type { App, Session, WebContents } from 'electron';
import { electronOrigin } from '../host/window-files.ts';

/** No camera, no notifications, no devices, nothing: the window needs none of it. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** The page may reload itself; it may never lead anywhere else. */
function isOurPage(url: string): boolean {
  return url === `${electronOrigin}/` || url.startsWith(`${electronOrigin}/#`);
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Holds for every window there will ever be, however it came about. */
export function lockDownEverything(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
}

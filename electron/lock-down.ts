import type { App, Dialog, WebContents } from 'electron';
import { electronOrigin } from '../host/window-files.ts';
import { refusedSwitch } from './refused-switches.ts';
import { guardSession } from './session-guard.ts';

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
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Calls from page to page are no requests that could be cancelled: without a proxy they find no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Holds for every window and every session there will ever be, however they came about. */
export function lockDownEverything(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
  app.on('session-created', (session) => guardSession(session, { packaged: app.isPackaged }));
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
}

/**
 * A shop's program is not to be started so that another one can look into it, or without its walls. Says so and ends, in both languages,
 * since the person's is not known yet. Gives whether it may go on.
 */
export function startedPlainly(app: App, dialog: Dialog): boolean {
  if (!app.isPackaged) return true;
  const found = refusedSwitch(process.argv.slice(1), process.platform);
  if (found === undefined) return true;
  dialog.showErrorBox(
    'Backshelf 回架',
    `程序没有启动：启动参数 ${found} 会让别的程序看到或改动这里的数据。请去掉它，从桌面图标重新打开。\n\nNot started: the switch ${found} would let other programs look into the shop or change it. Remove it and start from the icon.`,
  );
  app.exit(1);
  return false;
}

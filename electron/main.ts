import { app, type BrowserWindow, dialog, MessageChannelMain, session } from 'electron';
import type { Channel } from '../contract/channels.ts';
import type { HostInfo } from '../contract/host.ts';
import { backUpShop } from '../host/back-up-shop.ts';
import { demoFolder, shopFolder } from '../host/folders.ts';
import { type Keeper, keepShop } from '../host/keeper.ts';
import { reachOf } from '../host/reach.ts';
import { askSecondFolder } from '../host/second-folder.ts';
import { electronAbilities } from './abilities.ts';
import { type Door, openDoor } from './door.ts';
import { lockDownEverything, startedPlainly } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { portTransport } from './port-transport.ts';
import { declareScheme, serveWindow } from './scheme.ts';
import { guardSession } from './session-guard.ts';
import { forkShop, type ShopChild } from './shop-child.ts';
import { installation } from './update.ts';
import { openMainWindow } from './window.ts';

const ownFolder = shopFolder();

function hostInfo(folder: string): HostInfo {
  const way = installation();
  return {
    kind: 'electron',
    version: app.getVersion(),
    platform: process.platform,
    folder,
    demo: folder !== ownFolder,
    systemLocale: app.getLocale(),
    ...(way && { installedAs: way.installedAs }),
  };
}

/** The host's own way to the shop. */
function connect(shop: ShopChild | undefined): Channel | undefined {
  if (!shop) return undefined;
  const { port1, port2 } = new MessageChannelMain();
  shop.connect(port1);
  return portTransport(port2);
}

/** Opens the one window with the shop behind it. */
function open(): { window: BrowserWindow; keeper: Keeper<ShopChild> } {
  // Both exist before the first message of a window can arrive.
  let door: Door | undefined;
  const keeper = keepShop<ShopChild>({
    start: forkShop,
    folder: ownFolder,
    onGone: () => door?.shopGone(),
    onRestarted: () => door?.shopRestarted(),
  });
  const abilities = electronAbilities({
    info: () => hostInfo(keeper.folder()),
    window: () => window,
    reach: reachOf({ shopFolder: keeper.folder, secondFolder: () => askSecondFolder(() => connect(keeper.current())) }),
    switchTo: (to) => keeper.switchTo(to === 'demo' ? demoFolder(ownFolder) : ownFolder),
    shop: {
      backUp: () => backUpShop(() => connect(keeper.current())),
      closeShop: keeper.stop,
      reopenShop: () => keeper.switchTo(keeper.folder()),
    },
  });
  door = openDoor({ shop: keeper.current, abilities });
  const window = openMainWindow();
  return { window, keeper };
}

/** The shop closes its file, and makes its last backup, before the program ends. */
function closeShopFirst(keeper: Keeper<ShopChild>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void keeper.stop().then(() => {
      closed = true;
      app.quit();
    });
  });
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

async function start(): Promise<void> {
  await app.whenReady();
  serveWindow(session.defaultSession);
  guardSession(session.defaultSession, { packaged: app.isPackaged });
  setMenu({ locale: app.getLocale(), packaged: app.isPackaged });
  const { window, keeper } = open();
  app.on('second-instance', () => focus(window));
  app.on('window-all-closed', () => app.quit());
  closeShopFirst(keeper);
}

// Beside the shop, not in it: what the browser part keeps for itself is no part of what the person owns.
app.setPath('userData', `${ownFolder}-window`);
app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
declareScheme();
lockDownEverything(app);
if (startedPlainly(app, dialog)) {
  if (app.requestSingleInstanceLock()) void start();
  else app.quit();
}

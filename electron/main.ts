import { app, dialog, session } from 'electron';
import type { Look } from '../contract/host.ts';
import type { HostAsk } from '../contract/host-bridge.ts';
import { errorKind } from '../contract/log-line.ts';
import { homeOf } from '../host/home.ts';
import type { Keeper } from '../host/keeper.ts';
import { programLog } from '../host/program-log.ts';
import { type Desk, openDesk } from './desk.ts';
import { lockDownEverything, startedPlainly } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { hearOpenedFiles } from './opened-files.ts';
import { bringCrashedPageBack } from './page-crash.ts';
import { restWithThePc } from './power.ts';
import { declareScheme, serveWindow } from './scheme.ts';
import { guardSession } from './session-guard.ts';
import type { ShopChild } from './shop-child.ts';

const home = homeOf();
const log = programLog(home);

let desk: Desk | undefined;
/** What was to be asked of the window before there was one. */
const early: HostAsk[] = [];
/** Until the window has said how it looks. */
let look: Pick<Look, 'locale' | 'textPercent'> = {
  locale: app.getLocale().startsWith('zh') ? 'zh-CN' : 'en',
  textPercent: 100,
};

function ask(asked: HostAsk): void {
  if (desk) desk.door.ask(asked);
  else early.push(asked);
}

function showMenu(): void {
  const act = (action: (HostAsk & { do: 'act' })['action']): void => ask({ do: 'act', action });
  setMenu({ look, platform: process.platform, packaged: app.isPackaged, act });
}

/** The shop closes its file, and makes its last backup, before the program ends. */
function closeShopFirst(keeper: Keeper<ShopChild>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void keeper.stop().then(() => {
      closed = true;
      log.say('the program ends');
      app.quit();
    });
  });
}

async function start(): Promise<void> {
  hearOpenedFiles({ open: (path) => ask({ do: 'open', path }), window: () => desk?.window });
  await app.whenReady();
  log.say(`Backshelf ${app.getVersion()} starts on ${process.platform}`);
  serveWindow(session.defaultSession);
  guardSession(session.defaultSession, { packaged: app.isPackaged });
  showMenu();
  desk = openDesk({
    home,
    log,
    showAs: (asked) => {
      look = asked;
      showMenu();
    },
  });
  const { window, keeper, lock } = desk;
  for (const asked of early.splice(0)) ask(asked);
  bringCrashedPageBack(window, { locale: () => look.locale, say: log.say });
  restWithThePc({ window, rest: () => keeper.current()?.rest(), lock, say: log.say });
  app.on('window-all-closed', () => app.quit());
  closeShopFirst(keeper);
}

process.on('uncaughtExceptionMonitor', (error) => log.say(`bug in the program: ${errorKind(error)}`));
// Beside the shop, not in it: what the browser part keeps for itself is no part of what the person owns.
app.setPath('userData', `${home.base}-window`);
app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
declareScheme();
lockDownEverything(app);
if (startedPlainly(app, dialog)) {
  if (app.requestSingleInstanceLock()) void start();
  else app.quit();
}

import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Channel } from '../contract/channels.ts';
import type { AskedAbilities, HostInfo } from '../contract/host.ts';
import type { HostAsk } from '../contract/host-bridge.ts';
import { commonAbilities } from '../host/common-abilities.ts';
import { demoFolder } from '../host/folders.ts';
import { fixedHome, type Home } from '../host/home.ts';
import { type Keeper, keepShop } from '../host/keeper.ts';
import type { Log } from '../host/log.ts';
import { moverOf } from '../host/move-shop.ts';
import { reachOf } from '../host/reach.ts';
import { askSecondFolder } from '../host/second-folder.ts';
import type { WindowFiles } from '../host/window-files.ts';
import { browserAbilities } from './abilities.ts';
import { openChromium } from './chromium.ts';
import type { Behind } from './door.ts';
import { type Pickers, systemPickers } from './pick.ts';
import { errandsBy, forkShop, type ShopChild, type ShopProgram, shopProcessEntry } from './shop-child.ts';
import { type Windows, windowsOf } from './windows.ts';

const licencesFile = (): string => fileURLToPath(new URL('../out/THIRD-PARTY-LICENSES.txt', import.meta.url));

export type BrowserHostOptions = {
  readonly folder: string;
  /** Says where that folder may move to; without it the shop stays there. */
  readonly home?: Home;
  readonly log?: Log;
  /** The window's compiled page. */
  readonly files: WindowFiles;
  readonly version: string;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** The page of the window to begin with. */
  readonly route?: string;
  /** Done on the started shop before the window shows its first page. */
  readonly prepare?: (started: Pick<BrowserHost, 'page' | 'connect'>) => Promise<void>;
  /** How files and folders are chosen; without it by the system's own dialogs. */
  readonly pickers?: (page: Page) => Pickers;
  /** The program of the shop's process. */
  readonly shopEntry?: string;
};

export type BrowserHost = {
  readonly page: Page;
  /** A way to the shop beside the windows'; nothing while the shop is gone. */
  connect(): Channel | undefined;
  /** Asks the window for what another host's menu, or the system, would. */
  ask(ask: HostAsk): void;
  /** The shop's process, as long as there is one. */
  shopPid(): number | undefined;
  /** Settles when the person closed the window, or `close` did. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
};

const noLog: Log = { say: () => undefined, last: () => [] };

/** Opens Backshelf's window in an installed Chromium, with the shop in a process of its own behind it. */
export async function launchBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { context, close: closeBrowser } = await openChromium({ headless: false, ...options });
  const windows = windowsOf(context, () => behind);
  const { home = fixedHome(options.folder), log = noLog } = options;
  const program = { entry: options.shopEntry ?? shopProcessEntry, say: log.say };
  const keeper = keepShop<ShopChild>({
    start: (folder) => {
      const isMoved = home.isMoved() && folder === home.folder();
      return forkShop(program, { folder, errand: isMoved ? 'serve-moved' : 'serve' });
    },
    folder: home.folder(),
    onGone: windows.shopGone,
    onRestarted: windows.shopRestarted,
    say: log.say,
  });
  // Whoever closes the browser, a person or a program: the shop goes after it.
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
    .then(keeper.stop)
    .then(closeBrowser);
  const close = (): Promise<void> => context.close().then(() => closed);

  const page = context.pages()[0] ?? (await context.newPage());
  page.once('close', () => void context.close());
  const connect = (): Channel | undefined => keeper.current()?.connect();
  const behind: Behind = { connect, abilities: abilitiesOf({ options, page, keeper, windows, home, log, program }) };
  try {
    await options.prepare?.({ page, connect });
    await windows.open(page, options.route ?? '/');
  } catch (error) {
    await close();
    throw error;
  }
  return { page, connect, ask: windows.ask, shopPid: () => keeper.current()?.pid, closed, close };
}

type Parts = {
  readonly options: BrowserHostOptions;
  readonly page: Page;
  readonly keeper: Keeper<ShopChild>;
  readonly windows: Windows;
  readonly home: Home;
  readonly log: Log;
  readonly program: ShopProgram;
};

function abilitiesOf({ options, page, keeper, windows, home, log, program }: Parts): AskedAbilities {
  const connect = (): Channel | undefined => keeper.current()?.connect();
  const info = (): HostInfo => hostInfo({ options, home, folder: keeper.folder() });
  const reach = reachOf({ shopFolder: keeper.folder, secondFolder: () => askSecondFolder(connect) });
  const mover = moverOf({ home, keeper, runErrand: errandsBy(program) });
  const { node } = process.versions;
  return browserAbilities({
    info,
    page,
    pickers: (options.pickers ?? systemPickers)(page),
    reach,
    common: commonAbilities({ info, log, licencesFile, versions: { node }, keeper, mover, reach, connect }),
    openPaper: windows.openAnother,
    connect,
    files: options.files,
    switchTo: (to) => keeper.switchTo(to === 'demo' ? demoFolder(home.folder()) : home.folder()),
  });
}

type InfoParts = { readonly options: BrowserHostOptions; readonly home: Home; readonly folder: string };

function hostInfo({ options, home, folder }: InfoParts): HostInfo {
  return {
    kind: 'browser',
    version: options.version,
    platform: process.platform,
    folder,
    demo: folder !== home.folder(),
    canMove: home.canMove,
    systemLocale: options.locale ?? Intl.DateTimeFormat().resolvedOptions().locale,
  };
}

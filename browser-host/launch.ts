import type { Page } from 'playwright-core';
import type { Channel } from '../contract/channels.ts';
import type { HostInfo } from '../contract/host.ts';
import { demoFolder } from '../host/folders.ts';
import { type Keeper, keepShop } from '../host/keeper.ts';
import { reachOf } from '../host/reach.ts';
import { browserOrigin, type WindowFiles } from '../host/window-files.ts';
import { browserAbilities } from './abilities.ts';
import { openChromium } from './chromium.ts';
import { type Behind, type Door, openDoor } from './door.ts';
import { type Pickers, systemPickers } from './pick.ts';
import { forkShop, type ShopChild, shopProcessEntry } from './shop-child.ts';

export type BrowserHostOptions = {
  readonly folder: string;
  /** The window's compiled page. */
  readonly files: WindowFiles;
  readonly version: string;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** The page of the window to begin with. */
  readonly route?: string;
  /** How files and folders are chosen; without it by the system's own dialogs. */
  readonly pickers?: (page: Page) => Pickers;
  /** The program of the shop's process. */
  readonly shopEntry?: string;
};

export type BrowserHost = {
  readonly page: Page;
  /** A way to the shop beside the windows'; nothing while the shop is gone. */
  connect(): Channel | undefined;
  /** The shop's process, as long as there is one. */
  shopPid(): number | undefined;
  /** Settles when the person closed the window, or `close` did. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
};

/** Opens Backshelf's window in an installed Chromium, with the shop in a process of its own behind it. */
export async function launchBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const doors = new Map<Page, Door>();
  const keeper = keepShop<ShopChild>({
    start: (folder) => forkShop({ folder, entry: options.shopEntry ?? shopProcessEntry }),
    folder: options.folder,
    onGone: () => doors.forEach((door) => void door.shopGone()),
    onRestarted: () => doors.forEach((door) => void door.shopRestarted()),
  });
  const browser = await openChromium({ headless: false, ...options }).catch(async (error: unknown) => {
    await keeper.stop();
    throw error;
  });
  const { context } = browser;
  const page = context.pages()[0] ?? (await context.newPage());

  const connect = (): Channel | undefined => keeper.current()?.connect();

  async function open(opened: Page, route: string): Promise<void> {
    doors.set(opened, await openDoor(opened, behind));
    opened.once('close', () => doors.delete(opened));
    await opened.goto(`${browserOrigin}${route}`);
  }
  const abilities = browserAbilities({
    info: () => hostInfo(options, keeper),
    page,
    pickers: (options.pickers ?? systemPickers)(page),
    reach: reachOf(keeper.folder),
    openPaper: async (route) => {
      const paper = await context.newPage();
      await open(paper, route);
      return paper;
    },
    connect,
    files: options.files,
    switchTo: (to) => keeper.switchTo(to === 'demo' ? demoFolder(options.folder) : options.folder),
  });
  const behind: Behind = { connect, abilities };

  // The person closes the window: the browser goes with its last page, the shop after it.
  page.once('close', () => void context.close());
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
    .then(() => keeper.stop())
    .then(() => browser.close());
  await open(page, options.route ?? '/');
  return {
    page,
    connect,
    shopPid: () => keeper.current()?.pid,
    closed,
    close: async () => {
      await context.close();
      await closed;
    },
  };
}

function hostInfo(options: BrowserHostOptions, keeper: Keeper<ShopChild>): HostInfo {
  return {
    kind: 'browser',
    version: options.version,
    platform: process.platform,
    folder: keeper.folder(),
    demo: keeper.folder() !== options.folder,
    systemLocale: options.locale ?? Intl.DateTimeFormat().resolvedOptions().locale,
  };
}

import { join } from 'node:path';
import { app, type BrowserWindow, MessageChannelMain } from 'electron';
import type { Channel } from '../contract/channels.ts';
import type { AskedAbilities, HostInfo, Look } from '../contract/host.ts';
import { askShop } from '../host/ask-shop.ts';
import { backUpShop } from '../host/back-up-shop.ts';
import { commonAbilities } from '../host/common-abilities.ts';
import { demoFolder } from '../host/folders.ts';
import type { Home } from '../host/home.ts';
import { type Keeper, keepShop } from '../host/keeper.ts';
import type { Log } from '../host/log.ts';
import { moverOf } from '../host/move-shop.ts';
import { reachOf } from '../host/reach.ts';
import { askSecondFolder } from '../host/second-folder.ts';
import { electronAbilities } from './abilities.ts';
import { type Door, openDoor } from './door.ts';
import { portTransport } from './port-transport.ts';
import { errandsBy, forkShop, type ShopChild } from './shop-child.ts';
import { installation } from './update.ts';
import { openMainWindow } from './window.ts';
import { keepPlaceOf, placeFrom } from './window-place.ts';

export type Desk = {
  readonly window: BrowserWindow;
  readonly keeper: Keeper<ShopChild>;
  readonly door: Door;
  /** Nothing but signing in works until somebody does; a shop without people knows no locks. */
  lock(): void;
};
type Parts = { readonly home: Home; readonly log: Log; readonly showAs: (look: Look) => void };

function hostInfo(home: Home, folder: string): HostInfo {
  const way = installation();
  return {
    kind: 'electron',
    version: app.getVersion(),
    platform: process.platform,
    folder,
    demo: folder !== home.folder(),
    canMove: home.canMove,
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
export function openDesk(parts: Parts): Desk {
  const { home, log } = parts;
  // Both exist before the first message of a window can arrive.
  let door: Door | undefined;
  const keeper = keepShop<ShopChild>({
    start: (folder) =>
      forkShop({ folder, errand: home.isMoved() && folder === home.folder() ? 'serve-moved' : 'serve', say: log.say }),
    folder: home.folder(),
    onGone: (how) => door?.shopGone(how),
    onRestarted: () => door?.shopRestarted(),
    say: log.say,
  });
  door = openDoor({ shop: keeper.current, abilities: abilitiesOf({ ...parts, keeper, window: () => window }) });
  const placeFile = join(app.getPath('userData'), 'place.json');
  const window = openMainWindow(placeFrom(placeFile));
  keepPlaceOf(window, placeFile);
  const lock = (): void => void askShop(() => connect(keeper.current()), 'staff.signOut', {});
  return { window, keeper, door, lock };
}

/** Installed it lies among the program's resources, before that where it was compiled. */
const licencesFile = (): string =>
  join(app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '..'), 'THIRD-PARTY-LICENSES.txt');

type AbilityParts = Parts & { readonly keeper: Keeper<ShopChild>; readonly window: () => BrowserWindow };

function abilitiesOf({ home, log, showAs, keeper, window }: AbilityParts): AskedAbilities {
  const connected = (): Channel | undefined => connect(keeper.current());
  const info = (): HostInfo => hostInfo(home, keeper.folder());
  const reach = reachOf({ shopFolder: keeper.folder, secondFolder: () => askSecondFolder(connected) });
  const mover = moverOf({ home, keeper, runErrand: errandsBy(log.say) });
  const { electron, chrome, node } = process.versions;
  return electronAbilities({
    info,
    window,
    reach,
    switchTo: (to) => keeper.switchTo(to === 'demo' ? demoFolder(home.folder()) : home.folder()),
    showAs,
    common: commonAbilities({
      info,
      log,
      licencesFile,
      versions: { electron, chrome, node },
      keeper,
      mover,
      reach,
      connect: connected,
    }),
    shop: {
      shopFolder: () => home.folder(),
      backUp: () => backUpShop(connected),
      closeShop: keeper.stop,
      reopenShop: () => keeper.switchTo(keeper.folder()),
    },
  });
}

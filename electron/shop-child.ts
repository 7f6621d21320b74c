import { join } from 'node:path';
import { app, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ErrandNews, ShopErrand } from '../contract/move.ts';
import { hearLines } from '../host/heard-lines.ts';
import type { KeptProcess } from '../host/keeper.ts';
import type { RunErrand } from '../host/move-shop.ts';
import type { ToShop } from './messages.ts';

export type ShopChild = KeptProcess & { connect(port: MessagePortMain): void };
type Say = (line: string) => void;

/** A last backup of a big shop takes seconds; what takes longer than this hangs. */
const stopWithinMs = 30_000;

function fork(args: string[], say: Say): UtilityProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'shop-process.js'), args, {
    serviceName: 'Backshelf shop',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  hearLines(child.stderr, { say, echo: !app.isPackaged });
  return child;
}

/** The shop in a utility process; windows talk to it over ports of their own. */
export function forkShop(order: {
  readonly folder: string;
  readonly errand: ShopErrand;
  readonly say: Say;
}): ShopChild {
  const child = fork([order.folder, order.errand], order.say);
  let over = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true;
      resolve();
    });
  });
  return {
    connect: (port) => child.postMessage('connect' satisfies ToShop, [port]),
    onExit: (hear) => void child.once('exit', hear),
    rest: () => child.postMessage('rest' satisfies ToShop),
    stop: async () => {
      if (over) return;
      child.postMessage('close' satisfies ToShop);
      const force = setTimeout(() => child.kill(), stopWithinMs);
      await exited;
      clearTimeout(force);
    },
  };
}

/** The same program on an errand: it says how far it is, and ends. */
export function errandsBy(say: Say): RunErrand {
  return ({ errand, from, to }, { news, over }) => {
    const child = fork([from, errand, to], say);
    child.on('message', (said: ErrandNews) => {
      news(said);
      if (!('progress' in said)) child.kill();
    });
    child.once('exit', over);
    return { end: () => void child.kill() };
  };
}

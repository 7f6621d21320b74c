import { join } from 'node:path';
import { type MessagePortMain, utilityProcess } from 'electron';
import type { KeptProcess } from '../host/keeper.ts';
import type { ToShop } from './messages.ts';

export type ShopChild = KeptProcess & { connect(port: MessagePortMain): void };

/** A last backup of a big shop takes seconds; what takes longer than this hangs. */
const stopWithinMs = 30_000;

/** The shop in a utility process; windows talk to it over ports of their own. */
export function forkShop(folder: string): ShopChild {
  const child = utilityProcess.fork(join(import.meta.dirname, 'shop-process.js'), [folder], {
    serviceName: 'Backshelf shop',
  });
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
    stop: async () => {
      if (over) return;
      child.postMessage('close' satisfies ToShop);
      const force = setTimeout(() => child.kill(), stopWithinMs);
      await exited;
      clearTimeout(force);
    },
  };
}

import { splitTransport } from '../contract/channels.ts';
import type { Transport } from '../contract/wire.ts';
import { serveShop } from './serve.ts';
import type { Shop, ShopOptions } from './start.ts';

/** The pipe to the process that started this one, as `child_process.fork` made it. */
function parentTransport(): Transport {
  return {
    // What is said to a parent that is gone is lost; `disconnect` ends this process in any case.
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (hear) => void process.on('message', hear),
    onClose: (gone) => void process.once('disconnect', gone),
  };
}

/** Runs the shop of the folder in the first argument for the parent process, and ends when the parent lets go. */
export function runShopChild(start: (options: ShopOptions) => Shop): void {
  const folder = process.argv[2];
  if (!folder) throw new Error('The process of the shop was started without a folder.');
  const parent = parentTransport();
  const shop = serveShop(start({ folder, caresForItself: true, log: (line) => process.stderr.write(`${line}\n`) }));
  splitTransport(parent).onOpen(shop.connect);
  parent.onClose(async () => {
    await shop.close();
    process.exit(0);
  });
  // Ctrl+C in a terminal reaches the whole group: the parent closes its windows first, then lets go of the shop.
  process.on('SIGINT', () => {});
}

import { splitTransport } from '../contract/channels.ts';
import type { Transport } from '../contract/wire.ts';
import { type StartShop, serveShop } from './serve.ts';

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

/** The shop in a process of its own: `node shop/process.ts FOLDER`. It ends when its parent lets go of it. */
export function runShopProcess(start?: StartShop): void {
  const folder = process.argv[2];
  if (!folder) throw new Error('shop process: which folder?');
  const parent = parentTransport();
  const shop = serveShop({ folder, log: (line) => process.stderr.write(`${line}\n`) }, start);
  splitTransport(parent).onOpen((channel) => shop.connect(channel));
  parent.onClose(async () => {
    await shop.close();
    process.exit(0);
  });
}

// Ctrl+C in a terminal reaches the whole group: the parent closes its windows first, then lets go.
process.on('SIGINT', () => {});
if (import.meta.main) runShopProcess();

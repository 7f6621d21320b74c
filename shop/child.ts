import { splitTransport } from '../contract/channels.ts';
import { asLogLine } from '../contract/log-line.ts';
import type { Transport } from '../contract/wire.ts';
import { runErrand } from './move.ts';
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

const log = (line: string): void => void process.stderr.write(asLogLine(line));

/** Runs the shop of a folder for the parent process, and ends when the parent lets go; or goes on an errand and ends (contract/move.ts). */
export function runShopChild(start: (options: ShopOptions) => Shop): void {
  const [folder, errand = 'serve', to = ''] = process.argv.slice(2);
  if (!folder) throw new Error('The process of the shop was started without a folder.');
  const parent = parentTransport();
  // Ctrl+C in a terminal reaches the whole group: the parent closes its windows first, then lets go of the shop.
  process.on('SIGINT', () => {});
  if (errand === 'look-at' || errand === 'copy-to') {
    parent.onClose(() => process.exit(0));
    void runErrand({ errand, from: folder, to, tell: parent.send });
    return;
  }
  const shop = serveShop(start({ folder, caresForItself: true, mustExist: errand === 'serve-moved', log }), log);
  splitTransport(parent).onOpen(shop.connect);
  parent.onClose(async () => {
    await shop.close();
    process.exit(0);
  });
}

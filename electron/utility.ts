import { serveShop } from '../shop/serve.ts';
import type { Shop, ShopOptions } from '../shop/start.ts';
import type { ToShop } from './messages.ts';
import { portTransport } from './port-transport.ts';

/** Runs the shop of the folder in the first argument inside a utility process, until the main process says `close`. */
export function runShopUtility(start: (options: ShopOptions) => Shop): void {
  const folder = process.argv[2];
  if (!folder) throw new Error('The process of the shop was started without a folder.');
  const shop = serveShop(start({ folder, caresForItself: true, log: (line) => process.stderr.write(`${line}\n`) }));
  process.parentPort.on('message', async ({ data, ports }) => {
    const said = data as ToShop;
    const port = ports[0];
    if (said === 'connect' && port) shop.connect(portTransport(port));
    if (said !== 'close') return;
    await shop.close();
    process.exit(0);
  });
}

import { asLogLine } from '../contract/log-line.ts';
import type { ErrandNews } from '../contract/move.ts';
import { runErrand } from '../shop/move.ts';
import { serveShop } from '../shop/serve.ts';
import type { Shop, ShopOptions } from '../shop/start.ts';
import type { ToShop } from './messages.ts';
import { portTransport } from './port-transport.ts';

const log = (line: string): void => void process.stderr.write(asLogLine(line));

/** Runs the shop of a folder inside a utility process, until the main process says `close`; or goes on an errand and ends (contract/move.ts). */
export function runShopUtility(start: (options: ShopOptions) => Shop): void {
  const [folder, errand = 'serve', to = ''] = process.argv.slice(2);
  if (!folder) throw new Error('The process of the shop was started without a folder.');
  if (errand === 'look-at' || errand === 'copy-to') {
    const tell = (news: ErrandNews): void => process.parentPort.postMessage(news);
    void runErrand({ errand, from: folder, to, tell });
    return;
  }
  const shop = serveShop(start({ folder, caresForItself: true, mustExist: errand === 'serve-moved', log }), log);
  process.parentPort.on('message', async ({ data, ports }) => {
    const said = data as ToShop;
    const port = ports[0];
    if (said === 'connect' && port) shop.connect(portTransport(port));
    if (said === 'rest') shop.rest();
    if (said !== 'close') return;
    await shop.close();
    process.exit(0);
  });
}

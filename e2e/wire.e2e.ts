import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { launchBrowserHost } from '../browser-host/launch.ts';
import { loopback } from '../host/loopback.ts';
import { windowFiles } from '../host/window-files.ts';
import { serveShop } from '../shop/serve.ts';
import { bridgeOfPage } from './support/bridge-of-page.ts';
import { startBuggyShop } from './support/buggy-shop.ts';
import { wireConforms } from './support/conformance.ts';
import { realElectron, startElectron } from './support/real-electron.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-wire-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

wireConforms({
  name: 'the command line’s loopback',
  hasProcess: false,
  start: async () => {
    const [own, other] = loopback();
    const shop = serveShop(startBuggyShop({ folder: join(scratch, 'loopback') }), () => undefined);
    shop.connect(other);
    return { transport: own, close: () => shop.close() };
  },
});

wireConforms({
  name: 'the browser host',
  hasProcess: true,
  start: async () => {
    const host = await launchBrowserHost({
      folder: join(scratch, 'browser'),
      files: windowFiles(here('support/blank')),
      shopEntry: here('support/buggy-shop.ts'),
      version: '0.0.0',
      headless: true,
    });
    return { transport: await bridgeOfPage(host.page), shopPid: host.shopPid, close: host.close };
  },
});

if (realElectron) {
  const program = realElectron;
  wireConforms({
    name: 'Electron itself',
    hasProcess: true,
    // Its shop is the compiled one, which has no bug on purpose.
    isBuggy: false,
    start: async () => {
      const run = await startElectron({ program, folder: join(scratch, 'electron') });
      return { transport: await bridgeOfPage(run.page), shopPid: run.shopPid, close: run.close };
    },
  });
} else {
  console.log('Electron’s program is not here: what would run in it is left out.');
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { homeOf } from '../host/home.ts';
import { programLog } from '../host/program-log.ts';
import { askFirstWindow, hearSecondStarts } from '../host/second-start.ts';
import { windowFiles } from '../host/window-files.ts';
import { NoBrowser } from './chromium.ts';
import { type BrowserHost, launchBrowserHost } from './launch.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const home = homeOf(process.argv[2]);
const folder = home.folder();

async function launch(): Promise<BrowserHost | undefined> {
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
  try {
    const files = windowFiles(here('../out/renderer'));
    return await launchBrowserHost({ folder, home, log: programLog(home), files, version });
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(error.message);
    return undefined;
  }
}

if (await askFirstWindow(folder)) {
  console.log('Backshelf is open already; its window is in front now.');
  process.exit(0);
}
const host = await launch();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void host?.close());
const stopHearing = host && hearSecondStarts(folder, () => void host.page.bringToFront());
await host?.closed;
stopHearing?.();
process.exit(host ? 0 : 1);

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shopFolder } from '../host/folders.ts';
import { windowFiles } from '../host/window-files.ts';
import { NoBrowser } from './chromium.ts';
import { type BrowserHost, launchBrowserHost } from './launch.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function launch(): Promise<BrowserHost | undefined> {
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
  try {
    const files = windowFiles(here('../out/renderer'));
    return await launchBrowserHost({ folder: shopFolder(process.argv[2]), files, version });
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(error.message);
    return undefined;
  }
}

const host = await launch();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void host?.close());
await host?.closed;
process.exit(host ? 0 : 1);

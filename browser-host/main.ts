import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shopFolder } from '../host/folders.ts';
import { windowFiles } from '../host/window-files.ts';
import { launchBrowserHost } from './launch.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };

const host = await launchBrowserHost({
  folder: shopFolder(process.argv[2]),
  files: windowFiles(here('../out/renderer')),
  version,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void host.close());
await host.closed;
process.exit(0);

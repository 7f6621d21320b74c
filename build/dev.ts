import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { launchBrowserHost } from '../browser-host/launch.ts';
import { windowFiles } from '../host/window-files.ts';
import { openDisplay } from './start/display.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'demo-data');
const outFolder = join(root, 'out', 'dev');

function fillDemoShop(): void {
  if (existsSync(join(folder, 'shop.db'))) return;
  const filled = spawnSync(process.execPath, [join(root, 'cli', 'main.ts'), '--data', folder, 'demo'], {
    stdio: 'inherit',
  });
  if (filled.status !== 0) throw new Error('The demo shop could not be filled.');
}

/** Compiles the window again whenever it is saved; `onCompiled` is told each time, the first included. */
async function watchWindow(onCompiled: () => void): Promise<Rolldown.RolldownWatcher> {
  const watcher = (await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'development',
    logLevel: 'warn',
    build: { outDir: outFolder, minify: false, sourcemap: 'inline', watch: {} },
  })) as Rolldown.RolldownWatcher;
  watcher.on('event', (event) => {
    if (event.code === 'END') onCompiled();
    if (event.code === 'ERROR') console.error(event.error.message);
  });
  return watcher;
}

fillDemoShop();
mkdirSync(outFolder, { recursive: true });
writeFileSync(join(outFolder, 'index.html'), '<!doctype html><title>Backshelf</title><p>Compiling…</p>');
const display = await openDisplay();
Object.assign(process.env, display.env);
const host = await launchBrowserHost({
  folder,
  // Looked up anew each time: names of compiled files change.
  files: (pathname) => windowFiles(outFolder)(pathname),
  version: 'dev',
});
const watcher = await watchWindow(() => void host.page.reload().catch(() => {}));
console.log(`The demo shop in ${folder} is open; the window follows what you save.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.close());
await host.closed;
await watcher.close();
display.close();
process.exit(0);

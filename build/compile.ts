import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compileElectron } from './compile/electron.ts';
import { isStale, stamp } from './compile/stale.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Compiles the window and Electron's processes into `out/`. */
async function compile(): Promise<void> {
  const startedAt = new Date();
  await build({ configFile: `${root}vite.config.ts`, mode: 'production', logLevel: 'warn' });
  await compileElectron({ root, outFolder: `${root}out/electron` });
  stamp(root, startedAt);
}

if (!process.argv.includes('--if-stale') || isStale(root)) await compile();

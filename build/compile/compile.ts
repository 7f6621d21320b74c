import { join } from 'node:path';
import { build } from 'vite';
import { compileElectron } from './electron.ts';
import { isStale, stamp } from './stale.ts';

/** Compiles the window and Electron's processes into `out/`. */
export async function compile(root: string): Promise<void> {
  const startedAt = new Date();
  await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
  await compileElectron({ root, outFolder: join(root, 'out', 'electron') });
  stamp(root, startedAt);
}

export async function compileIfStale(root: string): Promise<void> {
  if (isStale(root)) await compile(root);
}

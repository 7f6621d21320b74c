import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { packWindow } from '../../host/window-archive.ts';
import { pathsBelow } from '../../host/window-files.ts';
import { licencesOf } from '../pack/licences.ts';
import { compileElectron } from './electron.ts';
import { outputsOf } from './processes.ts';
import { isStale, stamp } from './stale.ts';

/** Compiles the window and Electron's processes into `out/`, with what an installed program carries of them beside. */
export async function compile(root: string): Promise<void> {
  const startedAt = new Date();
  const out = join(root, 'out');
  const window = await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
  const processes = await compileElectron({ root, outFolder: join(out, 'electron') });
  const content = [...pathsBelow(join(out, 'renderer'))].map(([path, file]) => [path, readFileSync(file)] as const);
  writeFileSync(join(out, 'renderer.br'), packWindow(new Map(content)));
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licencesOf(root, [...outputsOf(window), ...processes]));
  stamp(root, startedAt);
}

export async function compileIfStale(root: string): Promise<void> {
  if (isStale(root)) await compile(root);
}

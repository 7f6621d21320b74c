import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { nodeBundle, shopWorkers } from '../compile/electron.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/**
 * Bundles a script with the shop's workers beside it, as the program is shipped: run from its sources, Node's reading of TypeScript takes
 * more memory than what is measured. `outFolder` lies below the checkout. Gives the path of the script.
 */
export async function bundled(script: string, outFolder: string): Promise<string> {
  const input = Object.fromEntries(
    Object.entries({ ...shopWorkers, script }).map(([name, path]) => [name, join(root, path)]),
  );
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
  await build(nodeBundle({ root, outFolder }, input, { rolldownOptions: { output } }));
  cpSync(join(root, 'db/migrations'), join(outFolder, 'migrations'), { recursive: true });
  return join(outFolder, 'script.js');
}

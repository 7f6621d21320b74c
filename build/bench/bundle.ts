import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workers = {
  worker: 'shop/worker.ts',
  'log-worker': 'shop/log-worker.ts',
  'apart-worker': 'shop/care/apart-worker.ts',
};

/**
 * Bundles a script with the shop's workers beside it, as the program is shipped: run from its sources, Node's reading of TypeScript takes
 * more memory than what is measured. `outFolder` lies below the checkout. Gives the path of the script.
 */
export async function bundled(script: string, outFolder: string): Promise<string> {
  const input = Object.fromEntries(
    Object.entries({ ...workers, script }).map(([name, path]) => [name, join(root, path)]),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: outFolder,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external: ['better-sqlite3', /^node:/],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  cpSync(join(root, 'db/migrations'), join(outFolder, 'migrations'), { recursive: true });
  return join(outFolder, 'script.js');
}

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { shrink } from './shrink.ts';

/** These stay outside: Electron is the runtime, and the database's binary lies beside its own package. */
const external = ['electron', 'better-sqlite3', /^node:/];

/** `outFolder` must lie below the checkout, so that the database's package is found from there. */
export type Places = { readonly root: string; readonly outFolder: string };

/** The shop's threads: modules beside the one that starts them. */
export const shopWorkers = {
  worker: 'shop/worker.ts',
  'log-worker': 'shop/log-worker.ts',
  'apart-worker': 'shop/care/apart-worker.ts',
  'workbook-worker': 'shop/imports/file/workbook/worker.ts',
};

/** What Vite is to do for a process of Node. */
export function nodeBundle({ root, outFolder }: Places, rest: InlineConfig['build']): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Everything but the above goes in: an installed program has no other packages.
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: outFolder,
      emptyOutDir: false,
      target: 'node24',
      minify: true,
      // Kept with each release, not shipped: they say where in the sources the places of a report are.
      sourcemap: 'hidden',
      reportCompressedSize: false,
      ...rest,
      rolldownOptions: { external, ...rest?.rolldownOptions },
    },
  };
}

/** What a single, finished build came to. */
export function outputsOf(built: Awaited<ReturnType<typeof build>>): Rolldown.RolldownOutput[] {
  if ('close' in built) throw new Error('This build goes on watching.');
  return [built].flat();
}

/**
 * Compiles processes in which a shop may run, by name and path from the root, with its workers, the migrations and the dictionary of sounds:
 * all side by side, so that they find each other by name. The folder is emptied first.
 */
export async function compileProcesses(
  places: Places,
  processes: Readonly<Record<string, string>>,
): Promise<Rolldown.RolldownOutput[]> {
  const { root, outFolder } = places;
  const entries = Object.entries({ ...processes, ...shopWorkers });
  const input = Object.fromEntries(entries.map(([name, path]) => [name, join(root, path)]));
  const output = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
  const built = await build(nodeBundle(places, { emptyOutDir: true, rolldownOptions: { input, output } }));
  cpSync(join(root, 'db', 'migrations'), join(outFolder, 'migrations'), { recursive: true });
  // Apart, because it is loaded within a transaction.
  const words = await compileCommonJs(places, { name: 'pinyin-words', path: 'shop/find/pinyin-words.ts' });
  shrink(join(outFolder, 'pinyin-words.cjs'));
  return [...outputsOf(built), ...words];
}

/** One file of the older kind, which can be loaded at once. */
export async function compileCommonJs(
  places: Places,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<Rolldown.RolldownOutput[]> {
  const output = { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } as const;
  const input = { [name]: join(places.root, path) };
  return outputsOf(await build(nodeBundle(places, { rolldownOptions: { input, output } })));
}

import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { shrink } from './shrink.ts';

/** These stay outside: Electron is the runtime, and the database's binary lies beside its own package. */
const external = ['electron', 'better-sqlite3', /^node:/];

type Places = { readonly root: string; readonly outFolder: string };

/** The shop's threads: modules beside the one that starts them. */
export const shopWorkers = {
  worker: 'shop/worker.ts',
  'log-worker': 'shop/log-worker.ts',
  'apart-worker': 'shop/care/apart-worker.ts',
  'workbook-worker': 'shop/imports/file/workbook/worker.ts',
};

export function nodeBundle(
  { root, outFolder }: Places,
  input: Record<string, string>,
  rest: InlineConfig['build'],
): InlineConfig {
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
      rolldownOptions: { input, external, ...rest?.rolldownOptions },
    },
  };
}

/** What a single, finished build came to. */
export function outputsOf(built: Awaited<ReturnType<typeof build>>): Rolldown.RolldownOutput[] {
  if ('close' in built) throw new Error('This build goes on watching.');
  return [built].flat();
}

/** The main process, the shop's process and its workers: modules side by side, so that they find each other by name. */
async function compileProcesses(places: Places): Promise<Rolldown.RolldownOutput[]> {
  const { root, outFolder } = places;
  const entries = {
    main: join(root, 'electron', 'main.ts'),
    'shop-process': join(root, 'electron', 'shop-process.ts'),
    ...Object.fromEntries(Object.entries(shopWorkers).map(([name, path]) => [name, join(root, path)])),
  };
  const input = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
  const output = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
  const built = await build(nodeBundle(places, input, { emptyOutDir: true, rolldownOptions: { output } }));
  const migrations = join(root, 'db', 'migrations');
  if (existsSync(migrations)) cpSync(migrations, join(outFolder, 'migrations'), { recursive: true });
  return outputsOf(built);
}

/** One CommonJS file each: a sandboxed preload script, and the dictionary of sounds, which is loaded within a transaction. */
async function compileCommonJs(places: Places): Promise<Rolldown.RolldownOutput[]> {
  const output = { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } as const;
  const entries = {
    preload: join(places.root, 'electron', 'preload.ts'),
    'pinyin-words': join(places.root, 'shop', 'find', 'pinyin-words.ts'),
  };
  const outputs: Rolldown.RolldownOutput[] = [];
  for (const [name, path] of Object.entries(entries))
    outputs.push(...outputsOf(await build(nodeBundle(places, { [name]: path }, { rolldownOptions: { output } }))));
  shrink(join(places.outFolder, 'pinyin-words.cjs'));
  return outputs;
}

/** `outFolder` must lie below the checkout, so that the database's package is found from there. */
export async function compileElectron(places: Places): Promise<Rolldown.RolldownOutput[]> {
  return [...(await compileProcesses(places)), ...(await compileCommonJs(places))];
}

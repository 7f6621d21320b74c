import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NtExecutable, NtExecutableResource, type Resource } from 'resedit';
import { shopWorkers } from '../../build/compile/processes.ts';
import type { Packed } from './packed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entries = ['main', 'shop-process', ...Object.keys(shopWorkers)].map((name) => `${name}.js`);

/** The bundles that the entries lead to, by the names that stand in them. */
export function reached(folder: string): string[] {
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const code = readFileSync(join(folder, name), 'utf8');
    for (const [, next] of code.matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g)) if (next) follow(next);
  };
  entries.forEach(follow);
  return [...found].sort();
}

/** The packages that the program's own code asks for by name: seen in its sources, not in what was compiled of them. */
export function askedFor(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => /(?<!\.test)\.(ts|svelte)$/.test(name))
    .flatMap((name) => {
      const code = readFileSync(join(root, folder, name), 'utf8');
      return [...code.matchAll(/^(?:import|export) (?!type )[^;]*?from '((?:@[\w-]+\/)?[\w-]+)/gm)].flatMap(
        ([, from]) => from ?? [],
      );
    });
}

/** What lies in a Windows program beside its code: names, icons, fingerprints. */
export function resourcesOf({ program }: Packed): Resource.ResourceEntry[] {
  const { entries: found } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
  return found as Resource.ResourceEntry[];
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { licencesOf, packageOf } from './licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A build's result with one chunk of these modules. */
const bundleOf = (...moduleIds: string[]): Rolldown.RolldownOutput =>
  ({ output: [{ type: 'chunk', moduleIds }] }) as unknown as Rolldown.RolldownOutput;

test.each([
  ['/home/a/node_modules/zod/v4/core/schemas.js', 'zod'],
  ['/home/a/node_modules/@lucide/svelte/dist/icons/x.svelte?svelte&type=style&lang.css', '@lucide/svelte'],
  ['/home/a/node_modules/temporal-polyfill/node_modules/temporal-utils/index.js', 'temporal-utils'],
  ['\0rolldown/runtime.js', 'rolldown'],
  ['\0vite/preload-helper.js', 'vite'],
  ['/home/a/shop/start.ts', undefined],
])('%j is of %s', (id, name) => {
  expect(packageOf(id)).toBe(name);
});

test('a module that a compiler made up and nobody knows stops the build', () => {
  expect(() => packageOf('\0some-plugin/helper.js')).toThrow('Nobody has said whose this module is');
});

test('each package has its name, version, licence and text; one that forgot the Apache licence gets it', () => {
  const text = licencesOf(root, [
    bundleOf(join(root, 'node_modules/zod/index.js'), join(root, 'node_modules/drizzle-orm/index.js'), '\0vite/x.js'),
  ]);
  const named = [...text.matchAll(/^=+\n(\S+) [\d.]+ \((\S+)\)\n=+\n\n(\S.*)$/gm)].map(([, name, licence]) => [
    name,
    licence,
  ]);
  expect(named).toEqual([
    ['better-sqlite3', 'MIT'],
    ['drizzle-orm', 'Apache-2.0'],
    ['node-addon-api', 'MIT'],
    ['vite', 'MIT'],
    ['zod', 'MIT'],
  ]);
  expect(text).toContain('END OF TERMS AND CONDITIONS');
  expect(text).not.toContain('Licenses of bundled dependencies');
});

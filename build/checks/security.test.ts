import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Proof = { readonly path: string; readonly title: string };

/** The tests that the last cell of a row names: a file, and the titles that follow it. */
function proofsOf(row: string): Proof[] {
  const cell = row.split('|').at(-2) ?? '';
  let path = '';
  return [...cell.matchAll(/`([^`]+)`|“([^”]+)”/g)].flatMap(([, file, title = '']) => {
    if (file === undefined) return [{ path, title }];
    path = file;
    return [];
  });
}

/** Rows of the tables that end with what proves them, without their heads. */
function rowsOf(page: string): string[] {
  const tables = page.split(/\n\n+/).filter((part) => part.split('\n')[0]?.endsWith('| proved by |'));
  return tables.flatMap((table) => table.trim().split('\n').slice(2));
}

/** As the title stands in the source, in whichever quotes. */
function isTested({ path, title }: Proof): boolean {
  if (!existsSync(join(root, path))) return false;
  const source = read(path);
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`));
}

const rows = rowsOf(read('docs/SECURITY.md'));

test('every line of the tables names a test that proves it', () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => proofsOf(row).length === 0)).toEqual([]);
});

test('every test that is named is there', () => {
  expect(rows.flatMap(proofsOf).filter((proof) => !isTested(proof))).toEqual([]);
});

test('a test that is not there would be seen', () => {
  const [here] = proofsOf('| a | b | `build/checks/security.test.ts` “Electron is pinned to one version” |');
  const gone = proofsOf('| a | b | `build/checks/nothing.test.ts` “x” `build/checks/security.test.ts` “not %s” |');
  expect([here && isTested(here), ...gone.map((proof) => isTested({ ...proof, title: `${proof.title}…` }))]).toEqual([
    true,
    false,
    false,
  ]);
});

type Locked = { readonly packages: Readonly<Record<string, { version: string; integrity?: string; optional?: true }>> };
const locked = JSON.parse(read('package-lock.json')) as Locked;

test('Electron is pinned to one version', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(locked.packages['node_modules/electron']?.version).toBe(devDependencies.electron);
});

test('every package that must be there is fetched with the fingerprint of its content', () => {
  const packages = Object.entries(locked.packages).filter(([path, { optional }]) => path !== '' && !optional);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
});

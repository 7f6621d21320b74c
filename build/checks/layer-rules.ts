import type { IForbiddenRuleType } from 'dependency-cruiser';

/** One row of the layer table: what a folder may take from the others, from packages, and whether it runs on Node. */
type Layer = {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
};

/** What every host needs: the words, the parts hosts share, and the doors of the shop. */
const host = ['contract/', 'host/', 'shop/(start|process|serve|move)\\.ts$'];
const layers: readonly Layer[] = [
  { folder: 'contract', mayImport: [], packages: ['zod'], node: false },
  { folder: 'db', mayImport: ['contract/values/'], packages: ['drizzle-orm', 'better-sqlite3'], node: true },
  {
    folder: 'shop',
    mayImport: ['contract/', 'db/'],
    packages: [
      'zod',
      'papaparse',
      'csv-stringify',
      'fflate',
      'temporal-polyfill',
      'bwip-js',
      'saxen',
      'yauzl',
      'pinyin-pro',
    ],
    node: true,
  },
  {
    folder: 'renderer',
    mayImport: ['contract/'],
    packages: ['svelte', '@lucide/svelte', 'bwip-js'],
    node: false,
  },
  { folder: 'host', mayImport: ['contract/'], packages: ['zod'], node: true },
  { folder: 'electron', mayImport: host, packages: ['electron'], node: true },
  { folder: 'browser-host', mayImport: host, packages: ['playwright-core'], node: true },
  { folder: 'cli', mayImport: [...host, 'browser-host/pdf\\.ts$'], packages: ['zod'], node: true },
];

/** Beside what their layer may use. */
const inTests = { mayImport: ['fixtures/'], packages: ['vitest', 'fast-check'] };

/** Everything that is ours: a layer may import only what its row names of it. */
const ourFolders = [...layers.map(({ folder }) => folder), 'build', 'e2e', 'fixtures'];
const test = '\\.test\\.ts$';

/**
 * The rules of DESIGN §1, as dependency-cruiser takes them. `above` is the pattern of what stands before a layer's
 * folder: nothing in the checkout itself, more in the samples that prove the rules.
 */
export function layerRules(above = ''): IForbiddenRuleType[] {
  return [
    ...layers.flatMap((layer) => rulesOf(layer, `^${above}`)),
    // A screen that is loaded when it is needed may know the list of screens.
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    // What cannot be found cannot be held against the table.
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ];
}

function rulesOf({ folder, mayImport, packages, node }: Layer, start: string): IForbiddenRuleType[] {
  const code = { path: `${start}${folder}/`, pathNot: test };
  const tests = { path: `${start}${folder}/.*${test}` };
  const own = [`${folder}/`, ...mayImport];
  const rules = [
    foldersRule({ folder, start, from: code, allowed: own }),
    foldersRule({ folder, start, from: tests, allowed: [...own, ...inTests.mayImport] }),
    packagesRule({ folder, from: code, packages }),
    packagesRule({ folder, from: tests, packages: [...packages, ...inTests.packages] }),
  ];
  return node ? rules : [...rules, nodeRule(folder, start)];
}

type From = IForbiddenRuleType['from'];

function foldersRule(options: { folder: string; start: string; from: From; allowed: string[] }): IForbiddenRuleType {
  const { folder, start, from, allowed } = options;
  const to = { path: `${start}(${ourFolders.join('|')})/`, pathNot: allowed.map((path) => start + path) };
  return { name: `${folder}-folders`, severity: 'error', from, to };
}

function packagesRule(options: { folder: string; from: From; packages: readonly string[] }): IForbiddenRuleType {
  const { folder, from, packages } = options;
  const allowed = packages.map((name) => `node_modules/(@types/)?${name}/`);
  return { name: `${folder}-packages`, severity: 'error', from, to: { path: 'node_modules/', pathNot: allowed } };
}

function nodeRule(folder: string, start: string): IForbiddenRuleType {
  const from = { path: `${start}${folder}/` };
  return { name: `${folder}-node`, severity: 'error', from, to: { dependencyTypes: ['core'] } };
}

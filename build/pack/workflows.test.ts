import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { releaseOf } from '../../host/update/release-name.ts';

/** The public CI cannot be tried here; what it names is held against what there is. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Step = { uses?: string; run?: string; env?: Record<string, string>; with?: Record<string, unknown> };
type Job = {
  uses?: string;
  needs?: string[];
  steps?: Step[];
  permissions?: Record<string, string>;
  strategy?: { matrix: { os: string[] } };
};
type Workflow = { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> };
type Target = { target: string; arch: string[] };
type BuilderFile = Record<string, { artifactName?: string; target?: Target[] } | undefined>;

const names = readdirSync(join(root, '.github', 'workflows'));
const workflow = (name: string) => parse(read(`.github/workflows/${name}`)) as Workflow;
const program = JSON.parse(read('package.json')) as { version: string; productName: string; scripts: object };

describe.each(names)('%s', (name) => {
  const { permissions, jobs } = workflow(name);
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  test('may only read, but for the job that publishes', () => {
    const given = Object.entries(jobs).flatMap(([job, { permissions: own }]) => (own ? [[job, own]] : []));
    expect([permissions, given]).toEqual([
      { contents: 'read' },
      name === 'release.yml' ? [['publish', { contents: 'write' }]] : [],
    ]);
  });

  test('takes others’ steps by their fingerprint, or its own', () => {
    const used = [...steps, ...Object.values(jobs)].flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const uses of used) {
      if (uses.startsWith('./')) expect(existsSync(join(root, uses))).toBe(true);
      else expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    }
  });

  test('runs what there is', () => {
    const runs = steps.flatMap(({ run }) => run ?? []).join('\n');
    const scripts = [...runs.matchAll(/npm (?:run )?(check|test|release|pack|\S+:\S+)\b/g)].map(([, script]) => script);
    expect(scripts.filter((script = '') => !(script in program.scripts))).toEqual([]);
    const files = [...runs.matchAll(/(?:^|\s)((?:build|e2e)\/\S+\.ts|\.ci\/run)/g)].map(([, path = '']) => path);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(scripts.length + files.length).toBeGreaterThan(0);
  });

  test('no secret reaches a line of a script but through the environment', () => {
    for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{/);
  });
});

test('a release is published when all of it is proven, on every system', () => {
  const { on, jobs } = workflow('release.yml');
  expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
  expect(jobs.publish?.needs).toEqual(['proof', 'installers']);
  const systems = jobs.installers?.strategy?.matrix.os.map((os) => os.split('-')[0]);
  expect(systems).toEqual(['windows', 'macos', 'ubuntu']);
});

const endings: Readonly<Record<string, string>> = {
  nsis: 'exe',
  portable: 'exe',
  dmg: 'dmg',
  AppImage: 'AppImage',
  deb: 'deb',
};
/** electron-builder's own words for a processor in the names of these two. */
const archWord = (ending: string, arch: string): string =>
  arch === 'x64' ? ({ AppImage: 'x86_64', deb: 'amd64' }[ending] ?? arch) : arch;

/** The installers that electron-builder.yml makes, with the name it gives each. */
function installers(): { file: string; kind: string; arch: string }[] {
  const config = parse(read('electron-builder.yml')) as BuilderFile;
  return ['win', 'mac', 'linux'].flatMap((system) =>
    (config[system]?.target ?? []).flatMap(({ target, arch }) =>
      arch.map((one) => {
        const ending = endings[target] ?? '';
        const words = { ...program, arch: archWord(ending, one), ext: ending } as Record<string, unknown>;
        const pattern = config[target]?.artifactName ?? config[system]?.artifactName ?? '';
        return {
          file: pattern.replace(/\$\{(\w+)\}/g, (_whole, word) => String(words[word])),
          kind: target,
          arch: one,
        };
      }),
    ),
  );
}

test('an update knows every installer by its name, and the release carries each kind', () => {
  const ways = {
    nsis: 'windows-installer',
    portable: 'windows-portable',
    dmg: 'mac-image',
    AppImage: 'linux-appimage',
    deb: 'linux-package',
  };
  const all = installers();
  expect(all.map(({ file }) => file)).toHaveLength(new Set(all.map(({ file }) => file)).size);
  for (const { file, kind, arch } of all)
    expect([file, releaseOf(file)]).toEqual([
      file,
      expect.objectContaining({
        versionText: program.version,
        installedAs: ways[kind as keyof typeof ways],
        archs: [arch],
      }),
    ]);
  const upload = workflow('release.yml').jobs.installers?.steps?.find(({ uses }) => uses?.startsWith('actions/upload'));
  const carried = String(upload?.with?.path).trim().split(/\s+/);
  expect(new Set(all.map(({ file }) => `release/*.${file.split('.').pop()}`))).toEqual(new Set(carried));
});

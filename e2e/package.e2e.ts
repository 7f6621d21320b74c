import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Resource } from 'resedit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledFor } from '../build/pack/executable.ts';
import { type PackTarget, targetName } from '../build/pack/target.ts';
import { askedFor, reached, resourcesOf } from './support/package-facts.ts';
import { below, cutOff, outFile, type Packed, packed, scratchFolder, unpacked } from './support/packed.ts';

/** What electron-builder makes of `out/`, for a target of each system, with a stand-in in Electron's place. */
const targets: readonly PackTarget[] = [
  { platform: 'linux', arch: 'x64' },
  { platform: 'win32', arch: 'x64' },
  { platform: 'darwin', arch: 'arm64' },
];
const scratch = scratchFolder();
const packages = new Map<string, Packed>();
const network = cutOff();

beforeAll(async () => {
  for (const target of targets) packages.set(targetName(target), await packed(target, scratch));
});
afterAll(() => {
  network.restore();
  rmSync(scratch, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const root = fileURLToPath(new URL('..', import.meta.url));
const packageFile = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const migrations = below(join(root, 'db', 'migrations'));

/** What better-sqlite3 loads of itself: its library without the doors for one target each, which nobody here goes through. */
const database = below(join(root, 'node_modules', 'better-sqlite3', 'lib')).filter(
  (name) => !/-(x64|arm64)\.js$/.test(name),
);

function packageOf(name: string): Packed {
  const found = packages.get(name);
  if (!found) throw new Error(`Nothing was packed for ${name}.`);
  return found;
}

test('every package that the program’s sources ask for is in the list of licences', () => {
  const asked = new Set(['contract', 'db', 'shop', 'host', 'electron', 'renderer'].flatMap(askedFor));
  const named = [
    ...outFile('THIRD-PARTY-LICENSES.txt')
      .toString()
      .matchAll(/^=+\n(\S+) [\d.]+ /gm),
  ];
  const covered = ['node', 'electron', ...named.map(([, name]) => name)];
  expect(asked.size).toBeGreaterThan(10);
  expect([...asked].filter((name) => !covered.includes(name))).toEqual([]);
});

test('packing asks nothing of a network', () => {
  expect(network.tried).toEqual([]);
});

describe.each(targets.map(targetName))('the package for %s', (name) => {
  let it: Packed;
  beforeAll(() => {
    it = packageOf(name);
  });

  test('the archive holds what runs, and nothing else', () => {
    const bundles = reached(join(unpacked(it, scratch), 'out', 'electron'));
    const expected = [
      'package.json',
      'out/renderer.br',
      ...[...bundles, 'preload.cjs', 'pinyin-words.cjs', 'pinyin-words.br'].map((file) => `out/electron/${file}`),
      ...migrations.map((file) => `out/electron/migrations/${file}`),
      ...['package.json', 'LICENSE', `prebuilds/${name}.node`].map((file) => `node_modules/better-sqlite3/${file}`),
      ...database.map((file) => `node_modules/better-sqlite3/lib/${file}`),
    ];
    expect(it.files.map(({ path }) => path).sort()).toEqual(expected.sort());
  });

  test('the archive is smaller than two megabytes', () => {
    expect(statSync(it.archive).size).toBeLessThan(2 * 1024 * 1024);
  });

  test('there is one native file, the target’s own, where it can be loaded from', () => {
    const native = below(it.folder).filter((path) => path.endsWith('.node'));
    expect(native.map((path) => path.split('/').slice(-5).join('/'))).toEqual([
      `app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${name}.node`,
    ]);
    const bytes = readFileSync(join(it.folder, native[0] ?? ''));
    expect(compiledFor(bytes)).toEqual(it.target);
    expect(it.files.filter(({ unpacked: outside }) => outside).map(({ path }) => basename(path))).toEqual([
      `${name}.node`,
    ]);
  });

  test('beside the archive lie the licences, the window’s languages are ours, and nothing of the stand-in is left over', () => {
    const resources = below(it.resources).filter((path) => !path.startsWith('app.asar.unpacked/'));
    const ofMac = ['en.lproj/locale.pak', 'icon.icns', 'zh_CN.lproj/locale.pak'];
    const everywhere = ['THIRD-PARTY-LICENSES.txt', 'app.asar'];
    expect(resources).toEqual([...everywhere, ...(it.target.platform === 'darwin' ? ofMac : [])].sort());
    expect(readFileSync(join(it.resources, 'THIRD-PARTY-LICENSES.txt'))).toEqual(outFile('THIRD-PARTY-LICENSES.txt'));
    if (it.target.platform === 'darwin') return;
    expect(below(it.folder).filter((path) => !path.startsWith('resources/'))).toEqual(
      [
        basename(it.program),
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'locales/en-US.pak',
        'locales/zh-CN.pak',
        'resources.pak',
        'version',
      ].sort(),
    );
  });

  test('Electron’s switches are set', async () => {
    const { version, ...fuses } = await getCurrentFuseWire(it.program);
    const [off, on] = [...'01'].map((state) => state.charCodeAt(0));
    expect(version).toBe('1');
    expect(fuses).toEqual({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  test('the archive’s list has the fingerprint of every file', () => {
    const folder = unpacked(it, scratch);
    expect(it.files.map(({ path, sha256: listed }) => [path, listed])).toEqual(
      it.files.map(({ path }) => [path, sha256(readFileSync(join(folder, path)))]),
    );
  });
});

/** Electron compares it on Windows and macOS; on Linux it knows no place for it. */
describe('what a system is told of the program', () => {
  test('Windows: the archive’s fingerprint, names, and the icon in all its sizes', () => {
    const it = packageOf('win32-x64');
    const resources = resourcesOf(it);
    const integrity = resources.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString())).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: sha256(it.header) },
    ]);
    const [version] = Resource.VersionInfo.fromEntries(resources);
    const [language] = version?.getAllLanguagesForStringValues() ?? [];
    expect(language && version?.getStringValues(language)).toMatchObject({
      ProductName: 'Backshelf',
      FileDescription: 'Backshelf',
      FileVersion: packageFile.version,
    });
    const [icon] = Resource.IconGroupEntry.fromEntries(resources);
    expect(icon?.icons.map(({ width }) => width)).toEqual([16, 20, 24, 32, 40, 48, 64, 0]);
  });

  test('macOS: the archive’s fingerprint, names, the icon, and no wish for a camera', () => {
    const it = packageOf('darwin-arm64');
    const told = readFileSync(join(it.program, 'Contents', 'Info.plist'), 'utf8');
    const [, integrity = ''] = /<key>ElectronAsarIntegrity<\/key>\s*<dict>(.*?)<\/dict>\s*<\/dict>/s.exec(told) ?? [];
    expect([...integrity.matchAll(/<(?:key|string)>(.*?)</g)].map(([, text]) => text)).toEqual([
      'Resources/app.asar',
      'algorithm',
      'SHA256',
      'hash',
      sha256(it.header),
    ]);
    const value = (key: string) => new RegExp(`<key>${key}</key>\\s*<string>(.*?)<`).exec(told)?.[1];
    expect(
      ['CFBundleIdentifier', 'CFBundleExecutable', 'CFBundleShortVersionString', 'CFBundleIconFile'].map(value),
    ).toEqual(['shop.backshelf.desktop', 'Backshelf', packageFile.version, 'icon.icns']);
    expect(told).not.toContain('UsageDescription');
    expect(readFileSync(join(it.resources, 'icon.icns'))).toEqual(readFileSync(join(root, 'build/icons/icon.icns')));
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { type ReleaseKey, releaseKey } from '../../fixtures/releases.ts';
import { releaseOf } from '../../host/update/release-name.ts';
import { isSigned } from '../../host/update/signature.ts';
import { takeUpdate } from '../../host/update/take-update.ts';
import { signRelease } from './sign-release.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [old, next] = [releaseKey(), releaseKey()];
const name = 'Backshelf-0.2.0-linux-x86_64.AppImage';

function packed(names: readonly string[] = [name]): string {
  const folder = temporaryFolder();
  for (const file of [...names, 'builder-debug.yml']) writeFileSync(join(folder, file), `content of ${file}`);
  return folder;
}

const sign = (folder: string, keys: readonly ReleaseKey[], publicKeys = [old.publicText]): Promise<string[]> =>
  signRelease({ folder, version: '0.2.0', privateKeys: keys.map(({ privateKey }) => privateKey), publicKeys });

test('what is signed is what a program takes, and what sha256sum checks', async () => {
  const folder = packed([name, 'Backshelf-0.2.0-windows-x64-setup.exe']);
  expect(await sign(folder, [old])).toEqual([name, 'Backshelf-0.2.0-windows-x64-setup.exe']);
  const running = { version: '0.1.0', installedAs: 'linux-appimage', archs: ['x64'] } as const;
  const taking = { running, keys: [old.publicText], folder: join(temporaryFolder(), 'updates') };
  expect(await takeUpdate({ from: 'folder', path: folder }, taking)).toMatchObject({ taken: { file: name } });
  expect(execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).length).toBe(0);
});

test('while one key takes over from another, programs that know either take the release', async () => {
  const folder = packed();
  await sign(folder, [old, next], [old.publicText, next.publicText]);
  const [list, signatures] = ['SHA256SUMS', 'SHA256SUMS.sig'].map((file) => readFileSync(join(folder, file)));
  const believes = (keys: string[]): boolean => isSigned(list ?? Buffer.of(), signatures ?? Buffer.of(), keys);
  expect([believes([old.publicText]), believes([next.publicText]), believes([releaseKey().publicText])]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a release that no program would take is not signed', async () => {
  await expect(sign(packed(), [next])).rejects.toThrow('no program would take');
  await expect(sign(packed([]), [old])).rejects.toThrow('no installers');
  const mixed = packed([name, 'Backshelf-0.1.0-linux-x86_64.AppImage']);
  await expect(sign(mixed, [old])).rejects.toThrow('Not of version 0.2.0: Backshelf-0.1.0');
  expect(existsSync(join(mixed, 'SHA256SUMS'))).toBe(false);
});

test('the script says what it misses, and never the key', () => {
  const run = (env: Record<string, string>): { code: number | null; said: string } => {
    const { status, stderr } = spawnSync(process.execPath, [here('sign.ts'), packed()], { env, encoding: 'utf8' });
    return { code: status, said: stderr };
  };
  expect(run({})).toMatchObject({ code: 1, said: expect.stringContaining('BACKSHELF_SIGNING_KEY is not set') });
  const wrong = run({ BACKSHELF_SIGNING_KEY: 'bm90IGEga2V5' });
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('holds no private key') });
  expect(wrong.said).not.toContain('bm90IGEga2V5');
  const strange = String(old.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
  expect(run({ BACKSHELF_SIGNING_KEY: strange })).toMatchObject({
    code: 1,
    said: expect.stringContaining('none of those'),
  });
});

test('a new pair fits together, and is another each time', () => {
  const make = (): string[] =>
    execFileSync(process.execPath, [here('make-key.ts')], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\w+ +/, ''));
  const [first, second] = [make(), make()];
  expect(first[0]).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  expect(first).not.toEqual(second);
});

/** The words for processors in names, by the ending of what is packed. */
const archWords = {
  exe: ['x64', 'arm64'],
  dmg: ['x64', 'arm64'],
  AppImage: ['x86_64', 'arm64'],
  deb: ['amd64', 'arm64'],
};
const endingsOf = { windows: ['exe'], macos: ['dmg'], linux: ['AppImage', 'deb'] } as const;

test('every name that the packing gives is one that a program reads', () => {
  const text = readFileSync(here('../../electron-builder.yml'), 'utf8');
  const patterns = [...text.matchAll(/^ +artifactName: (.+-(windows|macos|linux)-.+)$/gm)];
  const names = patterns.flatMap(([, pattern = '', system]) =>
    endingsOf[system as keyof typeof endingsOf].flatMap((ext) =>
      archWords[ext].map((arch) => {
        const values: Record<string, string> = { productName: 'Backshelf', version: '0.2.0', arch, ext };
        return pattern.replace(/\$\{(\w+)\}/g, (_, word: string) => values[word] ?? '');
      }),
    ),
  );
  expect(names).toHaveLength(10);
  expect(names.filter((made) => releaseOf(made)?.archs.length !== 1)).toEqual([]);
});

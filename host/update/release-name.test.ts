import { expect, test } from 'vitest';
import { releaseOf } from './release-name.ts';
import { compareVersions, versionOf } from './version.ts';

const told = (name: string): unknown => {
  const release = releaseOf(name);
  return release && [release.versionText, release.installedAs, release.archs.join(' ')];
};

test.each([
  ['Backshelf Setup 0.2.0.exe', ['0.2.0', 'windows-installer', 'x64 arm64']],
  ['Backshelf-Setup-0.2.0-x64.exe', ['0.2.0', 'windows-installer', 'x64']],
  ['Backshelf-0.2.0-portable.exe', ['0.2.0', 'windows-portable', 'x64']],
  ['Backshelf-12.0.345-arm64.dmg', ['12.0.345', 'mac-image', 'arm64']],
  ['Backshelf-0.2.0.dmg', ['0.2.0', 'mac-image', 'x64']],
  ['Backshelf-0.2.0-x86_64.AppImage', ['0.2.0', 'linux-appimage', 'x64']],
  ['Backshelf-0.2.0-linux-arm64.AppImage', ['0.2.0', 'linux-appimage', 'arm64']],
  ['backshelf_0.2.0_amd64.deb', ['0.2.0', 'linux-package', 'x64']],
])('%s is read', (name, expected) => {
  expect(told(name)).toEqual(expected);
});

test.each([
  'Backshelf.exe',
  'Backshelf-0.2.exe',
  'Backshelf-0.2.0-beta.1.exe',
  'Backshelf-0.2.0-x64-9.9.9.exe',
  'Backshelf-00.2.0.exe',
  'Backshelf-0.2.0.exe.exe',
  'Backshelf-0.2.0-x64.zip',
  'Backshelf-0.2.0-setup-portable.exe',
  'Backshelf-0.2.0-setup.deb',
  'Backshelf-0.2.0-mips.deb',
  '../Backshelf-0.2.0-x64.exe',
  'sub/Backshelf-0.2.0-x64.exe',
  'Otherprogram-0.2.0-x64.exe',
  `Backshelf${'-x64'.repeat(60)}-0.2.0.exe`,
  `Backshelf${'-'.repeat(60_000)}`,
  '',
])('%s is no release', (name) => {
  expect(releaseOf(name)).toBeUndefined();
});

test('versions are compared as numbers', () => {
  const order = ['0.9.0', '0.10.0', '1.0.0', '1.0.1', '10.0.0'];
  const shuffled = [...order].reverse().map((text) => versionOf(text) ?? ([0, 0, 0] as const));
  expect(shuffled.sort(compareVersions).map((version) => version.join('.'))).toEqual(order);
});

import type { InstalledAs } from '../../contract/update.ts';
import { type Version, versionOf } from './version.ts';

type Arch = 'x64' | 'arm64';
/** What the name of an installer says. */
export type ReleaseName = {
  readonly version: Version;
  readonly versionText: string;
  readonly installedAs: InstalledAs;
  /** The processors it is for. */
  readonly archs: readonly Arch[];
};

/** `Backshelf`, a version and words between them, joined as electron-builder joins them: never a way to another folder. */
const shape = /^backshelf((?:[-_ ](?:[a-z0-9]+|\d+\.\d+\.\d+))+)\.(exe|dmg|appimage|deb)$/;
const lettersMost = 200;

const archWords: Readonly<Record<string, Arch>> = {
  x64: 'x64',
  amd64: 'x64',
  arm64: 'arm64',
  aarch64: 'arm64',
};
/** They say what the ending says anyway. */
const systemWords = new Set(['win', 'windows', 'mac', 'macos', 'linux', 'universal']);
const kindWords = new Set(['setup', 'portable']);

/** Nothing for a name that no installer of ours has. */
export function releaseOf(name: string): ReleaseName | undefined {
  if (name.length > lettersMost) return undefined;
  const [, middle = '', ending = ''] = shape.exec(name.toLowerCase().replace('x86_64', 'x64')) ?? [];
  const words = middle.split(/[-_ ]/).filter(Boolean);
  const versions = words.filter((word) => word.includes('.'));
  const [versionText = ''] = versions;
  const version = versionOf(versionText);
  const known = words.every(
    (word) => word.includes('.') || word in archWords || systemWords.has(word) || kindWords.has(word),
  );
  const kinds = words.filter((word) => kindWords.has(word));
  const installedAs = wayOf(ending, kinds);
  if (!version || versions.length !== 1 || !known || !installedAs) return undefined;
  const named = [...new Set(words.flatMap((word) => archWords[word] ?? []))];
  return { version, versionText, installedAs, archs: named.length > 0 ? named : unnamedArchs(installedAs) };
}

function wayOf(ending: string, kinds: readonly string[]): InstalledAs | undefined {
  if (ending === 'exe') {
    if (kinds.length > 1) return undefined;
    return kinds[0] === 'portable' ? 'windows-portable' : 'windows-installer';
  }
  if (kinds.length > 0) return undefined;
  return ({ dmg: 'mac-image', appimage: 'linux-appimage', deb: 'linux-package' } as const)[ending];
}

/** An installer for Windows holds the program for both processors unless it names one; the others leave out the usual one. */
const unnamedArchs = (installedAs: InstalledAs): readonly Arch[] =>
  installedAs === 'windows-installer' ? ['x64', 'arm64'] : ['x64'];

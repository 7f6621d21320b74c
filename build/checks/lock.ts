import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, failed, passed } from './check.ts';

type LockedPackage = {
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
};
type Lock = { packages: Record<string, LockedPackage> };
type Gap = { readonly wantedBy: string; readonly name: string; readonly range: string };

/**
 * A registry mirror that lacks the binaries of other systems makes npm write a lock without them, and `npm ci` then
 * refuses that lock everywhere. Each platform's package therefore has to stand in the lock, wherever it was written.
 */
export const lock: Check = {
  name: 'lock',
  title: 'package-lock.json names every platform',
  async run({ root, fix }) {
    const path = join(root, 'package-lock.json');
    const content: Lock = JSON.parse(readFileSync(path, 'utf8'));
    const gaps = findGaps(content);
    if (gaps.length === 0) return passed();
    if (!fix) return failed([...gaps.map(describe), 'Fill them in with: npm run check -- lock --fix'].join('\n'));
    writeFileSync(path, `${JSON.stringify(withGapsFilled(content, gaps), null, 2)}\n`);
    return passed(`filled in ${gaps.length}`);
  },
};

function describe({ wantedBy, name, range }: Gap): string {
  return `${wantedBy} wants ${name}@${range}, which is not in the lock`;
}

/** Optional dependencies that no entry of the lock answers, looked up the way Node does: from the asker's folder upwards. */
export function findGaps({ packages }: Lock): Gap[] {
  const gaps: Gap[] = [];
  for (const [wantedBy, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (!placesOf({ name, wantedBy }).some((place) => place in packages)) gaps.push({ wantedBy, name, range });
    }
  }
  return gaps;
}

function placesOf({ name, wantedBy }: { name: string; wantedBy: string }): string[] {
  const places: string[] = [];
  for (
    let folder = wantedBy;
    folder !== '';
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    places.push(`${folder}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

/**
 * The lock with an entry for each gap: without a fingerprint, which this machine cannot know, but with system and
 * processor, so that npm asks for the package only where it fits.
 */
export function withGapsFilled(lock: Lock, gaps: readonly Gap[]): Lock {
  const packages = { ...lock.packages };
  for (const { wantedBy, name, range } of gaps) {
    const dev = packages[wantedBy]?.dev ? { dev: true } : {};
    packages[`node_modules/${name}`] = { version: range, ...platformOf(name), ...dev, optional: true };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Reads `…-linux-arm64-musl` into npm's fields. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const musl = words.some((word) => word.startsWith('musl'));
  const libc = os.includes('linux') ? { libc: [musl ? 'musl' : 'glibc'] } : {};
  return { os, cpu, ...libc };
}

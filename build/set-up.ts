import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { advice } from './set-up/advice.ts';
import { missingFor, onPath, type Purpose, purposes } from './set-up/needs.ts';

/** Gets what npm cannot bring: by itself where it may (Debian as root), otherwise by asking. Gives the exit code. */
function setUp(purpose: Purpose): number {
  const atFirst = missingHere(purpose);
  if (atFirst.length > 0 && mayInstall()) install(atFirst);
  const missing = mayInstall() ? missingHere(purpose) : atFirst;
  if (missing.length === 0) return 0;
  console.error(advice({ platform: process.platform, missing }));
  // A browser is what nothing works without; a font or a test tool may be lacking.
  return missing.includes('chromium') ? 1 : 0;
}

/** Windows and macOS bring fonts and a screen of their own; there only the browser counts. */
function missingHere(purpose: Purpose): string[] {
  return missingFor(purpose).filter((name) => process.platform === 'linux' || name === 'chromium');
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get');
}

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => {
    spawnSync('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: 'inherit', env });
  };
  apt('update');
  // One by one: a package that this release does not have must not keep out the others.
  for (const name of packages) apt('install', '--no-install-recommends', name);
}

const purpose = purposes.find((name) => name === process.argv[2]);
if (purpose === undefined) throw new Error(`set-up is for one of: ${purposes.join(', ')}`);
process.exitCode = setUp(purpose);

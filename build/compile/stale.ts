import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sources = [
  'contract',
  'db',
  'shop',
  'host',
  'renderer',
  'electron',
  'build/compile',
  'build/pack/licences.ts',
  'vite.config.ts',
  'package-lock.json',
];

const stampOf = (root: string): string => join(root, 'out', '.compiled');

function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const here = statSync(path);
  if (!here.isDirectory()) return here.mtimeMs;
  const below = readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  // A folder's own time changes when a file in it goes away.
  return Math.max(here.mtimeMs, ...below.map(({ name }) => newestMs(join(path, name))));
}

/** Whether anything that goes into `out/` is newer than what lies there. */
export function isStale(root: string): boolean {
  const stamp = stampOf(root);
  if (!existsSync(stamp)) return true;
  const compiledMs = statSync(stamp).mtimeMs;
  return sources.some((source) => newestMs(join(root, source)) > compiledMs);
}

/** `startedAt` is when compiling began: what was saved meanwhile is newer than that. */
export function stamp(root: string, startedAt: Date): void {
  const path = stampOf(root);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, startedAt, startedAt);
}

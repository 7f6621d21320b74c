import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = ['calls.c', 'record.c', 'addon.c'].map((name) =>
  fileURLToPath(new URL(`../../../build/faults/shim/${name}`, import.meta.url)),
);

let built: string | undefined;

/** Compiles the shim for this machine, once a process; gives its path. */
export function buildShim(): string {
  if (built !== undefined) return built;
  const path = join(mkdtempSync(join(tmpdir(), 'backshelf-shim-')), 'shim.so');
  execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', path, ...sources, '-ldl']);
  process.once('exit', () => rmSync(dirname(path), { recursive: true, force: true }));
  built = path;
  return path;
}

/** Why the harness cannot run here; nothing when it can. It needs Linux and a C compiler. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux: faults are put between the program and its C library';
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'needs gcc, for the small library that makes the faults';
  }
}

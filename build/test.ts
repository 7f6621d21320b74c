import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, isGood, type TestReport, tally } from './test/closing-line.ts';

/** Runs a script with this Node, showing what it writes, and gives its exit code. */
function run(script: string, args: readonly string[] = []): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(path: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function runTests(args: readonly string[]): Promise<ReturnType<typeof tally>> {
  const compiled = await run('build/compile.ts');
  if (compiled !== 0) return tally({ report: undefined, exitCode: compiled });
  const folder = mkdtempSync(join(tmpdir(), 'backshelf-tests-'));
  try {
    const path = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
    const exitCode = await run('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...args]);
    return tally({ report: readReport(path), exitCode });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const result = await runTests(process.argv.slice(2));
if (!isGood(result)) process.exitCode = 1;
console.log(closingLine(result));

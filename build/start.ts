import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileIfStale } from './compile/compile.ts';
import { openDisplay } from './start/display.ts';
import { electronProgram } from './start/electron-program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

type Program = { readonly path: string; readonly args: readonly string[]; readonly note?: string };

/** Electron where it is, else the same window in an installed browser. */
function programToStart(): Program {
  const electron = electronProgram(root);
  // As root Chromium's sandbox cannot be set up at all.
  if (electron) return { path: electron, args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] };
  return {
    path: process.execPath,
    args: [join(root, 'browser-host', 'main.ts')],
    note: 'Electron’s program is not here: Backshelf opens in the installed Chrome, Edge or Chromium.',
  };
}

await compileIfStale(root);
const display = await openDisplay();
const { path, args, note } = programToStart();
for (const line of [note, display.note]) if (line) console.log(line);
const program = spawn(path, args, { stdio: 'inherit', env: display.env });
// The terminal tells the program too; what comes from elsewhere is passed on, and we end after it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => program.kill('SIGTERM'));
const [code] = (await once(program, 'exit')) as [number | null];
display.close();
process.exitCode = code ?? 1;
